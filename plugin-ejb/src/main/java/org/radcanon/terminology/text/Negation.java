package org.radcanon.terminology.text;

import java.util.Set;
import org.radcanon.terminology.text.Parsed.Doubt;

/**
 * "Not a joint", "exclude heart", "no PE": one thing, not all that follows. Where more of the kind
 * follows, what is denied is open: further places are left out, further views stay.
 */
final class Negation {

  private static final Set<String> PLACE = Set.of("REGION", "FOCUS");

  private final Tokens tokens;

  Negation(Tokens tokens) {
    this.tokens = tokens;
  }

  void read() {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.is(at, Marks.NOT)) {
        denied(tokens.next(at + 1));
      }
    }
  }

  private void denied(int first) {
    if (!tokens.matches(first, Negation::deniable)) {
      return;
    }
    Token what = tokens.get(first);
    if (what.attribute().equals("LATERALITY")) {
      tokens.doubt(Doubt.NEGATION_UNSURE);
    }
    int next = first;
    while (tokens.matches(next, t -> deniable(t) && t.words().equals(what.words()))) {
      tokens.drop(next);
      next = tokens.next(next + 1);
    }
    if (tokens.matches(next, t -> ofAKind(what, t))) {
      tokens.doubt(Doubt.NEGATION_UNSURE);
    }
    while (tokens.matches(next, t -> PLACE.contains(t.attribute()) && ofAKind(what, t))) {
      tokens.drop(next);
      next = tokens.next(next + 1);
    }
  }

  /** A value, or a topic. */
  private static boolean deniable(Token token) {
    return token.isValue() || !token.symbol().isEmpty() && !Marks.GRAMMAR.contains(token.symbol());
  }

  private static boolean ofAKind(Token one, Token other) {
    boolean places = PLACE.contains(one.attribute()) && PLACE.contains(other.attribute());
    return other.isValue() && (places || one.attribute().equals(other.attribute()));
  }
}
