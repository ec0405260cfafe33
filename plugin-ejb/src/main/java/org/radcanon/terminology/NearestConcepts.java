package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;

/**
 * The procedures that come closest to what a text says, of one modality. What the text says and a
 * procedure lacks costs, what a procedure has and the text does not say costs more; another side,
 * or another statement about contrast, excludes it. Deterministic: of equal ones the procedure that
 * more schemes have, then the lower code. Immutable once built.
 */
final class NearestConcepts {

  /** How much it costs to leave out, or to add, a value. */
  private enum Weight {
    PLACE(8, 7),
    SIDE(7, 7),
    SUBTYPE(9, 8),
    KIND(6, 7),
    CONTRAST(4, 6),
    COUNT(3, 3),
    DETAIL(3, 4);

    private final int lost;
    private final int added;

    Weight(int lost, int added) {
      this.lost = lost;
      this.added = added;
    }
  }

  private static final Map<Attribute, Weight> WEIGHTS = new EnumMap<>(Attribute.class);

  static {
    for (Attribute attribute : Attribute.values()) {
      WEIGHTS.put(attribute, Weight.DETAIL);
    }
    WEIGHTS.put(Attribute.REGION, Weight.PLACE);
    WEIGHTS.put(Attribute.FOCUS, Weight.KIND);
    WEIGHTS.put(Attribute.MODALITY_SUBTYPE, Weight.SUBTYPE);
    WEIGHTS.put(Attribute.LATERALITY, Weight.SIDE);
    WEIGHTS.put(Attribute.INTERVENTION, Weight.KIND);
    WEIGHTS.put(Attribute.GUIDANCE, Weight.KIND);
    WEIGHTS.put(Attribute.PHARMACEUTICAL, Weight.CONTRAST);
    WEIGHTS.put(Attribute.CONTRAST, Weight.CONTRAST);
    WEIGHTS.put(Attribute.VIEW_COUNT, Weight.COUNT);
  }

  /**
   * A procedure near a text.
   *
   * @param cost 0 where it has exactly the values
   * @param added it has a value that the text does not say
   */
  record Near(Concept concept, int cost, boolean added, int schemes) {}

  private static final Comparator<Near> BEST_FIRST =
      Comparator.comparingInt(Near::cost)
          .thenComparing(Near::schemes, Comparator.reverseOrder())
          .thenComparing(near -> near.concept().code());

  private static final String ANYWHERE = "";

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Attribute> homes = new ArrayList<>();
  private final Map<String, Map<String, List<Candidate>>> byModality = new HashMap<>();

  private record Candidate(Concept concept, int[] values, int schemes) {}

  NearestConcepts(Collection<Concept> concepts) {
    concepts.forEach(this::index);
  }

  private void index(Concept concept) {
    int[] values = new int[concept.attributes().values().stream().mapToInt(Set::size).sum()];
    int at = 0;
    for (Map.Entry<Attribute, SortedSet<String>> entry : concept.attributes().entrySet()) {
      for (String id : entry.getValue()) {
        values[at++] = number(id, entry.getKey());
      }
    }
    Candidate candidate = new Candidate(concept, values, concept.codes().size());
    for (String modality : ids(concept, Attribute.MODALITY)) {
      put(modality, ANYWHERE, candidate);
      ids(concept, Attribute.REGION).forEach(place -> put(modality, place, candidate));
      ids(concept, Attribute.FOCUS).forEach(place -> put(modality, place, candidate));
    }
  }

  private static Set<String> ids(Concept concept, Attribute attribute) {
    Set<String> ids = concept.attributes().get(attribute);
    return ids == null ? Set.of() : ids;
  }

  private void put(String modality, String place, Candidate candidate) {
    byModality
        .computeIfAbsent(modality, m -> new HashMap<>())
        .computeIfAbsent(place, p -> new ArrayList<>())
        .add(candidate);
  }

  private int number(String id, Attribute home) {
    Integer known = numbers.putIfAbsent(id, homes.size());
    if (known == null) {
      homes.add(home);
    }
    return known == null ? homes.size() - 1 : known;
  }

  /** The nearest procedures to a set of values, best first. */
  List<Near> find(String modality, Set<String> values, int most) {
    BitSet said = new BitSet(homes.size());
    int unknown = 0;
    for (String value : values) {
      Integer number = numbers.get(value);
      if (number == null) {
        unknown += Weight.DETAIL.lost;
      } else {
        said.set(number);
      }
    }
    PriorityQueue<Near> nearest = new PriorityQueue<>(BEST_FIRST.reversed());
    for (Candidate candidate : candidates(modality, values)) {
      Optional<Near> near = compare(candidate, said, unknown);
      if (near.isPresent()) {
        nearest.add(near.get());
        if (nearest.size() > most) {
          nearest.poll();
        }
      }
    }
    Near[] found = nearest.toArray(Near[]::new);
    Arrays.sort(found, BEST_FIRST);
    return List.of(found);
  }

  private Collection<Candidate> candidates(String modality, Set<String> values) {
    List<String> places =
        values.stream()
            .filter(v -> numbers.containsKey(v) && isPlace(homes.get(numbers.get(v))))
            .toList();
    Map<String, List<Candidate>> byPlace = byModality.getOrDefault(modality, Map.of());
    if (places.isEmpty()) {
      return byPlace.getOrDefault(ANYWHERE, List.of());
    }
    Map<String, Candidate> all = new HashMap<>();
    for (String place : places) {
      for (Candidate c : byPlace.getOrDefault(place, List.of())) {
        all.put(c.concept().code(), c);
      }
    }
    return all.values();
  }

  private static boolean isPlace(Attribute attribute) {
    return attribute == Attribute.REGION || attribute == Attribute.FOCUS;
  }

  private Optional<Near> compare(Candidate candidate, BitSet said, int unknown) {
    BitSet lost = (BitSet) said.clone();
    int cost = unknown;
    boolean added = false;
    boolean otherContrast = false;
    boolean otherSide = false;
    for (int value : candidate.values()) {
      if (lost.get(value)) {
        lost.clear(value);
      } else {
        Attribute home = homes.get(value);
        cost += WEIGHTS.get(home).added;
        added = true;
        otherContrast |= home == Attribute.CONTRAST;
        otherSide |= home == Attribute.LATERALITY;
      }
    }
    for (int value = lost.nextSetBit(0); value >= 0; value = lost.nextSetBit(value + 1)) {
      Attribute home = homes.get(value);
      if (otherContrast && home == Attribute.CONTRAST
          || otherSide && home == Attribute.LATERALITY) {
        return Optional.empty();
      }
      cost += WEIGHTS.get(home).lost;
    }
    return Optional.of(new Near(candidate.concept(), cost, added, candidate.schemes()));
  }
}
