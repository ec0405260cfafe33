package org.radcanon.terminology.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.reading.NearestConcepts.Near;

/** Against a search that compares every procedure, set with set. */
class NearestConceptsTest {

  private static final List<Concept> CONCEPTS = List.copyOf(BuiltIn.MAP.concepts());
  private static final NearestConcepts NEAREST = new NearestConcepts(CONCEPTS);
  private static final int MOST = 6;
  private static final int TRIES = 200;

  private final Random random = new Random(4);
  private final Map<String, Attribute> homes = new HashMap<>();
  private final Map<String, Set<Concept>> having = new HashMap<>();

  NearestConceptsTest() {
    for (Concept concept : CONCEPTS) {
      concept.attributes().forEach((home, ids) -> ids.forEach(id -> homes.put(id, home)));
      concept.values().forEach(v -> having.computeIfAbsent(v, i -> new HashSet<>()).add(concept));
    }
  }

  @Test
  void finds_the_cheapest_of_all_procedures_of_the_places_that_are_said() {
    for (int i = 0; i < TRIES; i++) {
      Concept like = any(CONCEPTS);
      String modality = like.attributes().get(Attribute.MODALITY).first();
      Set<String> values = varied(like);

      assertThat(NEAREST.find(modality, values, MOST, false))
          .as("%s %s", modality, values)
          .isEqualTo(slowly(modality, values, ofPlaces(modality, values)));
    }
  }

  @Test
  void looks_beside_a_known_procedure_at_the_place_that_fewest_have() {
    for (int i = 0; i < TRIES; i++) {
      Concept like = any(CONCEPTS);
      String modality = like.attributes().get(Attribute.MODALITY).first();
      Set<String> values = like.values();

      assertThat(NEAREST.find(modality, values, MOST, true))
          .as("%s %s", modality, values)
          .isEqualTo(slowly(modality, values, ofRarestPlace(modality, values)));
    }
  }

  @Test
  void a_modality_that_no_procedure_has_has_none_near() {
    assertThat(NEAREST.find("RID0", Set.of("RID1243"), MOST, false)).isEmpty();
  }

  /** A procedure's values, some taken away, some of another's added, and one that nobody has. */
  private Set<String> varied(Concept like) {
    Set<String> values = new LinkedHashSet<>(like.values());
    values.removeIf(value -> random.nextInt(4) == 0);
    for (String value : any(CONCEPTS).values()) {
      if (random.nextInt(3) == 0) {
        values.add(value);
      }
    }
    if (random.nextInt(10) == 0) {
      values.add("RV-UNHEARD-OF");
    }
    return values;
  }

  private Concept any(List<Concept> some) {
    return some.get(random.nextInt(some.size()));
  }

  private Set<Concept> ofPlaces(String modality, Set<String> values) {
    Set<Concept> found = new LinkedHashSet<>();
    places(values).forEach(place -> found.addAll(of(modality, place)));
    return places(values).isEmpty() ? new HashSet<>(of(modality, modality)) : found;
  }

  private Set<Concept> ofRarestPlace(String modality, Set<String> values) {
    return places(values).stream()
        .map(place -> of(modality, place))
        .min(Comparator.comparingInt(List::size))
        .<Set<Concept>>map(HashSet::new)
        .orElseGet(() -> new HashSet<>(of(modality, modality)));
  }

  private List<String> places(Set<String> values) {
    return values.stream()
        .filter(v -> Set.of(Attribute.REGION, Attribute.FOCUS).contains(home(v)))
        .toList();
  }

  private Attribute home(String value) {
    return homes.getOrDefault(value, Attribute.VIEW);
  }

  private List<Concept> of(String modality, String value) {
    List<Concept> both = new ArrayList<>(having.getOrDefault(value, Set.of()));
    both.retainAll(having.getOrDefault(modality, Set.of()));
    return both;
  }

  private List<Near> slowly(String modality, Set<String> values, Set<Concept> among) {
    List<Near> all = new ArrayList<>();
    for (Concept concept : among) {
      if (!other(concept, values, Attribute.CONTRAST)
          && !other(concept, values, Attribute.LATERALITY)) {
        Set<String> more = without(concept.values(), values);
        int cost = 0;
        for (String lost : without(values, concept.values())) {
          cost += homes.containsKey(lost) ? Weight.of(home(lost)).lost() : Weight.DETAIL.lost();
        }
        for (String added : more) {
          cost += Weight.of(home(added)).added();
        }
        all.add(new Near(concept, cost, !more.isEmpty()));
      }
    }
    all.sort(
        Comparator.comparingInt(Near::cost)
            .thenComparing(near -> -near.concept().codes().size())
            .thenComparing(near -> near.concept().code()));
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private boolean other(Concept concept, Set<String> values, Attribute attribute) {
    SortedSet<String> own = concept.attributes().get(attribute);
    Set<String> said = new HashSet<>(values);
    said.removeIf(value -> homes.get(value) != attribute);
    return own != null && !without(own, said).isEmpty() && !without(said, own).isEmpty();
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new HashSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
