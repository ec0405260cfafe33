package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every name and code of every concept in force, by the beginnings of its words. */
final class SearchIndex {

  /**
   * @param concept its code
   * @param preferred the concept's own name, or the first one of a code
   */
  record Entry(String concept, Code code, String name, boolean preferred) {}

  private final List<Entry> entries = new ArrayList<>();

  /** All words, sorted; beside each, the entries that have it, in their order. */
  private final String[] words;

  private final int[][] places;

  SearchIndex(CanonicalMap map) {
    Map<String, int[]> byWord = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Concept concept : map.concepts()) {
      entries(map, concept);
    }
    for (int i = 0; i < entries.size(); i++) {
      for (String word : wordsOf(entries.get(i))) {
        int count = counts.merge(word, 1, Integer::sum);
        int[] places = byWord.getOrDefault(word, new int[1]);
        if (count > places.length) {
          places = Arrays.copyOf(places, 2 * places.length);
        }
        places[count - 1] = i;
        byWord.put(word, places);
      }
    }
    words = byWord.keySet().stream().sorted().toArray(String[]::new);
    places =
        Arrays.stream(words)
            .map(word -> Arrays.copyOf(byWord.get(word), counts.get(word)))
            .toArray(int[][]::new);
  }

  private void entries(CanonicalMap map, Concept concept) {
    Code own = concept.codeIn(CanonicalMap.CONCEPT_SCHEME).orElseThrow();
    entries.add(new Entry(concept.code(), own, concept.name(), true));
    for (List<Code> codes : concept.codes().values()) {
      for (Code code : codes) {
        boolean first = true;
        Set<String> names = new HashSet<>();
        for (CanonicalMap.Name name : map.publishedNames(code)) {
          entries.add(new Entry(concept.code(), code, name.text(), first));
          names.add(name.text());
          first = false;
        }
        if (!code.scheme().equals(CanonicalMap.CONCEPT_SCHEME) && !names.contains(code.meaning())) {
          entries.add(new Entry(concept.code(), code, code.meaning(), first));
        }
      }
    }
  }

  /** The words of the name, and the code as a whole. */
  private static Set<String> wordsOf(Entry entry) {
    Set<String> all = new HashSet<>(SearchWords.indexed(SearchWords.fold(entry.name())));
    all.add(SearchWords.fold(entry.code().value()));
    return all;
  }

  Entry entry(int at) {
    return entries.get(at);
  }

  /** The entries with all words of a folded query, or their beginnings. */
  BitSet fitting(String folded) {
    BitSet all = null;
    for (String part : folded.split("\\s+")) {
      BitSet fitting = beginningWith(part);
      fitting.or(withAll(SearchWords.of(part)));
      if (all == null) {
        all = fitting;
      } else {
        all.and(fitting);
      }
    }
    return all;
  }

  private BitSet withAll(List<String> beginnings) {
    BitSet all = new BitSet();
    for (int i = 0; i < beginnings.size(); i++) {
      BitSet fitting = beginningWith(beginnings.get(i));
      if (i == 0) {
        all = fitting;
      } else {
        all.and(fitting);
      }
    }
    return all;
  }

  private BitSet beginningWith(String beginning) {
    BitSet found = new BitSet(entries.size());
    int found0 = Arrays.binarySearch(words, beginning);
    for (int i = found0 < 0 ? -found0 - 1 : found0;
        i < words.length && words[i].startsWith(beginning);
        i++) {
      for (int place : places[i]) {
        found.set(place);
      }
    }
    return found;
  }
}
