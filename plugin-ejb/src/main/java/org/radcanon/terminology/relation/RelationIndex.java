package org.radcanon.terminology.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiPredicate;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Concept;

/**
 * Finds the concepts above, below and beside a set of values. Concepts and values are numbered; per
 * value stand the concepts that say it.
 */
final class RelationIndex {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private static final BitSet NONE = new BitSet();

  private final List<Concept> concepts;

  /** What a concept says: values as sorted numbers. */
  private final int[][] said;

  private final Map<String, Integer> numbers = new HashMap<>();

  /** Per value, the concepts that say it, in their order. */
  private final List<BitSet> saying = new ArrayList<>();

  /** Concepts by a hash of all their values but those of one attribute, and that attribute. */
  private final Map<Long, int[]> alike = new HashMap<>();

  RelationIndex(Collection<Concept> all, Subsumption subsumption) {
    this.concepts = List.copyOf(all);
    this.said = new int[concepts.size()][];
    for (int i = 0; i < said.length; i++) {
      said[i] = numbered(subsumption.said(concepts.get(i)));
      for (int value : said[i]) {
        saying.get(value).set(i);
      }
      for (Attribute attribute : concepts.get(i).attributes().keySet()) {
        alike.merge(key(concepts.get(i), attribute), new int[] {i}, RelationIndex::joined);
      }
    }
  }

  private int[] numbered(Set<String> values) {
    int[] sorted = new int[values.size()];
    int at = 0;
    for (String value : values) {
      Integer number = numbers.get(value);
      if (number == null) {
        number = numbers.size();
        numbers.put(value, number);
        saying.add(new BitSet());
      }
      sorted[at++] = number;
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** The nearest concepts that say less, by code. */
  Set<String> broader(Set<String> values) {
    short[] shared = new short[said.length];
    for (String value : values) {
      Integer number = numbers.get(value);
      BitSet concepts = number == null ? NONE : saying.get(number);
      for (int i = concepts.nextSetBit(0); i >= 0; i = concepts.nextSetBit(i + 1)) {
        shared[i]++;
      }
    }
    List<Integer> less = new ArrayList<>();
    for (int i = 0; i < shared.length; i++) {
      if (shared[i] == said[i].length && shared[i] < values.size()) {
        less.add(i);
      }
    }
    less.sort((i, j) -> Integer.compare(said[j].length, said[i].length));
    return nearest(less, (kept, further) -> strictlyIn(said[further], said[kept]));
  }

  /** The nearest concepts that say more, by code. */
  Set<String> narrower(Set<String> values) {
    BitSet candidates = new BitSet();
    candidates.set(0, said.length);
    for (String value : values) {
      candidates.and(numbers.containsKey(value) ? saying.get(numbers.get(value)) : NONE);
    }
    List<Integer> more = new ArrayList<>();
    candidates.stream().filter(i -> said[i].length > values.size()).forEach(more::add);
    more.sort((i, j) -> Integer.compare(said[i].length, said[j].length));
    return nearest(more, (kept, further) -> strictlyIn(said[kept], said[further]));
  }

  /** Of concepts, the nearest first, those that do not lie behind one that is kept; by code. */
  private Set<String> nearest(List<Integer> sorted, BiPredicate<Integer, Integer> behind) {
    List<Integer> kept = new ArrayList<>();
    for (Integer next : sorted) {
      if (kept.stream().noneMatch(nearer -> behind.test(nearer, next))) {
        kept.add(next);
      }
    }
    return codes(kept);
  }

  private Set<String> codes(List<Integer> at) {
    Set<String> codes = new HashSet<>();
    at.forEach(i -> codes.add(concepts.get(i).code()));
    return codes;
  }

  /** Whether all of one sorted array stands in a longer one. */
  private static boolean strictlyIn(int[] some, int[] more) {
    if (some.length >= more.length) {
      return false;
    }
    int at = 0;
    for (int value : more) {
      if (at < some.length && some[at] == value) {
        at++;
      }
    }
    return at == some.length;
  }

  /** The concepts that have the attribute, and are alike in all others, by code. */
  Set<String> alikeBut(Concept concept, Attribute attribute) {
    Set<String> codes = new HashSet<>();
    for (int i : alike.getOrDefault(key(concept, attribute), new int[0])) {
      if (alike(concepts.get(i), concept, attribute)) {
        codes.add(concepts.get(i).code());
      }
    }
    return codes;
  }

  private static boolean alike(Concept a, Concept b, Attribute but) {
    return a.attributes().size() == b.attributes().size()
        && a.attributes().entrySet().stream()
            .filter(entry -> entry.getKey() != but)
            .allMatch(entry -> entry.getValue().equals(b.attributes().get(entry.getKey())));
  }

  private static long key(Concept concept, Attribute but) {
    long key = but.ordinal();
    for (Map.Entry<Attribute, SortedSet<String>> entry : concept.attributes().entrySet()) {
      if (entry.getKey() != but) {
        for (String value : entry.getValue()) {
          long hash = value.hashCode() * MULTIPLIER;
          key += (hash ^ hash >>> 32) * MULTIPLIER;
        }
      }
    }
    return key;
  }
}
