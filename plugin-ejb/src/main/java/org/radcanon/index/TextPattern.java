package org.radcanon.index;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A single value, or a wild card (PS3.4 C.2.2.2.1, C.2.2.2.4): {@code *} for any characters, {@code
 * ?} for one.
 */
record TextPattern(String value) {

  private static final char ESCAPE = '!';

  boolean isWild() {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }

  /** Nothing, or stars alone: matches all, also what is absent (PS3.4 C.2.2.2.3). */
  boolean isUniversal() {
    return value.chars().allMatch(c -> c == '*');
  }

  /** A JPQL predicate on a column. */
  String predicate(String column, Where where) {
    return isWild()
        ? column + " like " + where.bind(like()) + " escape '" + ESCAPE + "'"
        : column + " = " + where.bind(value);
  }

  boolean matches(String candidate) {
    return isWild() ? regex().matcher(candidate).matches() : candidate.equals(value);
  }

  private String like() {
    StringBuilder like = new StringBuilder();
    for (char c : value.toCharArray()) {
      switch (c) {
        case '*' -> like.append('%');
        case '?' -> like.append('_');
        case '%', '_', ESCAPE -> like.append(ESCAPE).append(c);
        default -> like.append(c);
      }
    }
    return like.toString();
  }

  private Pattern regex() {
    return Pattern.compile(
        value
            .codePoints()
            .mapToObj(
                c ->
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    })
            .collect(Collectors.joining()),
        Pattern.DOTALL);
  }
}
