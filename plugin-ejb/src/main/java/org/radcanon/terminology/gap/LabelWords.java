package org.radcanon.terminology.gap;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of names and labels in one number: arteries as artery, vertebrae as vertebra; what is
 * denied as one word with its denial: non-tunneled.
 */
final class LabelWords {

  private static final String DENIAL = "non";
  private static final Pattern DENIED = Pattern.compile("\\b" + DENIAL + "[- ]");
  private static final int END_MIN = 5;

  private LabelWords() {}

  static Set<String> of(String text) {
    Set<String> words = new HashSet<>();
    String joined = DENIED.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(DENIAL);
    for (String word : joined.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(singular(word));
      }
    }
    return words;
  }

  /** Whether each of some words is among others, or the end of one: lumbar of thoracolumbar. */
  static boolean allIn(Set<String> some, Set<String> words) {
    return some.stream().allMatch(word -> words.contains(word) || endsOne(word, words));
  }

  private static boolean endsOne(String word, Set<String> words) {
    return word.length() >= END_MIN
        && words.stream().anyMatch(w -> w.endsWith(word) && !w.startsWith(DENIAL));
  }

  private static String singular(String word) {
    if (word.length() < 4 || word.endsWith("ss") || word.endsWith("us")) {
      return word;
    }
    for (List<String> ending : List.of(List.of("ies", "y"), List.of("ae", "a"), List.of("s", ""))) {
      if (word.endsWith(ending.get(0))) {
        return word.substring(0, word.length() - ending.get(0).length()) + ending.get(1);
      }
    }
    return word;
  }
}
