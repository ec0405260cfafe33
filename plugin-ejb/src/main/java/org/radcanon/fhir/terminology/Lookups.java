package org.radcanon.fhir.terminology;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.relation.Relations;

/** What CodeSystem/$lookup and $validate-code answer (FHIR R4 codesystem-operation-lookup.html). */
public final class Lookups {

  private static final String CHINESE = "zh";
  private static final String ENGLISH = "en";

  private final MapAsFhir codes;
  private final CanonicalMap map;
  private final Relations relations;

  public Lookups(MapAsFhir codes, Relations relations) {
    this.codes = codes;
    this.map = codes.map();
    this.relations = relations;
  }

  /**
   * Everything about a code: its names, its attributes, the codes of other schemes that mean the
   * same, and, for our own codes, the next broader ({@code parent}) and narrower ({@code child})
   * ones. The names of the scheme and of the code are always there.
   */
  public Parameters lookup(KnownCode code, Wanted wanted) {
    Parameters answer = new Parameters();
    answer.addParameter("name", code.scheme().name());
    if (wanted.has("version")) {
      answer.addParameter("version", code.scheme().version());
    }
    answer.addParameter("display", code.display());
    for (String name : designations(code)) {
      if (wanted.hasDesignation(language(name))) {
        designation(answer, name);
      }
    }
    properties(code)
        .forEach(
            property -> {
              if (wanted.has(property.code())) {
                add(answer, property);
              }
            });
    return answer;
  }

  private record Property(String code, Type value) {}

  private List<Property> properties(KnownCode code) {
    List<Property> all = new ArrayList<>();
    Concept concept = code.concept();
    concept
        .attributes()
        .forEach(
            (attribute, values) ->
                values.forEach(
                    v -> all.add(new Property(CodeSystems.property(attribute), valueCoding(v)))));
    all.add(new Property(CodeSystems.INACTIVE, new BooleanType(code.inactive())));
    if (CodeSystems.isOwn(code.scheme())) {
      ownProperties(all, code);
    } else {
      Code own = ownCode(concept);
      all.add(new Property(CodeSystems.CONCEPT, codes.coding(own, concept)));
      all.add(new Property(CodeSystems.RANK, new CodeType(map.rank(code.code()).word())));
    }
    return all;
  }

  private void ownProperties(List<Property> all, KnownCode code) {
    Concept concept = code.concept();
    concept
        .codes()
        .forEach(
            (scheme, list) -> {
              if (!scheme.equals(CanonicalMap.CONCEPT_SCHEME)) {
                list.forEach(c -> all.add(new Property("equivalent", codes.coding(c, concept))));
              }
            });
    map.replacedBy(concept.code())
        .ifPresent(other -> all.add(new Property("replaced-by", new CodeType(other))));
    if (!code.inactive()) {
      relations.broader(concept).forEach(c -> all.add(of("parent", c)));
      relations.narrower(concept).forEach(c -> all.add(of("child", c)));
    }
  }

  private static Property of(String property, Concept other) {
    return new Property(property, new CodeType(other.code()));
  }

  private static Code ownCode(Concept concept) {
    return new Code(concept.code(), CanonicalMap.CONCEPT_SCHEME, concept.name());
  }

  private List<String> designations(KnownCode code) {
    return map.names(code.code()).stream()
        .filter(name -> !name.equals(code.display()))
        .distinct()
        .toList();
  }

  private static void designation(Parameters answer, String name) {
    ParametersParameterComponent designation = answer.addParameter().setName("designation");
    if (language(name).equals(CHINESE)) {
      designation.addPart().setName("language").setValue(new CodeType(CHINESE));
    }
    designation.addPart().setName("value").setValue(new StringType(name));
  }

  private static String language(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic) ? CHINESE : ENGLISH;
  }

  private static void add(Parameters answer, Property property) {
    ParametersParameterComponent part = answer.addParameter().setName("property");
    part.addPart().setName("code").setValue(new CodeType(property.code()));
    part.addPart().setName("value").setValue(property.value());
  }

  private Coding valueCoding(String value) {
    return new Coding(
        CodeSystems.valueSystem(value),
        value,
        map.value(value).map(AttributeValue::label).orElse(value));
  }

  /**
   * Whether a display is one that the code's scheme gives it; case and blanks do not count.
   *
   * @param display as the client has it
   */
  public boolean isDisplayOf(KnownCode code, String display) {
    String wanted = folded(display);
    return folded(code.display()).equals(wanted)
        || folded(code.code().meaning()).equals(wanted)
        || map.names(code.code()).stream().anyMatch(name -> folded(name).equals(wanted));
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
  }
}
