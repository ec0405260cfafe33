package org.radcanon.terminology.live;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.Rank;

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
  public Optional<Concept> withValues(Set<String> values) {
    return inForce.get().withValues(values);
  }

  @Override
  public CanonicalForm form() {
    return inForce.get().form();
  }

  @Override
  public Optional<String> replacedBy(String conceptCode) {
    return inForce.get().replacedBy(conceptCode);
  }

  @Override
  public Set<String> replaces(String conceptCode) {
    return inForce.get().replaces(conceptCode);
  }

  @Override
  public List<NotCanonicalised> notCanonicalised() {
    return inForce.get().notCanonicalised();
  }

  @Override
  public List<MappingOverride> overrides() {
    return inForce.get().overrides();
  }

  @Override
  public Collection<AttributeValue> values() {
    return inForce.get().values();
  }

  @Override
  public List<String> bodyParts(String valueId) {
    return inForce.get().bodyParts(valueId);
  }

  @Override
  public Optional<Set<String>> bodyPart(String bodyPartExamined) {
    return inForce.get().bodyPart(bodyPartExamined);
  }

  @Override
  public Set<Code> valueCodes(String valueId) {
    return inForce.get().valueCodes(valueId);
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
  public Rank rank(Code code) {
    return inForce.get().rank(code);
  }

  @Override
  public String version() {
    return inForce.get().version();
  }
}
