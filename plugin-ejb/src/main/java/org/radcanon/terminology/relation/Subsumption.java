package org.radcanon.terminology.relation;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;

/**
 * What a set of values says, with all that it implies: its values and those above them. One set is
 * broader than another when all that it says is said there as well.
 *
 * <p>Above a value stand its ancestors in the vocabulary (RadLex's, or those that an own value was
 * given) with the same home attribute, for the attributes of {@link #GRADED}: a thumb is a finger,
 * PET is nuclear medicine, IV contrast is contrast, valgus stress is stress. In the others values
 * are the same or they are not: neither is bilateral above left, nor two views above three.
 * Ancestors of another attribute say nothing: RadLex has CT under tomography, and catheters under
 * treatment. "Radiology procedure", RadLex's top of most modalities, is a modality of its own in
 * the Playbook (a guidance, whatever guides): there it is what it says, broader than US.
 */
public final class Subsumption {

  /** Attributes in which a value may be broader than another. */
  static final Set<Attribute> GRADED =
      EnumSet.complementOf(
          EnumSet.of(
              Attribute.LATERALITY,
              Attribute.VIEW_COUNT,
              Attribute.EXTENT,
              Attribute.GUIDANCE,
              Attribute.POPULATION));

  private final CanonicalMap map;
  private final Map<String, Set<String>> implied = new HashMap<>();

  public Subsumption(CanonicalMap map) {
    this.map = map;
    map.values().forEach(value -> implied.put(value.id(), implied(value)));
  }

  private Set<String> implied(AttributeValue value) {
    Set<String> all = new HashSet<>(Set.of(value.id()));
    if (value.attribute().filter(GRADED::contains).isEmpty()) {
      return all;
    }
    Set<String> passed = new HashSet<>();
    Optional<AttributeValue> above = value.parent().flatMap(map::value);
    while (above.isPresent() && passed.add(above.get().id())) {
      if (above.get().attribute().equals(value.attribute())) {
        all.add(above.get().id());
      }
      above = above.get().parent().flatMap(map::value);
    }
    return all;
  }

  /** A concept's values and those above them. */
  Set<String> said(Concept concept) {
    Set<String> all = new HashSet<>();
    concept.values().forEach(value -> all.addAll(said(value)));
    return all;
  }

  /** A value and those above it. */
  public Set<String> said(String value) {
    return implied.getOrDefault(value, Set.of(value));
  }
}
