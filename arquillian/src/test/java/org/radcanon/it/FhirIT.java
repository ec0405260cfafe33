package org.radcanon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;
import org.radcanon.studies.TinyStudies;

/** What was stored by STOW-RS stands in FHIR, conforms to IMR, and is found. */
class FhirIT extends RadcanonServer {
  private static final String PLAYBOOK = "http://www.rsna.org/RadLex_Playbook.aspx";
  private static final String BOUNDARY = "a-boundary-that-no-pixel-has";

  @Test
  void everyKindOfStudyConformsToImr() throws Exception {
    for (Study study : TinyStudies.all().values()) {
      store(study);
      String uid = study.studyInstanceUid();
      HttpResponse<String> imagingStudy = get(door("fhir/ImagingStudy/" + uid));
      assertThat(imagingStudy.statusCode()).as(uid).isEqualTo(200);
      assertThat(FhirProfiles.errors(imagingStudy.body())).as(imagingStudy.body()).isEmpty();
      ImagingStudy resource = parse(ImagingStudy.class, imagingStudy);
      assertThat(resource.getNumberOfInstances()).isEqualTo(study.instances().size());
      HttpResponse<String> patient = get(door("fhir/" + resource.getSubject().getReference()));
      assertThat(FhirProfiles.errors(patient.body())).as(patient.body()).isEmpty();
      assertThat(parse(Patient.class, patient).getIdentifier()).isNotEmpty();
    }
  }

  @Test
  void theEndpointConformsAndLeadsToTheStudy() throws Exception {
    Study study = store(TinyStudies.ctChest());
    HttpResponse<String> answer = get(door("fhir/Endpoint/" + study.studyInstanceUid()));
    assertThat(FhirProfiles.errors(answer.body())).isEmpty();
    URI address = URI.create(parse(Endpoint.class, answer).getAddress());
    assertThat(get(URI.create(address + "/metadata")).body())
        .contains(study.first().sopInstanceUid());
  }

  @Test
  void aStudyIsFoundByAnyCodeOfItsConceptAndByNoOther() throws Exception {
    String ct = store(TinyStudies.ctChest()).studyInstanceUid();
    String mr = store(TinyStudies.codedInRequest()).studyInstanceUid();
    List<Coding> codings =
        parse(ImagingStudy.class, get(door("fhir/ImagingStudy/" + ct)))
            .getProcedureCodeFirstRep()
            .getCoding();
    assertThat(codings.get(0).getSystem()).isEqualTo(PLAYBOOK);
    assertThat(codings.get(0).getCode()).isEqualTo("RPID16");
    for (Coding coding : codings) {
      assertThat(search("procedure-code", coding.getSystem() + "|" + coding.getCode(), ct, mr))
          .containsExactly(ct);
      assertThat(search("procedure-code", coding.getCode(), ct, mr)).containsExactly(ct);
    }
    assertThat(search("procedure-code", PLAYBOOK + "|RPID479", ct, mr)).containsExactly(mr);
    assertThat(search("procedure-code", "RPID1", ct, mr)).isEmpty();
  }

  @Test
  void theOtherParametersFindTheStudyToo() throws Exception {
    String ct = store(TinyStudies.ctChest()).studyInstanceUid();
    String mr = store(TinyStudies.codedInRequest()).studyInstanceUid();
    ImagingStudy study = parse(ImagingStudy.class, get(door("fhir/ImagingStudy/" + ct)));
    String day = study.getStartedElement().asStringValue().substring(0, 10);
    assertThat(search("identifier", "urn:dicom:uid|urn:oid:" + ct, ct, mr)).containsExactly(ct);
    assertThat(search("modality", "CT", ct, mr)).containsExactly(ct);
    assertThat(search("started", day, ct, mr)).contains(ct);
    assertThat(search("started", "lt" + day, ct, mr)).doesNotContain(ct);
    assertThat(search("patient", study.getSubject().getReference(), ct, mr)).contains(ct);
    assertThat(search("endpoint", "Endpoint/" + ct, ct, mr)).containsExactly(ct);
    assertThat(search("_lastUpdated", "ge2020", ct, mr)).containsExactlyInAnyOrder(ct, mr);
  }

  @Test
  void answersConformAsJsonAndAsXml() throws Exception {
    String uid = store(TinyStudies.petCt()).studyInstanceUid();
    String query =
        "fhir/ImagingStudy?_id="
            + uid
            + "&_include=ImagingStudy:endpoint&_include=ImagingStudy:patient";
    for (String type : List.of("application/fhir+json", "application/fhir+xml")) {
      HttpResponse<String> bundle =
          send(HttpRequest.newBuilder(door(query)).header("Accept", type).build());
      assertThat(bundle.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
      assertThat(FhirProfiles.errors(bundle.body())).as(bundle.body()).isEmpty();
    }
  }

  @Test
  void whatTheServerSaysOfItselfConforms() throws Exception {
    HttpResponse<String> metadata = get(door("fhir/metadata"));
    assertThat(FhirProfiles.errors(metadata.body())).as(metadata.body()).isEmpty();
    assertThat(parse(CapabilityStatement.class, metadata).getFhirVersion().toCode())
        .isEqualTo("4.0.1");
    HttpResponse<String> parameter = get(door("fhir/SearchParameter/imagingstudy-procedure-code"));
    assertThat(FhirProfiles.errors(parameter.body())).as(parameter.body()).isEmpty();
    HttpResponse<String> missing = get(door("fhir/ImagingStudy/1.2.3.4.5.6.7.8.9"));
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(FhirProfiles.errors(missing.body())).as(missing.body()).isEmpty();
  }

  @Test
  void theMapIsATerminologyServiceAndItsAnswersConform() throws Exception {
    String coded = "code=24628-0&system=" + encode("http://loinc.org");
    for (String path :
        List.of(
            "CodeSystem/$lookup?" + coded,
            "ConceptMap/$translate?targetsystem=" + encode(PLAYBOOK) + "&" + coded,
            "ValueSet/ln/$expand?filter=chest&count=5",
            "CodeSystem",
            "ConceptMap")) {
      HttpResponse<String> answer = get(door("fhir/" + path));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(FhirProfiles.errors(answer.body())).as(answer.body()).isEmpty();
    }
    assertThat(get(door("fhir/ConceptMap/$translate?" + coded)).body()).contains("RPID18");
  }

  /** Ids of the matches among these studies. */
  private static List<String> search(String parameter, String value, String... among)
      throws Exception {
    String query =
        Stream.of("_id=" + String.join(",", among), parameter + "=" + encode(value))
            .collect(Collectors.joining("&", "fhir/ImagingStudy?", ""));
    return parse(Bundle.class, get(door(query))).getEntry().stream()
        .filter(entry -> entry.getSearch().getMode() == SearchEntryMode.MATCH)
        .map(entry -> entry.getResource().getIdElement().getIdPart())
        .toList();
  }

  private static Study store(Study study) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(door("dicomweb/studies"))
            .header(
                "Content-Type",
                "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
            .header("Accept", "application/dicom+json")
            .POST(BodyPublishers.ofByteArray(multipart(study)))
            .build();
    assertThat(send(request).statusCode()).isIn(200, 202);
    return study;
  }

  private static byte[] multipart(Study study) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Instance instance : study.instances()) {
      body.write(ascii("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n"));
      body.write(instance.bytes());
      body.write(ascii("\r\n"));
    }
    body.write(ascii("--" + BOUNDARY + "--\r\n"));
    return body.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static <T extends Resource> T parse(Class<T> type, HttpResponse<String> answer) {
    return FhirProfiles.R4.newJsonParser().parseResource(type, answer.body());
  }
}
