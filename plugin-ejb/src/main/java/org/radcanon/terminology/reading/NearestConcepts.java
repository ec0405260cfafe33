package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Concept;

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
  private static final int EXCLUDED = Integer.MAX_VALUE;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Attribute> homes = new ArrayList<>();
  private final Map<String, Map<String, List<Candidate>>> byModality = new HashMap<>();

  private final int[] lost;
  private final int[] added;
  private final BitSet contrast;
  private final BitSet side;
  private int candidates;

  private record Candidate(Concept concept, int number, int[] values, int schemes) {}

  NearestConcepts(Collection<Concept> concepts) {
    concepts.forEach(this::index);
    lost = homes.stream().mapToInt(home -> WEIGHTS.get(home).lost).toArray();
    added = homes.stream().mapToInt(home -> WEIGHTS.get(home).added).toArray();
    contrast = valuesOf(Attribute.CONTRAST);
    side = valuesOf(Attribute.LATERALITY);
  }

  private BitSet valuesOf(Attribute attribute) {
    BitSet values = new BitSet(homes.size());
    for (int value = 0; value < homes.size(); value++) {
      values.set(value, homes.get(value) == attribute);
    }
    return values;
  }

  private void index(Concept concept) {
    int[] values = new int[concept.attributes().values().stream().mapToInt(Set::size).sum()];
    int at = 0;
    for (Map.Entry<Attribute, SortedSet<String>> entry : concept.attributes().entrySet()) {
      for (String id : entry.getValue()) {
        values[at++] = number(id, entry.getKey());
      }
    }
    Candidate candidate = new Candidate(concept, candidates++, values, concept.codes().size());
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

  /**
   * The nearest procedures to a set of values, best first.
   *
   * @param known a procedure has exactly these values: only those beside it are looked at, of the
   *     place that fewest have
   */
  List<Near> find(String modality, Set<String> values, int most, boolean known) {
    Query query = new Query(values);
    PriorityQueue<Near> nearest = new PriorityQueue<>(BEST_FIRST.reversed());
    BitSet seen = new BitSet(candidates);
    for (List<Candidate> some : candidates(modality, values, known)) {
      for (Candidate candidate : some) {
        if (seen.get(candidate.number())) {
          continue;
        }
        seen.set(candidate.number());
        int worst = nearest.size() < most ? Integer.MAX_VALUE : nearest.peek().cost();
        int cost = query.cost(candidate);
        if (cost != EXCLUDED && cost <= worst) {
          nearest.add(
              new Near(candidate.concept(), cost, query.adds(candidate), candidate.schemes()));
          if (nearest.size() > most) {
            nearest.poll();
          }
        }
      }
    }
    Near[] found = nearest.toArray(Near[]::new);
    Arrays.sort(found, BEST_FIRST);
    return List.of(found);
  }

  private List<List<Candidate>> candidates(String modality, Set<String> values, boolean known) {
    Map<String, List<Candidate>> byPlace = byModality.getOrDefault(modality, Map.of());
    List<List<Candidate>> found = new ArrayList<>(4);
    boolean placed = false;
    for (String value : values) {
      Integer number = numbers.get(value);
      if (number != null && isPlace(homes.get(number))) {
        placed = true;
        found.add(byPlace.getOrDefault(value, List.of()));
      }
    }
    if (!placed) {
      return List.of(byPlace.getOrDefault(ANYWHERE, List.of()));
    }
    return known ? List.of(Collections.min(found, Comparator.comparingInt(List::size))) : found;
  }

  private static boolean isPlace(Attribute attribute) {
    return attribute == Attribute.REGION || attribute == Attribute.FOCUS;
  }

  /** What a text says, ready to be compared with many procedures. */
  private final class Query {

    private final BitSet said = new BitSet(homes.size());
    private int allLost;
    private int contrasts;
    private int sides;

    Query(Set<String> values) {
      for (String value : values) {
        Integer number = numbers.get(value);
        allLost += number == null ? Weight.DETAIL.lost : lost[number];
        if (number != null) {
          said.set(number);
          contrasts += contrast.get(number) ? 1 : 0;
          sides += side.get(number) ? 1 : 0;
        }
      }
    }

    /** Beyond every number for another side, or another statement about contrast. */
    int cost(Candidate candidate) {
      int cost = allLost;
      int lostContrasts = contrasts;
      int lostSides = sides;
      boolean otherContrast = false;
      boolean otherSide = false;
      for (int value : candidate.values()) {
        if (said.get(value)) {
          cost -= lost[value];
          lostContrasts -= contrast.get(value) ? 1 : 0;
          lostSides -= side.get(value) ? 1 : 0;
        } else {
          cost += added[value];
          otherContrast |= contrast.get(value);
          otherSide |= side.get(value);
        }
      }
      boolean excluded = otherContrast && lostContrasts > 0 || otherSide && lostSides > 0;
      return excluded ? EXCLUDED : cost;
    }

    boolean adds(Candidate candidate) {
      for (int value : candidate.values()) {
        if (!said.get(value)) {
          return true;
        }
      }
      return false;
    }
  }
}
