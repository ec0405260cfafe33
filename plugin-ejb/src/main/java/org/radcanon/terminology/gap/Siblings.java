package org.radcanon.terminology.gap;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Concept;

/**
 * Procedures of one scheme that lack the one that belongs to them: the other side, both sides, or
 * the same without contrast.
 */
final class Siblings {

  private static final String LEFT = "RID5824";
  private static final String RIGHT = "RID5825";
  private static final String BILATERAL = "RID5771";
  private static final String WITHOUT = "RID28768";
  private static final String WITH = "RID28769";
  private static final String BOTH = "RID28771";
  private static final String NOT_SAID = "";
  private static final Set<String> CT_AND_MR = Set.of("RID10321", "RID10312");

  /** With anything beside these, contrast may be what the procedure is about. */
  private static final Set<Attribute> PLAIN =
      Set.of(
          Attribute.MODALITY,
          Attribute.POPULATION,
          Attribute.REGION,
          Attribute.FOCUS,
          Attribute.LATERALITY,
          Attribute.EXTENT,
          Attribute.CONTRAST);

  private static final SortedSet<String> NONE =
      Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(NOT_SAID)));

  private final Map<Map<Attribute, SortedSet<String>>, Map<String, Concept>> bySide =
      new LinkedHashMap<>();
  private final Map<Map<Attribute, SortedSet<String>>, Map<String, Concept>> byContrast =
      new LinkedHashMap<>();
  private final Set<List<Object>> bilateral = new HashSet<>();
  private final Map<Concept, String> missing = new LinkedHashMap<>();

  Siblings(Collection<Concept> concepts) {
    for (Concept concept : concepts) {
      one(concept, Attribute.LATERALITY)
          .ifPresent(side -> put(bySide, concept, Attribute.LATERALITY, side));
      if (one(concept, Attribute.LATERALITY).filter(BILATERAL::equals).isPresent()) {
        bilateral.add(imaged(concept));
      }
      if (!concept.attributes().containsKey(Attribute.CONTRAST)) {
        put(byContrast, concept, Attribute.CONTRAST, NOT_SAID);
      }
      one(concept, Attribute.CONTRAST)
          .ifPresent(contrast -> put(byContrast, concept, Attribute.CONTRAST, contrast));
    }
  }

  private static Optional<String> one(Concept concept, Attribute attribute) {
    SortedSet<String> values = concept.attributes().getOrDefault(attribute, new TreeSet<>());
    return values.size() == 1 ? Optional.of(values.first()) : Optional.empty();
  }

  private static void put(
      Map<Map<Attribute, SortedSet<String>>, Map<String, Concept>> index,
      Concept concept,
      Attribute without,
      String value) {
    Map<Attribute, SortedSet<String>> rest = new EnumMap<>(Attribute.class);
    rest.putAll(concept.attributes());
    rest.remove(without);
    index.computeIfAbsent(rest, r -> new HashMap<>(4)).put(value, concept);
  }

  /** With which modality what is imaged. */
  private static List<Object> imaged(Concept concept) {
    return List.of(
        concept.attributes().getOrDefault(Attribute.MODALITY, new TreeSet<>()),
        concept.attributes().getOrDefault(Attribute.REGION, new TreeSet<>()),
        concept.attributes().getOrDefault(Attribute.FOCUS, new TreeSet<>()));
  }

  /** What is missing, in a sentence, by the procedure that lacks it. */
  Map<Concept, String> missing() {
    bySide.values().forEach(this::sides);
    byContrast.values().forEach(this::contrast);
    return missing;
  }

  private void sides(Map<String, Concept> sides) {
    Concept left = sides.get(LEFT);
    Concept right = sides.get(RIGHT);
    if (left != null && right == null) {
      add(left, "There is left, but no right: ");
    } else if (right != null && left == null) {
      add(right, "There is right, but no left: ");
    } else if (left != null && !sides.containsKey(BILATERAL) && sensible(left)) {
      add(left, "There is left and right, but no bilateral: ");
    }
  }

  /** Interventions are done on a side; and a scheme that images pairs shows it elsewhere. */
  private boolean sensible(Concept left) {
    return !left.attributes().containsKey(Attribute.INTERVENTION)
        && !left.attributes().containsKey(Attribute.GUIDANCE)
        && bilateral.contains(imaged(left));
  }

  private void contrast(Map<String, Concept> contrasts) {
    Concept with = contrasts.getOrDefault(WITH, contrasts.get(BOTH));
    if (with != null
        && !contrasts.containsKey(WITHOUT)
        && !contrasts.containsKey(NOT_SAID)
        && CT_AND_MR.containsAll(with.attributes().getOrDefault(Attribute.MODALITY, NONE))
        && PLAIN.containsAll(with.attributes().keySet())) {
      add(with, "There is with contrast, but neither without nor unspecified: ");
    }
  }

  private void add(Concept concept, String what) {
    missing.merge(concept, what + concept.name(), (a, b) -> a + ". " + b);
  }
}
