package org.radcanon.web.admin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;

/** A map of two concepts. */
final class FakeMap implements CanonicalMap {
  static final Concept HEAD =
      new Concept(
          "C1",
          "CT Head without contrast",
          Map.of(),
          Map.of(RADLEX, List.of(new Code("RPID22", RADLEX, "CT HEAD WO IVCON"))));
  static final Concept CHEST =
      new Concept(
          "C2",
          "CT Chest & more",
          Map.of(),
          Map.of(RADLEX, List.of(new Code("RPID16", RADLEX, "CT CHEST"))));

  @Override
  public Collection<Concept> concepts() {
    return List.of(HEAD, CHEST);
  }

  @Override
  public Optional<Concept> concept(String conceptCode) {
    return byCode(CONCEPT_SCHEME, conceptCode);
  }

  @Override
  public Optional<Concept> byCode(String scheme, String value) {
    return concepts().stream()
        .filter(c -> c.codeIn(scheme).filter(code -> code.value().equals(value)).isPresent())
        .findFirst();
  }

  @Override
  public Set<Concept> byCodeValue(String value) {
    return schemes().stream()
        .flatMap(s -> byCode(s.designator(), value).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Collection<CodingScheme> schemes() {
    return List.of(
        new CodingScheme(
            RADLEX, Optional.empty(), "http://www.radlex.org", "RadLex", "4", "RSNA", true));
  }

  @Override
  public Optional<CodingScheme> scheme(String designator) {
    return schemes().stream().filter(s -> s.designator().equals(designator)).findFirst();
  }

  @Override
  public List<String> names(Code code) {
    return List.of(code.meaning());
  }

  @Override
  public Optional<AttributeValue> value(String id) {
    return Optional.empty();
  }

  @Override
  public String version() {
    return "test <1>";
  }
}
