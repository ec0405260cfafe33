package org.radcanon.index;

/**
 * A single value, or a wild card (PS3.4 C.2.2.2.1, C.2.2.2.4): {@code *} for any characters, {@code
 * ?} for one.
 */
record TextPattern(String value) {

  private static final char ESCAPE = '!';
  private static final int NARROW = 3;

  boolean isWild() {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }

  /** Begins with so many fixed characters that few values can be expected to match. */
  boolean isNarrow() {
    return value.chars().takeWhile(c -> c != '*' && c != '?').count() >= NARROW;
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

  /** In a time that grows with the product of both lengths at most, whatever the pattern. */
  boolean matches(String candidate) {
    int[] pattern = value.codePoints().toArray();
    int[] text = candidate.codePoints().toArray();
    int p = 0;
    int t = 0;
    int star = -1;
    int starText = 0;
    while (t < text.length) {
      if (p < pattern.length && pattern[p] == '*') {
        star = p++;
        starText = t;
      } else if (p < pattern.length && (pattern[p] == '?' || pattern[p] == text[t])) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++starText;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == '*') {
      p++;
    }
    return p == pattern.length;
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
}
