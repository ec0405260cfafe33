package org.radcanon.fhir.terminology;

import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.UriType;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.NotCanonicalised;

/**
 * The map as ConceptMap resources: one for each scheme, from its codes to our concepts. Two codes
 * with the same target mean the same.
 */
public final class ConceptMaps {

  private final MapAsFhir codes;
  private final CanonicalMap map;

  public ConceptMaps(MapAsFhir codes) {
    this.codes = codes;
    this.map = codes.map();
  }

  /** The schemes that are mapped to our concepts. */
  public List<CodingScheme> sources() {
    return codes.schemes().stream().filter(scheme -> !CodeSystems.isOwn(scheme)).toList();
  }

  /** The canonical URL of a scheme's map. */
  public String url(CodingScheme source) {
    return "urn:radcanon:concept-map:" + MapAsFhir.id(source);
  }

  private CodingScheme own() {
    return map.scheme(CanonicalMap.CONCEPT_SCHEME).orElseThrow();
  }

  /** A scheme's map without its elements. */
  public ConceptMap summary(CodingScheme source) {
    ConceptMap resource = new ConceptMap();
    resource.setId(MapAsFhir.id(source));
    resource
        .setUrl(url(source))
        .setVersion(source.version())
        .setName(CodeSystems.name(source) + "ToConcepts")
        .setTitle(source.name() + " to radcanon's concepts")
        .setStatus(PublicationStatus.ACTIVE)
        .setExperimental(false)
        .setSource(new UriType(ValueSets.implicit(codes.system(source))))
        .setTarget(new UriType(ValueSets.implicit(codes.system(own()))));
    if (!source.notice().isEmpty()) {
      resource.setCopyright(source.notice());
    }
    return resource;
  }

  /** A scheme's map, codes that got no concept included, as {@code unmatched}. */
  public ConceptMap whole(CodingScheme source) {
    ConceptMap resource = summary(source);
    ConceptMapGroupComponent group =
        resource
            .addGroup()
            .setSource(codes.system(source))
            .setSourceVersion(source.version())
            .setTarget(codes.system(own()));
    for (Concept concept : map.concepts()) {
      for (Code code : CodeSystems.codesOf(concept, source)) {
        SourceElementComponent element = group.addElement();
        element.setCode(code.value()).setDisplay(codes.display(code, concept));
        element
            .addTarget()
            .setCode(concept.code())
            .setDisplay(concept.name())
            .setEquivalence(ConceptMapEquivalence.EQUIVALENT);
      }
    }
    map.notCanonicalised().stream()
        .filter(code -> code.scheme().equals(source.designator()))
        .forEach(code -> unmatched(group, code));
    group.getElement().sort(Comparator.comparing(SourceElementComponent::getCode));
    return resource;
  }

  private static void unmatched(ConceptMapGroupComponent group, NotCanonicalised code) {
    SourceElementComponent element = group.addElement();
    element.setCode(code.code()).setDisplay(code.name());
    element
        .addTarget()
        .setEquivalence(ConceptMapEquivalence.UNMATCHED)
        .setComment("not understood: " + String.join(", ", code.terms()));
  }
}
