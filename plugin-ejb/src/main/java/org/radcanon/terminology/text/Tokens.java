package org.radcanon.terminology.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A text's tokens while the grammar takes some of them away. Not for several threads. */
final class Tokens {

  private static final Set<String> PLACE = Set.of("REGION", "FOCUS");

  private final List<Token> tokens;
  private final boolean[] gone;
  private final Set<Parsed.Doubt> doubts = new TreeSet<>();

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
    this.gone = new boolean[tokens.size()];
  }

  int size() {
    return tokens.size();
  }

  Token get(int at) {
    return tokens.get(at);
  }

  boolean gone(int at) {
    return gone[at];
  }

  void drop(int at) {
    gone[at] = true;
  }

  void drop(int from, int to) {
    for (int at = from; at < to; at++) {
      gone[at] = true;
    }
  }

  boolean is(int at, String mark) {
    return inside(at) && !gone[at] && tokens.get(at).is(mark);
  }

  boolean matches(int at, Predicate<Token> wanted) {
    return inside(at) && !gone[at] && wanted.test(tokens.get(at));
  }

  boolean any(int from, Predicate<Token> wanted) {
    for (int at = from; at < size(); at++) {
      if (matches(at, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The place of the next token that is not taken away and no noise; the size when none is. */
  int next(int from) {
    int at = from;
    while (at < size() && (gone[at] || tokens.get(at).is(Marks.NOISE))) {
      at++;
    }
    return at;
  }

  /** The place of the previous one, or -1. */
  int previous(int from) {
    int at = from;
    while (at >= 0 && (gone[at] || tokens.get(at).is(Marks.NOISE))) {
      at--;
    }
    return at;
  }

  /**
   * A letter or a number alone that nothing explains, beside a place: most likely a part of it
   * ("C/L spine", "finger 4"). A letter joined to a number is a code.
   */
  boolean stray(int at) {
    Token token = tokens.get(at);
    if (gone[at] || !token.symbol().isEmpty() || token.words().length() != 1) {
      return false;
    }
    boolean code = single(at - 1) && numbers(at - 1, at) || single(at + 1) && numbers(at, at + 1);
    return !code && (place(at - 1, -1) || !token.isNumber() && place(at + 1, 1));
  }

  private boolean single(int at) {
    return inside(at) && tokens.get(at).symbol().isEmpty() && !tokens.get(at).words().isEmpty();
  }

  private boolean numbers(int one, int other) {
    return tokens.get(one).isNumber() || tokens.get(other).isNumber();
  }

  private boolean place(int from, int step) {
    int at = from;
    while (inside(at) && tokens.get(at).is(Marks.AND)) {
      at += step;
    }
    return matches(at, t -> PLACE.contains(t.attribute()));
  }

  private boolean inside(int at) {
    return at >= 0 && at < size();
  }

  void doubt(Parsed.Doubt doubt) {
    doubts.add(doubt);
  }

  Set<Parsed.Doubt> doubts() {
    return doubts;
  }
}
