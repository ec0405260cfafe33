package org.radcanon.index;

import java.util.List;
import org.radcanon.terminology.Resolution.Basis;

/**
 * The code in force of a study.
 *
 * @param concept concept code under 99RADCANON
 * @param evidence readable lines, no patient data
 */
public record CodingRecord(String concept, Basis basis, double confidence, List<String> evidence) {
  public CodingRecord {
    evidence = List.copyOf(evidence);
  }
}
