package org.radcanon.fhir.terminology;

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
   * ones.
   */
  public Parameters lookup(KnownCode code) {
    Parameters answer = new Parameters();
    answer.addParameter("name", code.scheme().name());
    answer.addParameter("version", code.scheme().version());
    answer.addParameter("display", code.display());
    designations(code).forEach(name -> designation(answer, name));
    Concept concept = code.concept();
    concept
        .attributes()
        .forEach(
            (attribute, values) ->
                values.forEach(
                    v -> property(answer, CodeSystems.property(attribute), valueCoding(v))));
    if (CodeSystems.isOwn(code.scheme())) {
      ownProperties(answer, code);
    } else {
      property(answer, CodeSystems.CONCEPT, codes.coding(ownCode(concept), concept));
      property(answer, CodeSystems.RANK, new CodeType(map.rank(code.code()).word()));
    }
    return answer;
  }

  private void ownProperties(Parameters answer, KnownCode code) {
    property(answer, "inactive", new BooleanType(code.inactive()));
    Concept concept = code.concept();
    concept
        .codes()
        .forEach(
            (scheme, list) -> {
              if (!scheme.equals(CanonicalMap.CONCEPT_SCHEME)) {
                list.forEach(c -> property(answer, "equivalent", codes.coding(c, concept)));
              }
            });
    map.replacedBy(concept.code())
        .ifPresent(other -> property(answer, "replaced-by", new CodeType(other)));
    if (!code.inactive()) {
      relations.broader(concept).forEach(c -> property(answer, "parent", new CodeType(c.code())));
      relations.narrower(concept).forEach(c -> property(answer, "child", new CodeType(c.code())));
    }
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
    if (name.codePoints().anyMatch(Character::isIdeographic)) {
      designation.addPart().setName("language").setValue(new CodeType("zh"));
    }
    designation.addPart().setName("value").setValue(new StringType(name));
  }

  private static void property(Parameters answer, String code, Type value) {
    ParametersParameterComponent property = answer.addParameter().setName("property");
    property.addPart().setName("code").setValue(new CodeType(code));
    property.addPart().setName("value").setValue(value);
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
