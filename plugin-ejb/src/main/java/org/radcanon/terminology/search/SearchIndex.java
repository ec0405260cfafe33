package org.radcanon.terminology.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;

/** Every name and code of every concept in force, by the beginnings of its words. */
final class SearchIndex {

  /**
   * @param concept its code
   * @param preferred the concept's own name, or the first one of a code
   */
  record Entry(String concept, Code code, String name, boolean preferred) {}

  private static final int TIER = 1_000_000;

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

  /** The best entry of each concept that fits, best concept first. */
  List<Entry> best(String folded, Optional<String> scheme) {
    BitSet fitting = fitting(folded);
    BitSet whole = allOf(SearchWords.of(folded), this::having);
    Map<String, Found> best = new HashMap<>();
    for (int i = fitting.nextSetBit(0); i >= 0; i = fitting.nextSetBit(i + 1)) {
      Entry entry = entries.get(i);
      if (scheme.isEmpty() || entry.code().scheme().equals(scheme.get())) {
        Found found = new Found(entry, order(entry, whole.get(i), folded));
        best.merge(entry.concept(), found, (a, b) -> b.order() < a.order() ? b : a);
      }
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingInt(Found::order).thenComparing(found -> found.entry().concept()))
        .map(Found::entry)
        .toList();
  }

  /** An entry, and how well it fits: the less the better. */
  private record Found(Entry entry, int order) {}

  private static int order(Entry entry, boolean whole, String folded) {
    if (entry.code().value().equalsIgnoreCase(folded)) {
      return 0;
    }
    return TIER * ((entry.preferred() ? 1 : 3) + (whole ? 0 : 1)) + entry.name().length();
  }

  /** The entries with all words of a folded query, or their beginnings. */
  private BitSet fitting(String folded) {
    List<String> parts = List.of(folded.split("\\s+"));
    return allOf(
        parts,
        part -> {
          BitSet fitting = beginningWith(part);
          fitting.or(allOf(SearchWords.of(part), this::beginningWith));
          return fitting;
        });
  }

  private static BitSet allOf(List<String> words, Function<String, BitSet> entriesOf) {
    BitSet all = new BitSet();
    for (int i = 0; i < words.size(); i++) {
      BitSet some = entriesOf.apply(words.get(i));
      if (i == 0) {
        all.or(some);
      } else {
        all.and(some);
      }
    }
    return all;
  }

  private BitSet beginningWith(String beginning) {
    BitSet found = new BitSet(entries.size());
    int at = Arrays.binarySearch(words, beginning);
    for (int i = at < 0 ? -at - 1 : at; i < words.length && words[i].startsWith(beginning); i++) {
      add(i, found);
    }
    return found;
  }

  private BitSet having(String word) {
    BitSet found = new BitSet(entries.size());
    int at = Arrays.binarySearch(words, word);
    if (at >= 0) {
      add(at, found);
    }
    return found;
  }

  private void add(int word, BitSet found) {
    for (int place : places[word]) {
      found.set(place);
    }
  }
}
