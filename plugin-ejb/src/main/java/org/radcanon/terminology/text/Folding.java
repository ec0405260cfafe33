package org.radcanon.terminology.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * The key under which the site map compares a text with another: case, white space and punctuation
 * do not count, but signs that change the meaning do (plus and minus of contrast shorthand,
 * comparison).
 */
public final class Folding {

  private Folding() {}

  /** For example {@code Thorax^CHEST_WO (Adult)} becomes {@code thorax chest wo adult}. */
  public static String key(String text) {
    String folded = fold(text);
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || meaningful(folded, i)) {
        key.append(c);
      } else if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      }
    }
    return key.toString().strip();
  }

  /** Lower case, compatibility forms (full width, ligatures) unified. */
  static String fold(String text) {
    return unified(text).toLowerCase(Locale.ROOT);
  }

  /** Compatibility forms unified, letters as they are. */
  static String unified(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return Normalizer.normalize(text, Form.NFKC);
      }
    }
    return text;
  }

  /** A plus or a comparison anywhere; a minus only where a word ends in it ("C-"). */
  private static boolean meaningful(String text, int at) {
    char c = text.charAt(at);
    if (c != '-') {
      return c == '+' || c == '<' || c == '>';
    }
    boolean afterWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    boolean beforeWord = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return afterWord && !beforeWord;
  }
}
