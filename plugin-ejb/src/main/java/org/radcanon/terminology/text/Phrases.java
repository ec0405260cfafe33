package org.radcanon.terminology.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;

/**
 * A table of phrases and what to read instead. One pass from left to right, the longest phrase
 * first; what was replaced is not looked at again.
 */
final class Phrases {

  private static final String GAP = " ";

  private final Map<String, List<String>> meanings = new HashMap<>();
  private final Map<String, Integer> longest = new HashMap<>();

  /** A doubled phrase with another meaning is a fault. */
  void add(Row row, String phrase, List<String> means, Faults faults) {
    List<String> words = Words.of(phrase);
    if (words.isEmpty()) {
      faults.add(row, "phrase has no word");
      return;
    }
    List<String> before = meanings.putIfAbsent(String.join(GAP, words), List.copyOf(means));
    if (before != null && !before.equals(means)) {
      faults.add(
          row, "phrase \"" + phrase + "\" means \"" + String.join(GAP, before) + "\" already");
    }
    longest.merge(words.get(0), words.size(), Math::max);
  }

  List<String> apply(List<String> words) {
    List<String> result = new ArrayList<>(words.size() + 2);
    int at = 0;
    while (at < words.size()) {
      int length = match(words, at);
      if (length == 0) {
        result.add(words.get(at++));
      } else {
        result.addAll(meanings.get(key(words, at, length)));
        at += length;
      }
    }
    return result;
  }

  /** Length of the longest phrase that begins at a word, 0 when none does. */
  int match(List<String> words, int at) {
    int most = longest.getOrDefault(words.get(at), 0);
    for (int length = Math.min(most, words.size() - at); length > 0; length--) {
      if (meanings.containsKey(key(words, at, length))) {
        return length;
      }
    }
    return 0;
  }

  List<String> meaning(List<String> words, int at, int length) {
    return meanings.get(key(words, at, length));
  }

  private static String key(List<String> words, int at, int length) {
    return length == 1 ? words.get(at) : String.join(GAP, words.subList(at, at + length));
  }
}
