package org.radcanon.terminology;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Hash maps over the loaded tables. */
final class InMemoryMap implements CanonicalMap {

  private final Map<String, Concept> active;
  private final Map<String, Concept> all;
  private final Map<String, CodingScheme> schemes;
  private final Map<String, String> aliases;
  private final Map<String, AttributeValue> values;
  private final Map<String, Map<String, List<Name>>> names;
  private final String version;
  private final Map<String, Map<String, Concept>> byScheme = new HashMap<>();
  private final Map<String, Set<Concept>> byValue = new HashMap<>();

  InMemoryMap(
      Map<String, Concept> active,
      Map<String, Concept> retired,
      Map<String, CodingScheme> schemes,
      Map<String, String> aliases,
      Map<String, AttributeValue> values,
      Map<String, Map<String, List<Name>>> names,
      String version) {
    this.active = active;
    this.schemes = schemes;
    this.aliases = aliases;
    this.values = values;
    this.names = names;
    this.version = version;
    this.all = new HashMap<>(retired);
    this.all.putAll(active);
    Stream.concat(active.values().stream(), retired.values().stream()).forEach(this::index);
    byValue.replaceAll((value, concepts) -> Collections.unmodifiableSet(concepts));
  }

  private void index(Concept concept) {
    for (List<Code> codes : concept.codes().values()) {
      for (Code code : codes) {
        byScheme.computeIfAbsent(code.scheme(), s -> new HashMap<>()).put(code.value(), concept);
        byValue.computeIfAbsent(code.value(), v -> new LinkedHashSet<>(2)).add(concept);
      }
    }
  }

  @Override
  public Collection<Concept> concepts() {
    return active.values();
  }

  @Override
  public Optional<Concept> concept(String conceptCode) {
    return Optional.ofNullable(all.get(conceptCode));
  }

  @Override
  public Optional<Concept> byCode(String scheme, String value) {
    Map<String, Concept> codes = byScheme.get(designator(scheme));
    return codes == null ? Optional.empty() : Optional.ofNullable(codes.get(value));
  }

  @Override
  public Set<Concept> byCodeValue(String value) {
    return byValue.getOrDefault(value, Set.of());
  }

  @Override
  public Collection<CodingScheme> schemes() {
    return schemes.values();
  }

  @Override
  public Optional<CodingScheme> scheme(String designator) {
    return Optional.ofNullable(schemes.get(designator(designator)));
  }

  private String designator(String given) {
    return byScheme.containsKey(given) ? given : aliases.getOrDefault(given, given);
  }

  @Override
  public Optional<AttributeValue> value(String id) {
    return Optional.ofNullable(values.get(id));
  }

  @Override
  public List<String> names(Code code) {
    return publishedNames(code).stream().map(Name::text).toList();
  }

  @Override
  public List<Name> publishedNames(Code code) {
    return names
        .getOrDefault(designator(code.scheme()), Map.of())
        .getOrDefault(code.value(), List.of());
  }

  @Override
  public String version() {
    return version;
  }
}
