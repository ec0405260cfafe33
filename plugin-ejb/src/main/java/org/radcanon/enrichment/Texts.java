package org.radcanon.enrichment;

/** Texts made to fit a value representation (PS3.5 6.2). */
final class Texts {

  private Texts() {}

  /**
   * A text without what LO, SH and ST cannot hold (control characters, backslash), at most so many
   * characters, cut between words where it has any.
   */
  static String fit(String text, int longest) {
    String clean = text.replace('\\', '/').replaceAll("\\p{Cntrl}+", " ").strip();
    if (clean.codePointCount(0, clean.length()) <= longest) {
      return clean;
    }
    int end = clean.offsetByCodePoints(0, longest);
    int space = clean.lastIndexOf(' ', end);
    return clean.substring(0, space > end / 2 ? space : end).strip();
  }
}
