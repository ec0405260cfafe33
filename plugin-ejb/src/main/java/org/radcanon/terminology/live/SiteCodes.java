package org.radcanon.terminology.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;

/** A map with the site's private codes added to their concepts. */
final class SiteCodes extends ForwardingMap {

  /** Private schemes have no URI of their own; a site that has one registers its scheme. */
  private static final String URI = "urn:x-radcanon:coding-scheme:";

  private final CanonicalMap map;
  private final Map<String, Concept> changed = new HashMap<>();
  private final Map<String, Map<String, Concept>> byScheme = new HashMap<>();
  private final Map<String, CodingScheme> schemes = new LinkedHashMap<>();

  private SiteCodes(CanonicalMap map) {
    this.map = map;
    map.schemes().forEach(scheme -> schemes.put(scheme.designator(), scheme));
  }

  static CanonicalMap added(CanonicalMap map, Map<Code, Concept> codes) {
    SiteCodes result = new SiteCodes(map);
    codes.forEach(result::add);
    result.byScheme.values().forEach(own -> own.replaceAll((v, c) -> result.current(c)));
    return result;
  }

  private void add(Code code, Concept concept) {
    Concept before = current(concept);
    Map<String, List<Code>> codes = new LinkedHashMap<>(before.codes());
    List<Code> own = new ArrayList<>(codes.getOrDefault(code.scheme(), List.of()));
    own.add(code);
    own.sort(Comparator.comparing(Code::value));
    codes.put(code.scheme(), List.copyOf(own));
    Concept after =
        new Concept(
            before.code(), before.name(), before.attributes(), Collections.unmodifiableMap(codes));
    changed.put(after.code(), after);
    byScheme.computeIfAbsent(code.scheme(), s -> new HashMap<>()).put(code.value(), after);
    schemes.computeIfAbsent(code.scheme(), SiteCodes::localScheme);
  }

  private static CodingScheme localScheme(String designator) {
    return new CodingScheme(
        designator, Optional.empty(), URI + designator, "Local codes " + designator, "", "", false);
  }

  private Concept current(Concept concept) {
    return changed.getOrDefault(concept.code(), concept);
  }

  @Override
  CanonicalMap map() {
    return map;
  }

  @Override
  public List<Code> codes(Concept concept, String scheme) {
    return map.codes(current(concept), scheme);
  }

  @Override
  public Collection<Concept> concepts() {
    return map.concepts().stream().map(this::current).toList();
  }

  @Override
  public Optional<Concept> concept(String conceptCode) {
    Concept own = changed.get(conceptCode);
    return own == null ? map.concept(conceptCode) : Optional.of(own);
  }

  @Override
  public Optional<Concept> byCode(String scheme, String value) {
    Concept own = byScheme.getOrDefault(scheme, Map.of()).get(value);
    return own == null ? map.byCode(scheme, value).map(this::current) : Optional.of(own);
  }

  @Override
  public Set<Concept> byCodeValue(String value) {
    Set<Concept> found = new LinkedHashSet<>();
    map.byCodeValue(value).forEach(concept -> found.add(current(concept)));
    byScheme.values().forEach(own -> Optional.ofNullable(own.get(value)).ifPresent(found::add));
    return Collections.unmodifiableSet(found);
  }

  @Override
  public Collection<CodingScheme> schemes() {
    return Collections.unmodifiableCollection(schemes.values());
  }

  @Override
  public Optional<CodingScheme> scheme(String designator) {
    CodingScheme own = schemes.get(designator);
    return own == null ? map.scheme(designator) : Optional.of(own);
  }

  @Override
  public Optional<Concept> withValues(Set<String> values) {
    return map.withValues(values).map(this::current);
  }
}
