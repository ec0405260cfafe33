package org.radcanon.terminology.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * The key under which the site map compares a text with another: case, white space and punctuation
 * do not count, but signs that change the meaning do (plus and minus of contrast shorthand,
 * comparison).
 */
public final class Folding {

  private Folding() {}

  /** For example {@code Thorax^CHEST_WO (Adult)} becomes {@code thorax chest wo adult}. */
  public static String key(String text) {
    String unified = unified(text);
    StringBuilder key = new StringBuilder(unified.length());
    for (int i = 0; i < unified.length(); i++) {
      char c = unified.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || meaningful(unified, i)) {
        key.append(Character.toLowerCase(c));
      } else if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      }
    }
    int end = key.length();
    return end > 0 && key.charAt(end - 1) == ' ' ? key.substring(0, end - 1) : key.toString();
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
