package org.radcanon.terminology.gap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;

/**
 * What a published name says of side, contrast and modality, held against the attributes. A name
 * that says less than the attributes is not wrong; one that says more, or something else, is.
 */
final class NameClaims {

  private static final Map<String, String> SIDES =
      Map.of("RID5824", "left", "RID5825", "right", "RID5771", "bilateral");
  private static final Map<String, String> CONTRAST =
      Map.of("RID28768", "without", "RID28769", "with", "RID28771", "without then with");
  private static final Set<String> CT_AND_MR = Set.of("RID10321", "RID10312");

  /** First words of names, and the modalities that may be meant. */
  private static final Map<String, Set<String>> MODALITY_WORDS =
      Map.ofEntries(
          Map.entry("ct", Set.of("RID10321")),
          Map.entry("cta", Set.of("RID10321")),
          Map.entry("mr", Set.of("RID10312")),
          Map.entry("mri", Set.of("RID10312")),
          Map.entry("mra", Set.of("RID10312")),
          Map.entry("us", Set.of("RID10326", "RID49581")),
          Map.entry("xr", Set.of("RID10345", "RID49582", "RID10357")),
          Map.entry("mg", Set.of("RID10357")),
          Map.entry("mammo", Set.of("RID10357")),
          Map.entry("nm", Set.of("RID10330", "RID49583", "RID10337", "RID10341")),
          Map.entry("spect", Set.of("RID10330", "RID49583")),
          Map.entry("pt", Set.of("RID10337", "RID10341")),
          Map.entry("pet", Set.of("RID10337", "RID10341")),
          Map.entry("fl", Set.of("RID45709", "RID49582", "RID49581")),
          Map.entry("rf", Set.of("RID45709", "RID49582", "RID49581", "RID49584")));

  private final CanonicalMap map;

  /** Whether one word in front of names may mean either modality. */
  static boolean sameWord(String modality, String other) {
    return MODALITY_WORDS.values().stream()
        .anyMatch(meant -> meant.contains(modality) && meant.contains(other));
  }

  NameClaims(CanonicalMap map) {
    this.map = map;
  }

  /** What is wrong with a name, in a sentence; empty where nothing is. */
  Optional<String> against(CanonicalMap.Name name, Concept concept) {
    if (name.doubtful()) {
      return Optional.of("The name says something else than the attributes: " + concept.name());
    }
    NameWords words = NameWords.of(name.text());
    return side(words, concept)
        .or(() -> contrast(words, concept))
        .or(() -> modality(words, concept));
  }

  private Optional<String> side(NameWords words, Concept concept) {
    Optional<String> said = words.side();
    SortedSet<String> sides = values(concept, Attribute.LATERALITY);
    if (said.isEmpty() || sides.stream().anyMatch(s -> said.get().equals(SIDES.get(s)))) {
      return Optional.empty();
    }
    if (sides.isEmpty() && labelled(concept, said.get())) {
      return Optional.empty();
    }
    return Optional.of(
        sentence("The name says " + said.get(), sides.isEmpty() ? "no side" : labels(sides)));
  }

  private Optional<String> contrast(NameWords words, Concept concept) {
    Optional<String> said = words.contrast();
    SortedSet<String> contrast = values(concept, Attribute.CONTRAST);
    if (said.isEmpty() || contrast.stream().anyMatch(c -> said.get().equals(CONTRAST.get(c)))) {
      return Optional.empty();
    }
    boolean compared =
        contrast.isEmpty()
            ? CT_AND_MR.containsAll(values(concept, Attribute.MODALITY))
            : contrast.size() == 1 && CONTRAST.containsKey(contrast.first());
    return compared
        ? Optional.of(
            sentence(
                "The name says " + said.get() + " contrast",
                contrast.isEmpty() ? "nothing of contrast" : labels(contrast)))
        : Optional.empty();
  }

  private Optional<String> modality(NameWords words, Concept concept) {
    String first = words.first();
    SortedSet<String> modalities = values(concept, Attribute.MODALITY);
    Set<String> meant = MODALITY_WORDS.getOrDefault(first, Set.of());
    boolean fits =
        meant.isEmpty()
            || modalities.isEmpty()
            || modalities.stream().anyMatch(meant::contains)
            || modalities.stream().anyMatch(m -> NameWords.of(label(m)).contains(first));
    return fits
        ? Optional.empty()
        : Optional.of(
            sentence("The name begins with " + first.toUpperCase(Locale.ROOT), labels(modalities)));
  }

  /** A value may have the side in its own name: left ventricle, left lateral view. */
  private boolean labelled(Concept concept, String word) {
    return concept.attributes().values().stream()
        .flatMap(SortedSet::stream)
        .map(map::value)
        .flatMap(Optional::stream)
        .anyMatch(
            value ->
                NameWords.of(value.label()).contains(word)
                    || NameWords.of(value.name()).contains(word));
  }

  private static String sentence(String claim, String attributes) {
    return claim + ", the attributes say " + attributes;
  }

  private String labels(SortedSet<String> values) {
    return String.join(" and ", values.stream().map(this::label).toList());
  }

  private String label(String value) {
    return map.value(value).map(v -> v.label()).orElse(value);
  }

  private static SortedSet<String> values(Concept concept, Attribute attribute) {
    return concept.attributes().getOrDefault(attribute, new TreeSet<>(List.of()));
  }
}
