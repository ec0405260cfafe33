package org.radcanon.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.fhir.FhirUris;

/** The terminology operations over HTTP, on the built-in map. */
class FhirTerminologyTest {
  private static final String LOINC = "http://loinc.org";
  private static final String OWN = "urn:oid:2.25.56498639851168285732662836725229184064";
  private static final String CT_CHEST_WITH_CONTRAST = "RPID18";
  private static final String SUPERSEDED = "30599-5";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static FhirOverHttp server;

  @BeforeAll
  static void start() throws Exception {
    server = FhirOverHttp.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_code_is_looked_up_with_its_attributes_and_its_concept() throws Exception {
    Parameters answer =
        parameters(
            "CodeSystem/$lookup", "system", FhirUris.PLAYBOOK, "code", CT_CHEST_WITH_CONTRAST);
    assertThat(string(answer, "name")).isEqualTo("RadLex Playbook");
    assertThat(string(answer, "display")).isEqualTo("CT Chest w IV Contrast");
    assertThat(property(answer, "modality"))
        .extracting(Coding::getCode)
        .containsExactly("RID10321");
    assertThat(property(answer, "region")).extracting(Coding::getDisplay).containsExactly("chest");
    assertThat(property(answer, "concept")).extracting(Coding::getSystem).containsExactly(OWN);
  }

  @ParameterizedTest
  @CsvSource({
    FhirUris.PLAYBOOK + ", " + CT_CHEST_WITH_CONTRAST + ", core",
    LOINC + ", 24627-2, normal",
    LOINC + ", 30599-5, superseded"
  })
  void a_code_of_another_scheme_is_looked_up_with_its_rank(String system, String code, String rank)
      throws Exception {
    Parameters answer = parameters("CodeSystem/$lookup", "system", system, "code", code);
    assertThat(values(answer, "rank")).containsExactly(rank);
  }

  @Test
  void a_concept_is_looked_up_with_its_equivalents_and_its_neighbours() throws Exception {
    String concept = concept(FhirUris.PLAYBOOK, CT_CHEST_WITH_CONTRAST);
    Parameters answer = parameters("CodeSystem/$lookup", "system", OWN, "code", concept);
    assertThat(property(answer, "equivalent"))
        .extracting(Coding::getSystem, Coding::getCode)
        .contains(tuple(FhirUris.PLAYBOOK, CT_CHEST_WITH_CONTRAST), tuple(LOINC, "24628-0"));
    String plainCtOfTheChest = concept(LOINC, "24627-2");
    assertThat(values(answer, "parent")).contains(plainCtOfTheChest);
  }

  @ParameterizedTest
  @CsvSource({
    "24627-2, 24628-0, subsumes",
    "24628-0, 24627-2, subsumed-by",
    "24628-0, 24628-0, equivalent",
    "24628-0, 29252-4, not-subsumed"
  })
  void subsumption_follows_the_attributes(String a, String b, String outcome) throws Exception {
    Parameters answer = parameters("CodeSystem/$subsumes", "system", LOINC, "codeA", a, "codeB", b);
    assertThat(string(answer, "outcome")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "24628-0, '', true",
    "24628-0, CT Chest W contrast IV, true",
    "24628-0, ct chest  w contrast iv, true",
    "24628-0, MR Brain, false",
    "99999-9, '', false"
  })
  void a_code_is_validated_with_its_display(String code, String display, boolean valid)
      throws Exception {
    Parameters answer =
        parameters("CodeSystem/$validate-code", "url", LOINC, "code", code, "display", display);
    assertThat(result(answer)).isEqualTo(valid);
  }

  @Test
  void one_valid_coding_of_a_concept_is_enough() throws Exception {
    CodeableConcept concept = new CodeableConcept();
    concept.addCoding(new Coding("urn:local", "X1", "ours"));
    concept.addCoding(new Coding(LOINC, "24628-0", null));
    Parameters question = new Parameters();
    question.addParameter().setName("codeableConcept").setValue(concept);
    Parameters answer = post("CodeSystem/$validate-code", question);
    assertThat(result(answer)).isTrue();
  }

  @Test
  void more_codings_than_anybody_means_are_refused() throws Exception {
    CodeableConcept concept = new CodeableConcept();
    for (int i = 0; i < 21; i++) {
      concept.addCoding(new Coding(LOINC, "24628-0", null));
    }
    Parameters question = new Parameters();
    question.addParameter().setName("codeableConcept").setValue(concept);
    String body = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(question);
    assertThat(posted("ConceptMap/$translate", body).statusCode()).isEqualTo(400);
  }

  @Test
  void a_code_is_translated_into_one_scheme_or_into_all() throws Exception {
    Parameters one =
        parameters(
            "ConceptMap/$translate",
            "system",
            FhirUris.PLAYBOOK,
            "code",
            CT_CHEST_WITH_CONTRAST,
            "targetsystem",
            LOINC);
    assertThat(matches(one)).contains("equivalent 24628-0");
    Parameters all = parameters("ConceptMap/$translate", "system", LOINC, "code", "24628-0");
    assertThat(matches(all)).contains("equivalent " + CT_CHEST_WITH_CONTRAST);
    assertThat(result(all)).isTrue();
  }

  @Test
  void a_scheme_without_an_equivalent_gives_its_nearest_codes_and_says_so() throws Exception {
    Parameters there =
        parameters(
            "ConceptMap/$translate",
            "system",
            LOINC,
            "code",
            "24627-2",
            "targetsystem",
            "http://www.cms.gov/Medicare/Coding/ICD10");
    assertThat(matches(there))
        .isNotEmpty()
        .allMatch(m -> m.startsWith("narrower ") || m.startsWith("wider "));
    Parameters back =
        parameters(
            "ConceptMap/$translate",
            "system",
            LOINC,
            "code",
            "24627-2",
            "targetsystem",
            "http://www.cms.gov/Medicare/Coding/ICD10",
            "reverse",
            "true");
    assertThat(matches(back))
        .containsExactlyElementsOf(
            matches(there).stream()
                .map(
                    m ->
                        m.startsWith("narrower")
                            ? m.replace("narrower", "wider")
                            : m.replace("wider", "narrower"))
                .toList());
  }

  @Test
  void an_unknown_code_has_no_translation_and_an_unknown_system_is_an_error() throws Exception {
    Parameters answer = parameters("ConceptMap/$translate", "system", LOINC, "code", "1-8");
    assertThat(result(answer)).isFalse();
    assertThat(get(path("ConceptMap/$translate", "system", "urn:nobody", "code", "1")).statusCode())
        .isEqualTo(404);
    HttpResponse<String> none = get("ConceptMap/$translate");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(parse(OperationOutcome.class, none).getIssue()).isNotEmpty();
  }

  @Test
  void a_value_set_is_expanded_by_words_and_by_pages() throws Exception {
    ValueSet filtered =
        parse(
            ValueSet.class,
            get(
                path(
                    "ValueSet/$expand",
                    "url",
                    LOINC + "?fhir_vs",
                    "filter",
                    "ct chest w con",
                    "count",
                    "5")));
    assertThat(filtered.getExpansion().getContains())
        .hasSizeLessThanOrEqualTo(5)
        .allSatisfy(c -> assertThat(c.getDisplay().toLowerCase()).contains("chest"));
    ValueSet first = parse(ValueSet.class, get(path("ValueSet/ln/$expand", "count", "3")));
    ValueSet second =
        parse(ValueSet.class, get(path("ValueSet/ln/$expand", "count", "3", "offset", "3")));
    assertThat(first.getExpansion().getTotal()).isGreaterThan(6000);
    assertThat(
            Stream.of(first, second)
                .flatMap(v -> v.getExpansion().getContains().stream())
                .map(c -> c.getCode())
                .distinct())
        .hasSize(6);
    for (String count : List.of("-1", "x", "1.5", "2147483648")) {
      assertThat(get(path("ValueSet/ln/$expand", "count", count)).statusCode())
          .as(count)
          .isEqualTo(400);
    }
    ValueSet behind =
        parse(ValueSet.class, get(path("ValueSet/ln/$expand", "offset", "2147483647")));
    assertThat(behind.getExpansion().getContains()).isEmpty();
    assertThat(get(path("ValueSet/$expand", "url", "urn:nobody")).statusCode()).isEqualTo(404);
    ValueSet own = parse(ValueSet.class, get("ValueSet/99radcanon"));
    assertThat(get(path("ValueSet/$expand", "url", own.getUrl(), "count", "1")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_superseded_code_is_marked_inactive_and_left_out_where_only_active_ones_are_wanted()
      throws Exception {
    String question = "sinuses wo contrast";
    ValueSet all = expansion("count", "1000");
    ValueSet active = expansion("count", "1", "activeOnly", "true");

    assertThat(all.getExpansion().getTotal() - active.getExpansion().getTotal()).isGreaterThan(300);
    assertThat(inactive(expansion("count", "1000", "filter", "deprecated"))).isNotEmpty();
    assertThat(inactive(expansion("count", "1000", "filter", "deprecated", "activeOnly", "true")))
        .isEmpty();
    assertThat(expansion("filter", question, "activeOnly", "true").getExpansion().getParameter())
        .extracting(p -> p.getName() + " " + p.getValue().primitiveValue())
        .contains("activeOnly true", "filter " + question);
    Parameters looked = parameters("CodeSystem/$lookup", "system", LOINC, "code", SUPERSEDED);
    assertThat(values(looked, "inactive")).containsExactly("true");
    CodeSystem loinc = parse(CodeSystem.class, get("CodeSystem/ln"));
    assertThat(loinc.getConcept())
        .filteredOn(c -> c.getCode().equals(SUPERSEDED))
        .flatExtracting(c -> c.getProperty())
        .extracting(p -> p.getCode())
        .contains("inactive");
  }

  private static ValueSet expansion(String... namesAndValues) throws Exception {
    return parse(ValueSet.class, get(path("ValueSet/ln/$expand", namesAndValues)));
  }

  private static List<String> inactive(ValueSet expanded) {
    return expanded.getExpansion().getContains().stream()
        .filter(c -> c.getInactive())
        .map(c -> c.getCode())
        .toList();
  }

  @Test
  void nothing_is_translated_into_a_superseded_code_but_from_one() throws Exception {
    String concept = concept(LOINC, SUPERSEDED);
    Parameters forward =
        parameters("ConceptMap/$translate", "system", OWN, "code", concept, "targetsystem", LOINC);
    Parameters back =
        parameters(
            "ConceptMap/$translate",
            "system",
            OWN,
            "code",
            concept,
            "targetsystem",
            LOINC,
            "reverse",
            "true");
    Parameters from =
        parameters(
            "ConceptMap/$translate", "system", LOINC, "code", SUPERSEDED, "targetsystem", OWN);

    assertThat(matches(forward)).noneMatch(m -> m.endsWith(" " + SUPERSEDED));
    assertThat(string(forward, "message"))
        .startsWith("left out, superseded: ")
        .contains(SUPERSEDED);
    assertThat(matches(back)).contains("equivalent " + SUPERSEDED);
    assertThat(string(back, "message")).contains("superseded").contains(SUPERSEDED);
    assertThat(matches(from)).containsExactly("equivalent " + concept);
  }

  @Test
  void a_lookup_gives_the_properties_that_are_asked_for() throws Exception {
    Parameters answer =
        parameters(
            "CodeSystem/$lookup",
            "system",
            LOINC,
            "code",
            "24628-0",
            "property",
            "modality",
            "property",
            "rank");

    assertThat(answer.getParameter())
        .extracting(p -> p.getName())
        .containsExactly("name", "display", "property", "property");
    assertThat(property(answer, "modality")).hasSize(1);
    assertThat(values(answer, "rank")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "CodeSystem/$lookup?system=http://loinc.org&code=24628-0&version=2.81, 200",
    "CodeSystem/$lookup?system=http://loinc.org&code=24628-0&version=1.0, 404",
    "CodeSystem/$validate-code?url=http://loinc.org&code=24628-0&version=1.0, 404",
    "CodeSystem/$subsumes?system=http://loinc.org&codeA=24627-2&codeB=24628-0&version=1.0, 404",
    "ConceptMap/$translate?system=http://loinc.org&code=24628-0&version=1.0, 404",
    "ConceptMap/ln/$translate?system=http://loinc.org&code=24628-0&conceptMapVersion=1.0, 404",
    "ConceptMap/ln/$translate?system=http://loinc.org&code=24628-0&conceptMapVersion=2.81, 200",
    "ConceptMap/$translate?system=http://loinc.org&code=24628-0&conceptMapVersion=2.81, 400",
    "ConceptMap/$translate?system=http://loinc.org&code=24628-0&target=urn:nobody, 404",
    "ConceptMap/$translate?system=http://loinc.org&code=24628-0&source=urn:nobody, 404",
    "ConceptMap/$translate?system=http://loinc.org&code=24628-0&dependency=x, 400",
    "ValueSet/ln/$expand?valueSetVersion=1.0, 404",
    "ValueSet/ln/$expand?date=2020-01-01, 400",
    "ValueSet/ln/$expand?count=1&excludeNested=true&_format=json, 200",
    "CodeSystem/$lookup?system=http://loinc.org&code=24628-0&date=2020-01-01, 400",
  })
  void what_is_not_honoured_is_refused(String path, int status) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status != 200) {
      assertThat(parse(OperationOutcome.class, answer).getIssue()).isNotEmpty();
    }
  }

  @Test
  void a_parameter_in_a_body_is_refused_as_well() throws Exception {
    Parameters question = new Parameters();
    question.addParameter().setName("coding").setValue(new Coding(LOINC, "24628-0", null));
    question.addParameter("displayLanguage", "de");
    String body = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(question);
    HttpResponse<String> answer = posted("CodeSystem/$lookup", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("displayLanguage");
  }

  @Test
  void a_translation_is_sought_in_a_value_set() throws Exception {
    String playbook = FhirUris.PLAYBOOK + "?fhir_vs";
    Parameters within =
        parameters("ConceptMap/$translate", "system", LOINC, "code", "24628-0", "target", playbook);
    Parameters outside =
        parameters("ConceptMap/$translate", "system", LOINC, "code", "24628-0", "source", playbook);
    Parameters other =
        parameters(
            "ConceptMap/ln/$translate",
            "system",
            LOINC,
            "code",
            "24628-0",
            "targetsystem",
            FhirUris.PLAYBOOK);

    assertThat(matches(within)).contains("equivalent " + CT_CHEST_WITH_CONTRAST);
    assertThat(result(outside)).isFalse();
    assertThat(result(other)).isFalse();
    assertThat(
            get(path(
                    "ConceptMap/$translate",
                    "system",
                    LOINC,
                    "code",
                    "24628-0",
                    "target",
                    playbook,
                    "targetsystem",
                    OWN))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void the_service_tells_what_it_can() throws Exception {
    HttpResponse<String> answer = get("metadata?mode=terminology");
    TerminologyCapabilities statement = parse(TerminologyCapabilities.class, answer);

    assertThat(statement.getCodeSystem()).extracting(c -> c.getUri()).contains(LOINC, OWN);
    assertThat(statement.getExpansion().getParameter())
        .extracting(p -> p.getName())
        .contains("activeOnly", "filter");
    assertThat(statement.getImplementation().getUrl()).isEqualTo(server.base() + "/fhir");
    assertThat(get("metadata").body()).contains("CapabilityStatement");
  }

  @Test
  void the_map_is_published_whole() throws Exception {
    CodeSystem own = parse(CodeSystem.class, get("CodeSystem/99radcanon"));
    assertThat(own.getContent()).isEqualTo(CodeSystem.CodeSystemContentMode.COMPLETE);
    assertThat(own.getConcept()).hasSize(own.getCount());
    CodeSystem loinc = parse(CodeSystem.class, get("CodeSystem/ln"));
    assertThat(loinc.getContent()).isEqualTo(CodeSystem.CodeSystemContentMode.FRAGMENT);
    assertThat(loinc.getCopyright()).contains("LOINC");
    ConceptMap map = parse(ConceptMap.class, get("ConceptMap/ln"));
    assertThat(map.getGroupFirstRep().getElement()).hasSizeGreaterThanOrEqualTo(loinc.getCount());
    Bundle systems = parse(Bundle.class, get("CodeSystem"));
    assertThat(systems.getEntry())
        .allSatisfy(e -> assertThat(((CodeSystem) e.getResource()).getConcept()).isEmpty())
        .extracting(e -> e.getResource().getIdElement().getIdPart())
        .contains("radlex", "ln", "99radcanon");
    assertThat(get("CodeSystem/nothing").statusCode()).isEqualTo(404);
  }

  private static String concept(String system, String code) throws Exception {
    return property(parameters("CodeSystem/$lookup", "system", system, "code", code), "concept")
        .get(0)
        .getCode();
  }

  private static String string(Parameters parameters, String name) {
    return parameters.getParameter(name).getValue().primitiveValue();
  }

  private static boolean result(Parameters answer) {
    return ((BooleanType) answer.getParameter("result").getValue()).booleanValue();
  }

  private static List<Coding> property(Parameters answer, String code) {
    return parts(answer, code).map(part -> (Coding) part.getValue()).toList();
  }

  private static List<String> values(Parameters answer, String code) {
    return parts(answer, code).map(part -> part.getValue().primitiveValue()).toList();
  }

  private static Stream<ParametersParameterComponent> parts(Parameters answer, String code) {
    return answer.getParameter().stream()
        .filter(p -> p.getName().equals("property"))
        .filter(p -> part(p, "code").orElseThrow().getValue().primitiveValue().equals(code))
        .map(p -> part(p, "value").orElseThrow());
  }

  private static Optional<ParametersParameterComponent> part(
      ParametersParameterComponent parent, String name) {
    return parent.getPart().stream().filter(p -> p.getName().equals(name)).findFirst();
  }

  private static List<String> matches(Parameters answer) {
    return answer.getParameter().stream()
        .filter(p -> p.getName().equals("match"))
        .map(
            p ->
                part(p, "equivalence").orElseThrow().getValue().primitiveValue()
                    + " "
                    + ((Coding) part(p, "concept").orElseThrow().getValue()).getCode())
        .toList();
  }

  private static Parameters parameters(String operation, String... namesAndValues)
      throws Exception {
    HttpResponse<String> answer = get(path(operation, namesAndValues));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return parse(Parameters.class, answer);
  }

  private static String path(String operation, String... namesAndValues) {
    StringBuilder path = new StringBuilder(operation);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].isEmpty()) {
        path.append(path.indexOf("?") < 0 ? '?' : '&')
            .append(namesAndValues[i])
            .append('=')
            .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
      }
    }
    return path.toString();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.base() + "/fhir/" + path)).build(),
        BodyHandlers.ofString());
  }

  private static Parameters post(String operation, Parameters question) throws Exception {
    String body = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(question);
    return parse(Parameters.class, posted(operation, body));
  }

  private static HttpResponse<String> posted(String operation, String body) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.base() + "/fhir/" + operation))
            .header("Content-Type", "application/fhir+json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static <T extends Resource> T parse(Class<T> type, HttpResponse<String> answer) {
    return FhirContext.forR4Cached().newJsonParser().parseResource(type, answer.body());
  }
}
