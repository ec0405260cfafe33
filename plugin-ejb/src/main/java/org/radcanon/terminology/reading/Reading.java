package org.radcanon.terminology.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.radcanon.terminology.Concept;

/**
 * What a description came to.
 *
 * @param candidates best first; the first of a match is the match
 * @param line for the list of evidence
 */
public record Reading(
    Kind kind,
    List<Concept> candidates,
    double confidence,
    List<String> notUnderstood,
    String line) {

  /** How far a reading came. */
  public enum Kind {
    MATCH,
    /** The name of several procedures, and nothing prefers one. */
    AMBIGUOUS,
    /** Of a modality that the study is not. */
    OTHER_MODALITY,
    /** Says no procedure, or none of the map. */
    UNKNOWN
  }

  public Reading {
    candidates = List.copyOf(candidates);
    notUnderstood = List.copyOf(notUnderstood);
  }

  public boolean match() {
    return kind == Kind.MATCH;
  }

  /** Of a match: the concept that the description means. */
  public Concept concept() {
    return candidates.get(0);
  }

  /** The candidates after the first. */
  public List<Concept> others() {
    return candidates.subList(Math.min(1, candidates.size()), candidates.size());
  }

  Reading ofAnotherModality(Set<String> dicom) {
    if (candidates.isEmpty()) {
      return this;
    }
    String why =
        "; is a procedure of another modality than "
            + Arrays.toString(dicom.stream().sorted().toArray());
    return new Reading(Kind.OTHER_MODALITY, candidates, 0, notUnderstood, line + why);
  }
}
