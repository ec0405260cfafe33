package org.radcanon.terminology.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chinese phrases by what choosing a wrong character of the same sound or shape makes of them (甲壮腺
 * for 甲状腺): one character is another one, none is missing. Only phrases long enough that the rest
 * says what is meant, and never a character that says a side, a number or a direction.
 */
final class ChineseSlips {

  private static final int MIN = 3;
  private static final int MAX = 6;
  private static final String ANY = "?";
  private static final String DECISIVE = "左右双单上下前后内外全大小正侧斜立卧高低平增一二三四五六七八九十无有不未";

  private final Map<String, Set<List<String>>> byRest = new HashMap<>();

  /** A phrase, character by character; others than Chinese ones of fitting length are left out. */
  void add(List<String> phrase) {
    if (phrase.size() >= MIN
        && phrase.size() <= MAX
        && phrase.stream().allMatch(Words::isChinese)) {
      for (int at = 0; at < phrase.size(); at++) {
        if (!DECISIVE.contains(phrase.get(at))) {
          byRest.computeIfAbsent(without(phrase, at), r -> new HashSet<>(2)).add(phrase);
        }
      }
    }
  }

  /** The one phrase, the longest first, that the text from a place on is one slip away from. */
  Optional<List<String>> find(List<Word> text, int from) {
    for (int length = Math.min(MAX, chinese(text, from)); length >= MIN; length--) {
      List<String> typed = text.subList(from, from + length).stream().map(Word::text).toList();
      Set<List<String>> meant = new HashSet<>();
      for (int at = 0; at < length; at++) {
        if (!DECISIVE.contains(typed.get(at))) {
          meant.addAll(byRest.getOrDefault(without(typed, at), Set.of()));
        }
      }
      if (!meant.isEmpty()) {
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static int chinese(List<Word> text, int from) {
    int at = from;
    while (at < text.size() && at < from + MAX && Words.isChinese(text.get(at).text())) {
      at++;
    }
    return at - from;
  }

  private static String without(List<String> phrase, int at) {
    return String.join("", phrase.subList(0, at))
        + ANY
        + String.join("", phrase.subList(at + 1, phrase.size()));
  }
}
