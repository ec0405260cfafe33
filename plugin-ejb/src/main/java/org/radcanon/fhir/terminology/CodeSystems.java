package org.radcanon.fhir.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.radcanon.fhir.FhirUris;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;

/**
 * The map's schemes as CodeSystem resources (FHIR R4 codesystem.html): our own concepts complete,
 * another scheme's codes as the fragment that the map holds.
 */
public final class CodeSystems {

  /** The property that leads from another scheme's code to our concept. */
  static final String CONCEPT = "concept";

  /** The property that says what another scheme thinks of its code. */
  static final String RANK = "rank";

  /** FHIR's own property of that name (FHIR R4 codesystem.html#defined-props). */
  static final String INACTIVE = "inactive";

  private static final String INACTIVE_URI = "http://hl7.org/fhir/concept-properties#" + INACTIVE;

  private final MapAsFhir codes;
  private final CanonicalMap map;

  public CodeSystems(MapAsFhir codes) {
    this.codes = codes;
    this.map = codes.map();
  }

  /** A scheme without its codes. */
  public CodeSystem summary(CodingScheme scheme) {
    boolean own = isOwn(scheme);
    CodeSystem resource = new CodeSystem();
    resource.setId(MapAsFhir.id(scheme));
    resource
        .setUrl(codes.system(scheme))
        .setVersion(scheme.version())
        .setName(name(scheme))
        .setTitle(scheme.name())
        .setStatus(PublicationStatus.ACTIVE)
        .setExperimental(false)
        .setPublisher(scheme.organization())
        .setCaseSensitive(true)
        .setCompositional(false)
        .setVersionNeeded(false)
        .setValueSet(ValueSets.implicit(codes.system(scheme)))
        .setContent(own ? CodeSystemContentMode.COMPLETE : CodeSystemContentMode.FRAGMENT);
    if (!scheme.notice().isEmpty()) {
      resource.setCopyright(scheme.notice());
    }
    scheme
        .uid()
        .ifPresent(
            uid ->
                resource
                    .addIdentifier()
                    .setSystem("urn:ietf:rfc:3986")
                    .setValue(FhirUris.OID_PREFIX + uid));
    if (own) {
      resource.setHierarchyMeaning(CodeSystemHierarchyMeaning.ISA);
      Arrays.stream(Attribute.values())
          .forEach(a -> resource.addProperty().setCode(property(a)).setType(PropertyType.CODING));
    } else {
      resource.addProperty().setCode(CONCEPT).setType(PropertyType.CODING);
      resource.addProperty().setCode(RANK).setType(PropertyType.CODE);
      resource.addProperty().setCode(INACTIVE).setUri(INACTIVE_URI).setType(PropertyType.BOOLEAN);
    }
    return resource;
  }

  /** A scheme with its codes, in the order of codes. */
  public CodeSystem whole(CodingScheme scheme) {
    CodeSystem resource = summary(scheme);
    List<ConceptDefinitionComponent> concepts = new ArrayList<>();
    for (Concept concept : map.concepts()) {
      for (Code code : codesOf(concept, scheme)) {
        concepts.add(definition(code, concept, isOwn(scheme)));
      }
    }
    concepts.sort(Comparator.comparing(ConceptDefinitionComponent::getCode));
    return resource.setConcept(concepts).setCount(concepts.size());
  }

  private ConceptDefinitionComponent definition(Code code, Concept concept, boolean own) {
    ConceptDefinitionComponent definition =
        new ConceptDefinitionComponent()
            .setCode(code.value())
            .setDisplay(codes.display(code, concept));
    if (own) {
      concept
          .attributes()
          .forEach(
              (attribute, values) ->
                  values.forEach(
                      value ->
                          definition
                              .addProperty()
                              .setCode(property(attribute))
                              .setValue(
                                  new Coding().setSystem(valueSystem(value)).setCode(value))));
    } else {
      definition
          .addProperty()
          .setCode(CONCEPT)
          .setValue(new Coding().setSystem(ownSystem()).setCode(concept.code()));
      definition.addProperty().setCode(RANK).setValue(new CodeType(map.rank(code).word()));
      if (codes.superseded(code)) {
        definition.addProperty().setCode(INACTIVE).setValue(new BooleanType(true));
      }
    }
    return definition;
  }

  /** The codes of a scheme that mean a concept. */
  static List<Code> codesOf(Concept concept, CodingScheme scheme) {
    if (isOwn(scheme)) {
      return List.of(new Code(concept.code(), scheme.designator(), concept.name()));
    }
    return concept.codes().getOrDefault(scheme.designator(), List.of());
  }

  /** Whether a scheme is that of our own concepts. */
  public static boolean isOwn(CodingScheme scheme) {
    return scheme.designator().equals(CanonicalMap.CONCEPT_SCHEME);
  }

  private String ownSystem() {
    return map.scheme(CanonicalMap.CONCEPT_SCHEME).map(codes::system).orElseThrow();
  }

  /** An attribute's property code: {@code view-count}. */
  static String property(Attribute attribute) {
    return attribute.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** RadLex for its values, our own system for those that RadLex lacks. */
  static String valueSystem(String value) {
    return value.startsWith("RV-") ? FhirUris.OWN_VALUES : FhirUris.RADLEX;
  }

  /** A name for software: letters and digits, the first a capital (FHIR R4, CodeSystem.name). */
  static String name(CodingScheme scheme) {
    return Arrays.stream(scheme.name().split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
