package org.radcanon.terminology;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Asks the map that is in force at that moment. */
record LiveMap(Supplier<CanonicalMap> inForce) implements CanonicalMap {

  @Override
  public Collection<Concept> concepts() {
    return inForce.get().concepts();
  }

  @Override
  public Optional<Concept> concept(String conceptCode) {
    return inForce.get().concept(conceptCode);
  }

  @Override
  public Optional<Concept> byCode(String scheme, String value) {
    return inForce.get().byCode(scheme, value);
  }

  @Override
  public Set<Concept> byCodeValue(String value) {
    return inForce.get().byCodeValue(value);
  }

  @Override
  public Collection<CodingScheme> schemes() {
    return inForce.get().schemes();
  }

  @Override
  public Optional<CodingScheme> scheme(String designator) {
    return inForce.get().scheme(designator);
  }

  @Override
  public Optional<AttributeValue> value(String id) {
    return inForce.get().value(id);
  }

  @Override
  public List<String> names(Code code) {
    return publishedNames(code).stream().map(Name::text).toList();
  }

  @Override
  public List<Name> publishedNames(Code code) {
    return inForce.get().publishedNames(code);
  }

  @Override
  public String version() {
    return inForce.get().version();
  }
}
