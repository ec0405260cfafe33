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

  /** The modality of a study of which nothing is said: the text may name any (PS3.3: other). */
  static final Set<String> NOT_SAID = Set.of("OT");

  /**
   * The modalities of the acquisitions. SR, PR, KO, SEG and the like acquire nothing: with only
   * these there are none. A cell that names nothing leaves it to the text, which is less certain.
   */
  static Set<String> read(String cell) {
    Set<String> named = named(cell);
    return named.isEmpty()
        ? NOT_SAID
        : named.stream().filter(Acquisition::acquires).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> named(String cell) {
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
}
