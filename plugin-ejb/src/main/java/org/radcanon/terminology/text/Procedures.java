package org.radcanon.terminology.text;

import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a text names two procedures of one modality: "MRI brain, MRA head". The modality is said
 * again behind a place, and the kind of examination is another. In a Chinese name the kind stands
 * behind the place once more, in brackets: there the second has a place of its own.
 */
final class Procedures {

  private static final Set<String> PLACE = Set.of("REGION", "FOCUS");
  private static final String MODALITY = "MODALITY";
  private static final String SUBTYPE = "MODALITY_SUBTYPE";

  private final Tokens tokens;
  private final boolean chinese;

  Procedures(Tokens tokens, boolean chinese) {
    this.tokens = tokens;
    this.chinese = chinese;
  }

  boolean differ() {
    int first = modality(0);
    int second = again(first);
    return second < tokens.size()
        && said(second, tokens.size())
        && !kinds(first, second).equals(kinds(second, tokens.size()));
  }

  private int modality(int from) {
    int at = from;
    while (at < tokens.size() && !has(at, MODALITY)) {
      at++;
    }
    return at;
  }

  /** Where the modality is named behind the first one's place. */
  private int again(int first) {
    int at = first;
    while (at < tokens.size() && !tokens.matches(at, t -> PLACE.contains(t.attribute()))) {
      at++;
    }
    return modality(at);
  }

  private boolean said(int from, int to) {
    boolean placed = false;
    for (int at = from; at < to; at++) {
      boolean ofItsOwn = !chinese || !tokens.get(at).words().equals(tokens.get(from).words());
      placed |= ofItsOwn && tokens.matches(at, t -> PLACE.contains(t.attribute()));
    }
    return placed || !chinese && !kinds(from, to).isEmpty();
  }

  private Set<String> kinds(int from, int to) {
    Set<String> kinds = new TreeSet<>();
    for (int at = from; at < to; at++) {
      if (has(at, SUBTYPE)) {
        kinds.add(tokens.get(at).symbol());
      }
    }
    return kinds;
  }

  private boolean has(int at, String attribute) {
    return tokens.matches(at, t -> t.attribute().equals(attribute));
  }
}
