package org.radcanon.intake;

import java.util.List;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.site.SiteMapRow;

/**
 * Where a person decides what nothing could resolve: the cases, the site map, and the second look
 * at what is stored. Safe for use by many threads.
 */
public interface CaseDesk {

  /** One page of the open or the closed cases, newest first. */
  List<CaseRecord> cases(boolean open, int limit, int offset);

  /** How many cases are open, or closed. */
  long countCases(boolean open);

  /**
   * Adds a line to the site map, durably, and puts it in force for every instance from now on. A
   * line that says the same again changes nothing.
   *
   * @return the concept that the line means
   * @throws SiteMapException when the line cannot stand: no or both of code and text, a target that
   *     the canonical map does not know, or a line that contradicts one that is there
   */
  Concept addSiteMapRow(SiteMapRow row);

  /**
   * Reads the site map's file again, as somebody edited it by hand.
   *
   * @return how many lines it has now
   * @throws SiteMapException when a line is bad; the last good map stays in force
   */
  int reloadSiteMap();

  /**
   * Resolves the open cases again from their recorded evidence, with the maps in force now. Cases
   * that resolve are closed and their studies are coded in the index; stored bytes do not change.
   */
  Outcome resolveAgain();

  /**
   * Decides a case in which an instance contradicts the code in force of its study, and closes it.
   * When the proposed code is taken, it is the study's from now on and the index follows; stored
   * bytes do not change.
   *
   * @param takeProposed else the code in force stays
   * @throws UnknownCaseException when there is no such case
   * @throws CaseStateException when it is closed, or is not of this sort
   */
  void settle(long caseId, boolean takeProposed);

  /**
   * @param looked open cases that were resolved again
   * @param resolved of these, the ones that are closed now
   */
  record Outcome(int looked, int resolved) {}

  /** There is no such case. */
  final class UnknownCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownCaseException(long caseId) {
      super("There is no case " + caseId + ".");
    }
  }

  /** A case that cannot be decided so, or no more; the message says why in one sentence. */
  final class CaseStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CaseStateException(String message) {
      super(message);
    }
  }

  /** A line of the site map that cannot stand; the message says why in one sentence. */
  final class SiteMapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SiteMapException(String message) {
      super(message);
    }
  }
}
