package org.radcanon.terminology.rimag;

import java.util.List;
import java.util.Set;

/**
 * What a site means under conditions; the line with the most conditions that hold wins.
 *
 * @param modality empty: in any
 * @param methods empty: with any
 * @param positions empty: with any
 */
record SiteMeaning(
    String modality, Set<String> methods, Set<String> positions, List<String> values) {

  boolean holds(String inModality, String method, String detail) {
    return (modality.isEmpty() || modality.equals(inModality))
        && (methods.isEmpty() || methods.contains(method))
        && (positions.isEmpty() || positions.contains(detail));
  }

  int conditions() {
    return (modality.isEmpty() ? 0 : 1)
        + (methods.isEmpty() ? 0 : 1)
        + (positions.isEmpty() ? 0 : 1);
  }
}
