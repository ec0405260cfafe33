package org.radcanon.terminology.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.relation.Subsumption;

/**
 * What View Position (0018,5101) says against the views of a procedure. It is that of one image
 * (PS3.3 C.8.1.1), and a study may have further images: so it adds no view, and confirms no number.
 * Two things it can say, and images that come later take neither back:
 *
 * <ul>
 *   <li>an image is none of the views that the procedure names, where it names all that it has, and
 *       all of them are such as a View Position tells;
 *   <li>more positions are seen than the procedure has views.
 * </ul>
 *
 * That a named view is missing says nothing before the study is complete, which nobody knows.
 */
final class ViewPositions {

  private static final String AP = "RID43583";
  private static final String PA = "RID43594";
  private static final String LATERAL = "RID43591";
  private static final String OBLIQUE = "RID45661";
  private static final String DECUBITUS = "RID43587";
  private static final String FRONTAL = "RV-FRONTAL-VIEW";

  /** The views that an image of a position may be, those below them included. */
  private static final Map<String, Set<String>> VIEWS = new HashMap<>();

  static {
    VIEWS.put("AP", Set.of(AP, FRONTAL, "RID50125"));
    VIEWS.put("PA", Set.of(PA, FRONTAL, "RID50118"));
    for (String lateral : List.of("LL", "RL", "LAT", "LATERAL")) {
      VIEWS.put(lateral, Set.of(LATERAL, "RID50126"));
    }
    for (String decubitus : List.of("LLD", "RLD")) {
      VIEWS.put(decubitus, Set.of(DECUBITUS, "RID43592", "RID43595", "RID10424"));
    }
    for (String oblique : List.of("LLO", "RLO", "LAO", "LPO", "RAO", "RPO", "OBL", "OBLIQUE")) {
      VIEWS.put(oblique, Set.of(OBLIQUE, "RID45795"));
    }
    VIEWS.put("CC", Set.of("RID10519"));
    VIEWS.put("MLO", Set.of("RID50114"));
    VIEWS.put("ML", Set.of("RID10526"));
  }

  private final CanonicalMap map;
  private final Subsumption subsumption;
  private final Set<String> told = new HashSet<>();

  ViewPositions(CanonicalMap map, Subsumption subsumption) {
    this.map = map;
    this.subsumption = subsumption;
    VIEWS.values().forEach(told::addAll);
  }

  /** Why these positions cannot all be images of the procedure; empty where they can. */
  Optional<String> against(Concept concept, Collection<String> positions) {
    SortedSet<String> seen = new TreeSet<>(positions);
    seen.retainAll(VIEWS.keySet());
    int number = number(concept);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    if (number > 0 && seen.size() > number) {
      return Optional.of("images are " + String.join(" and ", seen));
    }
    Set<String> named = concept.attributes().getOrDefault(Attribute.VIEW, new TreeSet<>());
    boolean all = number >= 0 && number <= named.size() && named.stream().allMatch(this::told);
    return named.isEmpty() || !all
        ? Optional.empty()
        : seen.stream()
            .filter(position -> named.stream().noneMatch(view -> may(position, view)))
            .findFirst()
            .map(position -> "an image is " + position);
  }

  /**
   * How many views the procedure says that it has: 0 where it does not, -1 for at least so many.
   */
  int number(Concept concept) {
    SortedSet<String> counts = concept.attributes().get(Attribute.VIEW_COUNT);
    if (counts == null) {
      return 0;
    }
    String[] words = map.value(counts.first()).orElseThrow().label().split(" ");
    boolean exact =
        counts.size() == 1 && words.length == 2 && words[0].chars().allMatch(Character::isDigit);
    return exact ? Integer.parseInt(words[0]) : -1;
  }

  private boolean told(String view) {
    return subsumption.said(view).stream().anyMatch(told::contains);
  }

  private boolean may(String position, String view) {
    return subsumption.said(view).stream().anyMatch(VIEWS.get(position)::contains);
  }
}
