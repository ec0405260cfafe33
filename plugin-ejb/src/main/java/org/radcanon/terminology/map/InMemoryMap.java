package org.radcanon.terminology.map;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.rimag.Rimag;

/** Hash maps over the loaded tables. */
final class InMemoryMap implements CanonicalMap {

  private final MapContents contents;
  private final Map<String, Concept> all;
  private final Map<String, Map<String, Concept>> byScheme = new HashMap<>();
  private final Map<String, Set<Concept>> byValue = new HashMap<>();
  private final Map<Set<String>, Concept> bySet = new HashMap<>();

  private final Map<String, Set<String>> replaces = new HashMap<>();
  private final Map<String, List<Code>> composedCodes = new ConcurrentHashMap<>();

  InMemoryMap(MapContents contents) {
    this.contents = contents;
    this.all = new HashMap<>(contents.retired());
    this.all.putAll(contents.active());
    contents.active().values().forEach(concept -> index(concept, concept));
    contents.retired().values().forEach(concept -> index(concept, meant(concept)));
    contents.active().values().forEach(concept -> bySet.put(Set.copyOf(concept.values()), concept));
    contents
        .replaced()
        .forEach((code, by) -> replaces.computeIfAbsent(by, b -> new TreeSet<>()).add(code));
    replaces.replaceAll((code, gone) -> Collections.unmodifiableSet(gone));
  }

  private Concept meant(Concept retired) {
    return current(retired.code()).orElse(retired);
  }

  private void index(Concept concept, Concept meant) {
    for (List<Code> codes : concept.codes().values()) {
      for (Code code : codes) {
        byScheme.computeIfAbsent(code.scheme(), s -> new HashMap<>()).put(code.value(), meant);
        byValue.merge(code.value(), Set.of(meant), InMemoryMap::joined);
      }
    }
  }

  private static Set<Concept> joined(Set<Concept> some, Set<Concept> more) {
    Set<Concept> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return Collections.unmodifiableSet(all);
  }

  @Override
  public Collection<Concept> concepts() {
    return contents.active().values();
  }

  @Override
  public Optional<Concept> concept(String conceptCode) {
    return Optional.ofNullable(all.get(conceptCode));
  }

  @Override
  public Optional<Concept> byCode(String scheme, String value) {
    Map<String, Concept> codes = byScheme.get(designator(scheme));
    if (codes == null) {
      return Optional.empty();
    }
    Concept found = codes.get(value);
    return found != null || !designator(scheme).equals(Rimag.DESIGNATOR)
        ? Optional.ofNullable(found)
        : composed(value);
  }

  /** What a Rimag code means that is no listed item, or one with an institution's extension. */
  private Optional<Concept> composed(String code) {
    return contents
        .rimag()
        .map(rimag -> rimag.values(code))
        .filter(v -> !v.isEmpty())
        .flatMap(this::withValues);
  }

  @Override
  public List<Code> codes(Concept concept, String scheme) {
    String designator = designator(scheme);
    List<Code> listed = concept.codes().getOrDefault(designator, List.of());
    return listed.isEmpty() && designator.equals(Rimag.DESIGNATOR)
        ? composedCodes.computeIfAbsent(concept.code(), c -> composedCodes(concept))
        : listed;
  }

  private List<Code> composedCodes(Concept concept) {
    return contents.rimag().stream()
        .flatMap(rimag -> rimag.codesFor(concept.values(), form()).stream().map(rimag::explain))
        .filter(code -> code.item().isEmpty())
        .map(code -> new Code(code.code(), Rimag.DESIGNATOR, code.name()))
        .toList();
  }

  @Override
  public Optional<Rimag> rimag() {
    return contents.rimag();
  }

  @Override
  public Optional<Concept> withValues(Set<String> values) {
    return Optional.ofNullable(bySet.get(form().apply(values)));
  }

  @Override
  public CanonicalForm form() {
    return contents.form();
  }

  @Override
  public Optional<String> replacedBy(String conceptCode) {
    return Optional.ofNullable(contents.replaced().get(conceptCode));
  }

  @Override
  public Set<String> replaces(String conceptCode) {
    return replaces.getOrDefault(conceptCode, Set.of());
  }

  @Override
  public List<NotCanonicalised> notCanonicalised() {
    return contents.notCanonicalised();
  }

  @Override
  public List<MappingOverride> overrides() {
    return contents.overrides();
  }

  @Override
  public Set<Concept> byCodeValue(String value) {
    return byValue.getOrDefault(value, Set.of());
  }

  @Override
  public Collection<CodingScheme> schemes() {
    return contents.schemes().values();
  }

  @Override
  public Optional<CodingScheme> scheme(String designator) {
    return Optional.ofNullable(contents.schemes().get(designator(designator)));
  }

  private String designator(String given) {
    return contents.schemes().containsKey(given)
        ? given
        : contents.aliases().getOrDefault(given, given);
  }

  @Override
  public Optional<AttributeValue> value(String id) {
    return contents.vocabulary().find(id);
  }

  @Override
  public Collection<AttributeValue> values() {
    return contents.vocabulary().values();
  }

  @Override
  public List<String> bodyParts(String valueId) {
    return contents.bodyParts().terms(valueId);
  }

  @Override
  public Optional<Set<String>> bodyPart(String bodyPartExamined) {
    return contents.bodyParts().values(bodyPartExamined);
  }

  @Override
  public Set<Code> valueCodes(String valueId) {
    return contents.valueCodes().getOrDefault(valueId, Set.of());
  }

  @Override
  public List<String> names(Code code) {
    return publishedNames(code).stream().map(Name::text).toList();
  }

  @Override
  public List<Name> publishedNames(Code code) {
    return contents
        .names()
        .getOrDefault(designator(code.scheme()), Map.of())
        .getOrDefault(code.value(), List.of());
  }

  @Override
  public Rank rank(Code code) {
    CodeRef ref = new CodeRef(designator(code.scheme()), code.value());
    return contents.ranks().getOrDefault(ref, Rank.NORMAL);
  }

  @Override
  public String version() {
    return contents.version();
  }
}
