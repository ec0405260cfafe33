package org.radcanon.index;

import java.util.Optional;

/** The empty string of a column and the absent value of the contracts. */
final class Text {
  private Text() {}

  static Optional<String> optional(String column) {
    return Optional.of(column).filter(c -> !c.isEmpty());
  }

  /** The latest value; where it says nothing, the one before. */
  static String or(String latest, String before) {
    return latest.isEmpty() ? before : latest;
  }
}
