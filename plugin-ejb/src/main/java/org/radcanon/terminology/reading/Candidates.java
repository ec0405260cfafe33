package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Concept;

/**
 * The procedures as numbers, for {@link NearestConcepts}: a procedure's number is its place among
 * equally near ones (more schemes first, then the lower code), a value's number is any. Immutable
 * once built.
 */
final class Candidates {

  private static final Comparator<Concept> PREFERRED_FIRST =
      Comparator.<Concept>comparingInt(concept -> -concept.codes().size())
          .thenComparing(Concept::code);

  private final Concept[] concepts;
  private final int[][] values;
  private final int[] addingAll;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Attribute> homes = new ArrayList<>();
  private final Map<String, Shelf> byModality;
  private final Map<String, Map<String, Shelf>> byPlace = new HashMap<>();

  Candidates(Collection<Concept> all) {
    concepts = all.stream().sorted(PREFERRED_FIRST).toArray(Concept[]::new);
    values = new int[concepts.length][];
    addingAll = new int[concepts.length];
    Map<String, List<Integer>> modalities = new HashMap<>();
    Map<String, Map<String, List<Integer>>> places = new HashMap<>();
    for (int candidate = 0; candidate < concepts.length; candidate++) {
      index(candidate);
      for (String modality : ids(candidate, Attribute.MODALITY)) {
        put(modalities, modality, candidate);
        Map<String, List<Integer>> here = places.computeIfAbsent(modality, m -> new HashMap<>());
        for (String region : ids(candidate, Attribute.REGION)) {
          put(here, region, candidate);
        }
        for (String focus : ids(candidate, Attribute.FOCUS)) {
          put(here, focus, candidate);
        }
      }
    }
    byModality = shelves(modalities);
    places.forEach((modality, here) -> byPlace.put(modality, shelves(here)));
  }

  private static void put(Map<String, List<Integer>> lists, String key, int candidate) {
    lists.computeIfAbsent(key, k -> new ArrayList<>(2)).add(candidate);
  }

  private void index(int candidate) {
    Map<Attribute, SortedSet<String>> attributes = concepts[candidate].attributes();
    int[] own = new int[attributes.values().stream().mapToInt(Set::size).sum()];
    int at = 0;
    for (Map.Entry<Attribute, SortedSet<String>> entry : attributes.entrySet()) {
      for (String id : entry.getValue()) {
        own[at++] = number(id, entry.getKey());
        addingAll[candidate] += Weight.of(entry.getKey()).added();
      }
    }
    values[candidate] = own;
  }

  private int number(String id, Attribute home) {
    Integer known = numbers.putIfAbsent(id, homes.size());
    if (known == null) {
      homes.add(home);
    }
    return known == null ? homes.size() - 1 : known;
  }

  private Set<String> ids(int candidate, Attribute attribute) {
    Set<String> ids = concepts[candidate].attributes().get(attribute);
    return ids == null ? Set.of() : ids;
  }

  private Map<String, Shelf> shelves(Map<String, List<Integer>> lists) {
    Map<String, Shelf> shelves = new HashMap<>();
    lists.forEach((place, list) -> shelves.put(place, Shelf.of(list, addingAll, values)));
    return shelves;
  }

  Concept concept(int candidate) {
    return concepts[candidate];
  }

  /** The numbers of a procedure's values. */
  int[] values(int candidate) {
    return values[candidate];
  }

  /** How many values there are. */
  int size() {
    return homes.size();
  }

  /** The number of a value, or -1 where no procedure has it. */
  int number(String value) {
    return numbers.getOrDefault(value, -1);
  }

  /** The home attribute of a value by its number. */
  Attribute home(int value) {
    return homes.get(value);
  }

  /** The procedures of a modality. */
  Shelf of(String modality) {
    return byModality.getOrDefault(modality, Shelf.EMPTY);
  }

  /** The procedures of a modality in a region, or of a focus. */
  Shelf of(String modality, String place) {
    return byPlace.getOrDefault(modality, Map.of()).getOrDefault(place, Shelf.EMPTY);
  }
}
