package org.radcanon.terminology.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Words of the lexicon by what a slip of a finger makes of them: one letter too many, too few,
 * another one, or two exchanged. Only words long enough that a slip does not make another word.
 */
final class Misspellings {

  private static final int MIN = 5;

  private final Map<String, Set<String>> byRest = new HashMap<>();

  void add(String word) {
    if (word.length() >= MIN) {
      byRest.computeIfAbsent(word, r -> new HashSet<>(2)).add(word);
      for (int at = 0; at < word.length(); at++) {
        byRest.computeIfAbsent(without(word, at), r -> new HashSet<>(2)).add(word);
      }
    }
  }

  /** Every word that is one slip away. */
  Set<String> find(String typed) {
    if (typed.length() < MIN) {
      return Set.of();
    }
    Set<String> words = new HashSet<>(byRest.getOrDefault(typed, Set.of()));
    for (int at = 0; at < typed.length(); at++) {
      for (String word : byRest.getOrDefault(without(typed, at), Set.of())) {
        if (slip(typed, word)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static String without(String word, int at) {
    return word.substring(0, at) + word.substring(at + 1);
  }

  /** Both without one letter are the same: one slip, or two when the places differ by more. */
  private static boolean slip(String typed, String word) {
    if (typed.equals(word) || typed.length() != word.length()) {
      return true;
    }
    int first = 0;
    while (typed.charAt(first) == word.charAt(first)) {
      first++;
    }
    int last = typed.length() - 1;
    while (typed.charAt(last) == word.charAt(last)) {
      last--;
    }
    return first == last
        || first + 1 == last
            && typed.charAt(first) == word.charAt(last)
            && typed.charAt(last) == word.charAt(first);
  }
}
