package org.radcanon.command;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.enrichment.Acquisition;

/**
 * Modalities in a cell: one or more values of Modality (0008,0060), whatever separates them, also
 * run together as {@code CTPT}. Words that say nothing is known are no modality.
 */
final class ModalityCell {

  private static final Set<String> NOTHING =
      Set.of("", "BLANK", "EMPTY", "NONE", "NULL", "N/A", "NA", "NAN", "UNKNOWN", "UNSPECIFIED");
  private static final Set<String> RUN_TOGETHER =
      Set.of("CT", "PT", "MR", "NM", "CR", "DX", "US", "RF", "XA", "MG");

  private ModalityCell() {}

  /** Every modality that the cell names. */
  static Set<String> named(String cell) {
    Set<String> named = new LinkedHashSet<>();
    String plain = cell.strip().toUpperCase(Locale.ROOT).replaceAll("^[\\[({\"']+|[])}\"']+$", "");
    if (!NOTHING.contains(plain.strip())) {
      for (String word : plain.split("[^A-Z0-9]+")) {
        add(word, named);
      }
    }
    return named;
  }

  private static void add(String word, Set<String> named) {
    boolean pairs = word.length() > 2 && word.length() % 2 == 0;
    Set<String> parts = new LinkedHashSet<>();
    for (int i = 0; pairs && i < word.length(); i += 2) {
      parts.add(word.substring(i, i + 2));
    }
    if (!parts.isEmpty() && RUN_TOGETHER.containsAll(parts)) {
      named.addAll(parts);
    } else if (!word.isEmpty()) {
      named.add(word);
    }
  }

  /** Those that acquire images: SR, PR, KO, SEG and the like say nothing of the procedure. */
  static Set<String> acquiring(Set<String> named) {
    return named.stream().filter(Acquisition::acquires).collect(Collectors.toUnmodifiableSet());
  }
}
