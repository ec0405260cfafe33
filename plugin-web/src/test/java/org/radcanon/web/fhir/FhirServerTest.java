package org.radcanon.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.fhir.FhirUris;

/** The FHIR server over HTTP, in the servlet engine that WildFly has. */
class FhirServerTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static FhirOverHttp server;
  private static String base;

  @BeforeAll
  static void start() throws Exception {
    server = FhirOverHttp.start();
    base = server.base();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aStudyIsReadWithItsVersion() throws Exception {
    HttpResponse<String> answer = get("ImagingStudy/" + FewStudies.CT);
    ImagingStudy study = parse(ImagingStudy.class, answer);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/fhir+json");
    assertThat(answer.headers().firstValue("ETag")).hasValue("W/\"1706774400123\"");
    assertThat(study.getMeta().hasProfile(FhirUris.IMR_IMAGING_STUDY)).isTrue();
    assertThat(study.getProcedureCodeFirstRep().getCodingFirstRep().getSystem())
        .isEqualTo(FhirUris.PLAYBOOK);
    assertThat(study.getProcedureCodeFirstRep().getCodingFirstRep().getCode()).isEqualTo("RPID16");
  }

  @Test
  void aStudyThatDidNotChangeIsNotSentAgain() throws Exception {
    HttpResponse<String> answer =
        send(
            request("ImagingStudy/" + FewStudies.CT)
                .header("If-None-Match", "W/\"1706774400123\""));
    assertThat(answer.statusCode()).isEqualTo(304);
  }

  @Test
  void xmlIsSpokenToo() throws Exception {
    HttpResponse<String> answer =
        send(request("ImagingStudy/" + FewStudies.CT).header("Accept", "application/fhir+xml"));
    assertThat(answer.body()).startsWith("<ImagingStudy xmlns=\"http://hl7.org/fhir\">");
    assertThat(get("ImagingStudy/" + FewStudies.CT + "?_format=xml").body()).startsWith("<Imaging");
  }

  @Test
  void theEndpointHasTheStudysWadoUrl() throws Exception {
    Endpoint endpoint = parse(Endpoint.class, get("Endpoint/" + FewStudies.CT));
    assertThat(endpoint.getAddress()).isEqualTo(base + "/dicomweb/studies/" + FewStudies.CT);
  }

  @Test
  void thePatientIsReadByTheIdOfTheReference() throws Exception {
    ImagingStudy study = parse(ImagingStudy.class, get("ImagingStudy/" + FewStudies.CT));
    Patient patient = parse(Patient.class, get(study.getSubject().getReference()));
    assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("Doe");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "ImagingStudy/1.2.999, 404",
    "Endpoint/1.2.999, 404",
    "Patient/nobody, 404",
    "SearchParameter/other, 404",
    "Observation/1, 404",
    "ImagingStudy?started=yesterday, 400",
    "ImagingStudy?started=2024-13-45, 400",
    "ImagingStudy?_page=x, 400",
    "ImagingStudy?_count=-1, 400",
    "ImagingStudy?_count=many, 400",
    "ImagingStudy?modality:not=CT, 400",
    "ImagingStudy?procedure-code:missing=true, 400",
    "ImagingStudy?_include=ImagingStudy:basedon, 400",
    "ImagingStudy?identifier=REFUSED, 400",
    "Patient?, 400",
    "ImagingStudy?identifier=BROKEN, 500"
  })
  void faultsAreOperationOutcomes(String path, int status) throws Exception {
    HttpResponse<String> answer = get(path);
    OperationOutcome outcome = parse(OperationOutcome.class, answer, status);
    assertThat(outcome.getIssueFirstRep().getSeverity().toCode()).isIn("error", "fatal");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("\tat ");
    assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
  }

  @Test
  void nothingCanBeWritten() throws Exception {
    HttpResponse<String> answer =
        send(
            request("ImagingStudy")
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString("{\"resourceType\":\"ImagingStudy\"}")));
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(parse(OperationOutcome.class, answer, answer.statusCode()).hasIssue()).isTrue();
  }

  @ParameterizedTest(name = "ImagingStudy?{0} finds {1}")
  @CsvSource({
    "'', 1.2.3.1 1.2.3.2 1.2.3.3",
    "_id=1.2.3.2, 1.2.3.2",
    "identifier=urn:dicom:uid|urn:oid:1.2.3.2, 1.2.3.2",
    "identifier=urn:oid:1.2.3.2, 1.2.3.2",
    "identifier=A1.2.3.1, 1.2.3.1",
    "patient=p2, 1.2.3.2",
    "patient=Patient/p2, 1.2.3.2",
    "patient:Patient=p2, 1.2.3.2",
    "subject=Patient/p2, 1.2.3.2",
    "patient=Device/p2, ''",
    "patient=http://elsewhere.example/fhir/Patient/p2, ''",
    "patient.identifier=urn:radcanon:issuer:HOSP|PID-p2, 1.2.3.2",
    "patient:Patient.identifier=PID-p2, 1.2.3.2",
    "subject.identifier=PID-p2, 1.2.3.2",
    "endpoint=Endpoint/1.2.3.2, 1.2.3.2",
    "modality=MR, 1.2.3.2",
    "'modality=http://dicom.nema.org/resources/ontology/DCM|MR,XA', 1.2.3.2",
    "modality=CT&procedure-code=RPID16, 1.2.3.1",
    "procedure-code=http://www.rsna.org/RadLex_Playbook.aspx|RPID16, 1.2.3.1",
    "procedure-code=RC0000166, 1.2.3.1",
    "procedure-code=RPID1, ''",
    "started=2024-01-15&modality=MR, 1.2.3.2",
    "started=ge2024-01-15&started=lt2024-01-16&modality=MR, 1.2.3.2",
    "started=2024-01-15T10:11:12%2B01:00&modality=MR, 1.2.3.2",
    "started=2025, ''",
    "_lastUpdated=ge2024-02-01&modality=MR, 1.2.3.2",
    "_lastUpdated=ge2024-01-01&_lastUpdated=lt2024-02-01, ''"
  })
  void studiesAreFound(String query, String found) throws Exception {
    String url = "ImagingStudy" + (query.isEmpty() ? "" : "?" + query.replace("|", "%7C"));
    Bundle bundle = parse(Bundle.class, get(url));
    assertThat(String.join(" ", ids(bundle, SearchEntryMode.MATCH))).isEqualTo(found);
    assertThat(bundle.getTotal()).isEqualTo(ids(bundle, SearchEntryMode.MATCH).size());
    assertThat(ids(bundle, SearchEntryMode.OUTCOME)).isEmpty();
  }

  @Test
  void aSearchCanBePosted() throws Exception {
    HttpRequest.Builder post =
        request("ImagingStudy/_search")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("procedure-code=RPID16&_count=5"));
    Bundle bundle = parse(Bundle.class, send(post));
    assertThat(ids(bundle, SearchEntryMode.MATCH)).containsExactly(FewStudies.CT);
    assertThat(bundle.getLink("self").getUrl())
        .startsWith(base + "/fhir/ImagingStudy?")
        .contains("procedure-code=RPID16");
  }

  @Test
  void pagesFollowEachOther() throws Exception {
    List<String> found = new ArrayList<>();
    Bundle page = parse(Bundle.class, get("ImagingStudy?_count=1&modality=CT,MR"));
    assertThat(page.hasTotal()).isFalse();
    while (true) {
      assertThat(page.getEntry()).hasSize(1);
      found.addAll(ids(page, SearchEntryMode.MATCH));
      if (page.getLink("next") == null) {
        break;
      }
      page =
          parse(
              Bundle.class,
              send(HttpRequest.newBuilder(URI.create(page.getLink("next").getUrl()))));
    }
    assertThat(found).containsExactly(FewStudies.CT, FewStudies.UNCODED, FewStudies.MR);
  }

  @Test
  void aCountHasNoEntries() throws Exception {
    for (String query : List.of("_summary=count", "_count=0")) {
      Bundle bundle = parse(Bundle.class, get("ImagingStudy?modality=CT&" + query));
      assertThat(bundle.getTotal()).isEqualTo(2);
      assertThat(bundle.getEntry()).isEmpty();
    }
  }

  @Test
  void elementsAreLeftOutOnDemand() throws Exception {
    Bundle bundle = parse(Bundle.class, get("ImagingStudy?_id=1.2.3.1&_elements=started"));
    ImagingStudy study = (ImagingStudy) bundle.getEntryFirstRep().getResource();
    assertThat(study.hasStarted()).isTrue();
    assertThat(study.hasSeries()).isFalse();
  }

  @Test
  void endpointsAndPatientsAreIncludedOnce() throws Exception {
    Bundle bundle =
        parse(
            Bundle.class,
            get("ImagingStudy?_include=ImagingStudy:endpoint&_include=ImagingStudy:patient"));
    assertThat(ids(bundle, SearchEntryMode.INCLUDE))
        .containsExactlyInAnyOrder(FewStudies.CT, FewStudies.MR, FewStudies.UNCODED, "p1", "p2");
    assertThat(bundle.getEntry())
        .allSatisfy(
            entry -> assertThat(entry.getFullUrl()).isEqualTo(base + "/fhir/" + url(entry)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour=red", "patient.name=Doe", "_sort=started"})
  void whatIsNotSupportedIsIgnoredAndSaid(String parameter) throws Exception {
    Bundle bundle = parse(Bundle.class, get("ImagingStudy?modality=MR&" + parameter));
    assertThat(ids(bundle, SearchEntryMode.MATCH)).containsExactly(FewStudies.MR);
    OperationOutcome outcome =
        (OperationOutcome) bundle.getEntry().get(bundle.getEntry().size() - 1).getResource();
    assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains(parameter.split("=")[0]);
    assertThat(bundle.getLink("self").getUrl()).doesNotContain(parameter.split("=")[0]);
  }

  @Test
  void whatIsNotSupportedIsRefusedWhenTheClientIsStrict() throws Exception {
    HttpResponse<String> answer =
        send(request("ImagingStudy?colour=red").header("Prefer", "handling=strict"));
    assertThat(parse(OperationOutcome.class, answer, 400).getIssueFirstRep().getDiagnostics())
        .contains("colour");
    assertThat(send(request("ImagingStudy?modality=CT").header("Prefer", "handling=strict")))
        .returns(200, HttpResponse::statusCode);
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "Patient?_id=p1, p1",
    "Patient?identifier=PID-p1, p1",
    "'Patient?identifier=PID-p1,PID-p2', p1 p2",
    "Patient?identifier=PID-p3, ''",
    "Endpoint?_id=1.2.3.1, 1.2.3.1",
    "Endpoint?_id=1.2.999, ''"
  })
  void patientsAndEndpointsAreFound(String url, String found) throws Exception {
    Bundle bundle = parse(Bundle.class, get(url));
    assertThat(String.join(" ", ids(bundle, SearchEntryMode.MATCH))).isEqualTo(found);
  }

  @Test
  void theCapabilityStatementSaysWhatIsThere() throws Exception {
    CapabilityStatement statement = parse(CapabilityStatement.class, get("metadata"));
    CapabilityStatementRestResourceComponent study = resource(statement, "ImagingStudy");
    assertThat(study.getSupportedProfile())
        .extracting(CanonicalType::getValue)
        .containsExactly(FhirUris.IMR_IMAGING_STUDY);
    assertThat(study.getSearchParam())
        .extracting(p -> p.getName())
        .contains(
            "_id",
            "identifier",
            "patient",
            "subject",
            "started",
            "modality",
            "endpoint",
            "procedure-code");
    assertThat(study.getSearchInclude())
        .extracting(i -> i.getValue())
        .containsExactly("ImagingStudy:endpoint", "ImagingStudy:patient", "ImagingStudy:subject");
    assertThat(resource(statement, "Endpoint").getSupportedProfile())
        .extracting(CanonicalType::getValue)
        .containsExactly(FhirUris.IMR_ENDPOINT);
    assertThat(get("metadata").body()).isNotEmpty().doesNotContain("HAPI");
  }

  @Test
  void theOwnSearchParameterIsPublished() throws Exception {
    CapabilityStatement statement = parse(CapabilityStatement.class, get("metadata"));
    String definition =
        resource(statement, "ImagingStudy").getSearchParam().stream()
            .filter(p -> p.getName().equals("procedure-code"))
            .findFirst()
            .orElseThrow()
            .getDefinition();
    SearchParameter parameter =
        parse(SearchParameter.class, get("SearchParameter/imagingstudy-procedure-code"));
    assertThat(parameter.getUrl()).isEqualTo(definition);
    assertThat(parameter.getCode()).isEqualTo("procedure-code");
  }

  private static CapabilityStatementRestResourceComponent resource(
      CapabilityStatement statement, String type) {
    return statement.getRestFirstRep().getResource().stream()
        .filter(r -> r.getType().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(Bundle bundle, SearchEntryMode mode) {
    return bundle.getEntry().stream()
        .filter(entry -> entry.getSearch().getMode() == mode)
        .map(entry -> String.valueOf(entry.getResource().getIdElement().getIdPart()))
        .toList();
  }

  private static String url(BundleEntryComponent entry) {
    Resource resource = entry.getResource();
    return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + "/fhir/" + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static <T extends Resource> T parse(Class<T> type, HttpResponse<String> answer) {
    return parse(type, answer, 200);
  }

  private static <T extends Resource> T parse(
      Class<T> type, HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return FhirContext.forR4Cached().newJsonParser().parseResource(type, answer.body());
  }
}
