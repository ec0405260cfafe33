package org.radcanon.terminology.live;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.rimag.Rimag;

/**
 * A map that stands before another and answers as that one does. What CanonicalMap derives from its
 * other answers ({@link CanonicalMap#current}, {@link CanonicalMap#codeToWrite}) stays derived, so
 * that it follows what a subclass answers itself.
 */
abstract class ForwardingMap implements CanonicalMap {

  /** The one behind. */
  abstract CanonicalMap map();

  @Override
  public Collection<Concept> concepts() {
    return map().concepts();
  }

  @Override
  public Optional<Concept> concept(String conceptCode) {
    return map().concept(conceptCode);
  }

  @Override
  public Optional<Concept> byCode(String scheme, String value) {
    return map().byCode(scheme, value);
  }

  @Override
  public Set<Concept> byCodeValue(String value) {
    return map().byCodeValue(value);
  }

  @Override
  public Collection<CodingScheme> schemes() {
    return map().schemes();
  }

  @Override
  public Optional<CodingScheme> scheme(String designator) {
    return map().scheme(designator);
  }

  @Override
  public Optional<AttributeValue> value(String id) {
    return map().value(id);
  }

  @Override
  public Optional<Concept> withValues(Set<String> values) {
    return map().withValues(values);
  }

  @Override
  public CanonicalForm form() {
    return map().form();
  }

  @Override
  public Optional<String> replacedBy(String conceptCode) {
    return map().replacedBy(conceptCode);
  }

  @Override
  public Set<String> replaces(String conceptCode) {
    return map().replaces(conceptCode);
  }

  @Override
  public List<NotCanonicalised> notCanonicalised() {
    return map().notCanonicalised();
  }

  @Override
  public List<MappingOverride> overrides() {
    return map().overrides();
  }

  @Override
  public Collection<AttributeValue> values() {
    return map().values();
  }

  @Override
  public List<String> bodyParts(String valueId) {
    return map().bodyParts(valueId);
  }

  @Override
  public Optional<Set<String>> bodyPart(String bodyPartExamined) {
    return map().bodyPart(bodyPartExamined);
  }

  @Override
  public Set<Code> valueCodes(String valueId) {
    return map().valueCodes(valueId);
  }

  @Override
  public List<String> names(Code code) {
    return map().names(code);
  }

  @Override
  public List<Name> publishedNames(Code code) {
    return map().publishedNames(code);
  }

  @Override
  public Rank rank(Code code) {
    return map().rank(code);
  }

  @Override
  public String version() {
    return map().version();
  }

  @Override
  public List<Code> codes(Concept concept, String scheme) {
    return map().codes(concept, scheme);
  }

  @Override
  public Optional<Rimag> rimag() {
    return map().rimag();
  }
}
