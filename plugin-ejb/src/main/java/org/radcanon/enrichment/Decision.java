package org.radcanon.enrichment;

import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.Patch;
import org.radcanon.terminology.Concept;

/**
 * What is to become of one instance and of its study.
 *
 * @param coding the coding that the decision goes by; empty: the study stays without
 * @param change what {@code coding} is to the one that was in force
 * @param patch what to change in the instance; empty where nothing is
 * @param standing which code Procedure Code Sequence (0008,1032) will hold
 * @param report what a person should see
 */
public record Decision(
    Optional<StudyCoding> coding,
    Change change,
    Patch patch,
    Standing standing,
    Optional<Report> report) {

  /** How the coding relates to the one that was in force. */
  public enum Change {
    /** It is that one, or there is none. */
    NONE,
    /**
     * There was none, this one is proposed: claim it, and where another was quicker, decide again
     * with that. Once it stands, open cases for want of a code are settled.
     */
    PROPOSED,
    /** The same concept on a better basis: record it. */
    CONFIRMED
  }

  /** Whose code stands in the instance as it leaves. */
  public enum Standing {
    /** A code of the concept in force. */
    IN_FORCE,
    /** Another code, that it came with. */
    OWN,
    /** None. */
    NONE
  }

  /** The same, once the patch is applied and need not be held any longer. */
  public Decision withoutPatch() {
    return new Decision(coding, change, Patch.none(), standing, report);
  }

  /** Whether any code will stand in the instance. */
  public boolean coded() {
    return standing != Standing.NONE;
  }

  /**
   * Something for the list of cases.
   *
   * @param reason one sentence, no patient data
   * @param evidence readable lines, no patient data
   * @param candidates concepts to choose from, best first
   * @param proposed what would be in force, were a person to say yes
   * @param refreshes false when an open case of the study and kind knows more than this instance
   *     does and is to stay as it is
   */
  public record Report(
      Kind kind,
      String reason,
      List<String> evidence,
      List<Concept> candidates,
      Optional<StudyCoding> proposed,
      boolean refreshes) {
    public Report {
      evidence = List.copyOf(evidence);
      candidates = List.copyOf(candidates);
    }
  }

  /** Why a person is asked. */
  public enum Kind {
    /** Nothing resolved it, two concepts fit equally, or the one that fits is too uncertain. */
    UNRESOLVED,
    /** A better basis than that of the coding in force says otherwise. */
    BETTER_BASIS,
    /** A basis no better says otherwise, or the instance came with another code. */
    CONFLICT
  }
}
