package org.radcanon.terminology.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a description into words: lower case, compatibility forms unified, punctuation away. */
final class Words {

  /**
   * A word is a run of letters, a run of digits with an optional plus ("3+"), contrast shorthand
   * ("C+", "C-", "+C", "-C"), or a comparison sign. Everything else separates words.
   */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])c[+-](?![\\p{L}\\p{N}])"
              + "|(?<![\\p{L}\\p{N}+-])[+-]c(?![\\p{L}\\p{N}])"
              + "|[\\p{L}\\p{M}]+|\\p{N}+\\+?|[<>]");

  private static final int PLURAL_MIN = 4;

  private Words() {}

  /** The words in their order; plurals in -s become singulars. */
  static List<String> of(String text) {
    String folded = Folding.fold(text);
    List<String> words = new ArrayList<>(12);
    Matcher matcher = WORD.matcher(folded);
    while (matcher.find()) {
      words.add(singular(matcher.group()));
    }
    return words;
  }

  private static String singular(String word) {
    boolean plural =
        word.length() > PLURAL_MIN - 1
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
