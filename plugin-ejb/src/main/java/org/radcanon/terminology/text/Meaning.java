package org.radcanon.terminology.text;

import java.util.List;
import java.util.Set;

/**
 * What a phrase means.
 *
 * @param symbols value ids, and marks ({@link Marks}), in the order in which they are read
 * @param modalities the modalities (RID) in which it means that; empty for all
 */
record Meaning(List<String> symbols, Set<String> modalities) {

  Meaning {
    symbols = List.copyOf(symbols);
    modalities = Set.copyOf(modalities);
  }

  boolean always() {
    return modalities.isEmpty();
  }

  boolean in(Set<String> modality) {
    if (!modalities.isEmpty()) {
      for (String one : modality) {
        if (modalities.contains(one)) {
          return true;
        }
      }
    }
    return false;
  }
}
