package org.radcanon.terminology;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a scheme thinks of a code; in this order the codes of one scheme that mean one concept
 * stand, the first is the preferred one.
 */
public enum Rank {
  /** In the scheme's recommended subset. */
  CORE,
  NORMAL,
  /** Deprecated or discouraged by the scheme; still understood, no more written. */
  SUPERSEDED;

  /** By its word in a table, in whatever case. */
  public static Optional<Rank> named(String word) {
    return Arrays.stream(values()).filter(rank -> rank.word().equalsIgnoreCase(word)).findFirst();
  }

  /** As tables and clients have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
