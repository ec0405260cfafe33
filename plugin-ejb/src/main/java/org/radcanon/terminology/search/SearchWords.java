package org.radcanon.terminology.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts names and queries into words: letters and digits, case and full width folded. Chinese has no
 * blanks: a run of ideographs becomes its pairs, or the one character that it is.
 */
final class SearchWords {

  private SearchWords() {}

  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** The words of a folded text. */
  static List<String> of(String folded) {
    return cut(folded, false);
  }

  /** The words of a name: as of a query, and each ideograph by itself. */
  static List<String> indexed(String folded) {
    return cut(folded, true);
  }

  private static List<String> cut(String folded, boolean alone) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      int end = at;
      int kind = kind(folded.codePointAt(at));
      while (end < folded.length() && kind(folded.codePointAt(end)) == kind) {
        end += Character.charCount(folded.codePointAt(end));
      }
      if (kind == LETTERS) {
        words.add(folded.substring(at, end));
      } else if (kind == IDEOGRAPHS) {
        pairs(folded.substring(at, end).codePoints().toArray(), alone, words);
      }
      at = end;
    }
    return words;
  }

  private static void pairs(int[] run, boolean alone, List<String> words) {
    for (int i = 0; i + 1 < run.length; i++) {
      words.add(new String(run, i, 2));
    }
    for (int i = 0; i < run.length && (alone || run.length == 1); i++) {
      words.add(new String(run, i, 1));
    }
  }

  private static final int OTHER = 0;
  private static final int LETTERS = 1;
  private static final int IDEOGRAPHS = 2;

  private static int kind(int character) {
    if (Character.isIdeographic(character)) {
      return IDEOGRAPHS;
    }
    return Character.isLetterOrDigit(character) ? LETTERS : OTHER;
  }
}
