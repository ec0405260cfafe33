package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.radcanon.terminology.text.NormalText;
import org.radcanon.terminology.text.Normalizer;

/** Every name that a text may equal, by its words. Immutable once built. */
final class NameIndex {

  /** How a name came to a concept; the earlier, the better. */
  enum Kind {
    /** A name that a scheme publishes. */
    OFFICIAL,
    /** Composed from the attributes, the region left out where the focus implies it. */
    DERIVED
  }

  /**
   * @param sequence the name's words in order
   * @param terse the name that a person chose for the procedure says more than this one
   * @param named the modalities (RID) that the name's own modality word may mean
   */
  record Entry(
      Concept concept,
      Kind kind,
      String sequence,
      Set<String> named,
      boolean terse,
      boolean doubtful) {

    String modality() {
      return concept.attributes().get(Attribute.MODALITY).first();
    }

    /** Whether a text that names modalities names this one, or names it as this name does. */
    boolean namedBy(NormalText text) {
      return text.modalities().contains(modality())
          || !named.isEmpty() && named.equals(text.modalities());
    }
  }

  private final Map<String, List<Entry>> byBag = new HashMap<>();
  private final Set<String> vocabulary = new HashSet<>();
  private final CanonicalMap map;
  private final Normalizer normalizer;

  NameIndex(CanonicalMap map, Normalizer normalizer) {
    this.map = map;
    this.normalizer = normalizer;
    map.concepts().stream()
        .filter(concept -> concept.attributes().containsKey(Attribute.MODALITY))
        .forEach(this::index);
    byBag.replaceAll((bag, entries) -> best(entries));
  }

  private void index(Concept concept) {
    Set<String> chosen = new HashSet<>();
    for (List<Code> codes : concept.codes().values()) {
      chosen.addAll(chosenWords(codes.get(0)));
      codes.forEach(code -> index(concept, code));
    }
    for (String name : derived(concept)) {
      NormalText text = normalizer.normalize(name);
      add(concept, Kind.DERIVED, text, !text.words().containsAll(chosen), false);
    }
  }

  private void index(Concept concept, Code code) {
    Set<String> chosen = chosenWords(code);
    for (CanonicalMap.Name name : map.publishedNames(code)) {
      NormalText text = normalizer.normalize(name.text());
      boolean terse = name.generated() && !text.words().containsAll(chosen);
      add(concept, Kind.OFFICIAL, text, terse, name.doubtful());
    }
  }

  /** The words of the names that a person chose for a code. */
  private Set<String> chosenWords(Code code) {
    Set<String> words = new HashSet<>();
    for (CanonicalMap.Name name : map.publishedNames(code)) {
      if (!name.generated()) {
        words.addAll(normalizer.normalize(name.text()).words());
      }
    }
    return words;
  }

  private void add(Concept concept, Kind kind, NormalText text, boolean terse, boolean doubtful) {
    if (!text.words().isEmpty()) {
      vocabulary.addAll(text.words());
      byBag
          .computeIfAbsent(text.bag(), b -> new ArrayList<>(1))
          .add(new Entry(concept, kind, text.sequence(), text.modalities(), terse, doubtful));
    }
  }

  /** The composed name, and the same without the regions that its foci imply. */
  private Set<String> derived(Concept concept) {
    Set<String> regions =
        new TreeSet<>(concept.attributes().getOrDefault(Attribute.REGION, new TreeSet<>()));
    concept
        .attributes()
        .getOrDefault(Attribute.FOCUS, new TreeSet<>())
        .forEach(focus -> regions.removeAll(map.form().impliedRegions(focus)));
    Set<String> names = new LinkedHashSet<>();
    names.add(compose(concept, value -> true));
    names.add(compose(concept, value -> !isRegion(value) || regions.contains(value)));
    return names;
  }

  private boolean isRegion(String value) {
    return map.value(value)
        .flatMap(AttributeValue::attribute)
        .filter(a -> a == Attribute.REGION)
        .isPresent();
  }

  private String compose(Concept concept, Predicate<String> wanted) {
    StringBuilder name = new StringBuilder();
    Arrays.stream(Attribute.values())
        .flatMap(a -> concept.attributes().getOrDefault(a, new TreeSet<>()).stream())
        .filter(wanted)
        .forEach(id -> name.append(map.value(id).orElseThrow().label()).append(' '));
    return name.toString();
  }

  /** One entry for each concept and word order, the best kind first. */
  private static List<Entry> best(List<Entry> entries) {
    Map<List<Object>, Entry> best = new LinkedHashMap<>();
    entries.stream()
        .sorted(Comparator.comparing(Entry::kind).thenComparing(Entry::terse))
        .forEach(e -> best.putIfAbsent(List.of(e.concept().code(), e.sequence(), e.named()), e));
    return List.copyOf(best.values());
  }

  /** The names with these words, in whatever order, best kind first. */
  List<Entry> find(NormalText text) {
    return byBag.getOrDefault(text.bag(), List.of());
  }

  /** The words of a text that stand in no name. */
  List<String> unknownWords(NormalText text) {
    return text.words().stream().filter(word -> !vocabulary.contains(word)).distinct().toList();
  }
}
