package org.radcanon.intake;

import java.util.List;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.SiteMapRow;

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
   * @param looked open cases that were resolved again
   * @param resolved of these, the ones that are closed now
   */
  record Outcome(int looked, int resolved) {}

  /** A line of the site map that cannot stand; the message says why in one sentence. */
  final class SiteMapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SiteMapException(String message) {
      super(message);
    }
  }
}
