package org.radcanon.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.radcanon.index.IndexedPatient;

/** What the room makes stands before HAPI's validator, with R4 and the IMR profiles. */
class ImrConformanceTest {
  private final StudyResources resources =
      new StudyResources(Fixtures.map(), ZoneId.of("Europe/Berlin"));

  @Test
  void aCompleteStudyConforms() {
    assertThat(ProfileValidator.errors(study())).isEmpty();
  }

  @Test
  void aStudyOfReportsOnlyConforms() {
    assertThat(errorsOf(Fixtures.ctChest().modalities("SR", "KO"))).isEmpty();
  }

  @Test
  void aStudyWithAModalityThatDicomDoesNotDefineConforms() {
    assertThat(errorsOf(Fixtures.ctChest().modalities("XYZ", ""))).isEmpty();
  }

  @Test
  void aStudyWithoutAnyDateConforms() {
    assertThat(errorsOf(Fixtures.ctChest().when(null, null, null).undatedSeries())).isEmpty();
  }

  @Test
  void aStudyThatCouldNotBeCodedConforms() {
    assertThat(errorsOf(Fixtures.ctChest().coded(null).accession(null, null))).isEmpty();
  }

  @Test
  void theEndpointConforms() {
    assertThat(ProfileValidator.errors(endpoint())).isEmpty();
  }

  @Test
  void aPatientConforms() {
    IndexedPatient patient =
        new IndexedPatient(
            "p7",
            Optional.of("4711"),
            Optional.of("St. Mary's"),
            Optional.of("Yamada^Tarou=山田^太郎=やまだ^たろう"),
            Optional.of("197001"),
            Optional.of("M"));
    Patient resource = resources.patient(patient);
    assertThat(ProfileValidator.errors(resource)).isEmpty();
  }

  @Test
  void aStudyWithoutEndpointFails() {
    ImagingStudy study = study();
    study.setEndpoint(List.of());
    assertThat(ProfileValidator.errors(study)).anyMatch(e -> e.contains("endpoint"));
  }

  @Test
  void aStudyWithoutModalityFails() {
    ImagingStudy study = study();
    study.setModality(List.of());
    assertThat(ProfileValidator.errors(study)).anyMatch(e -> e.contains("modality"));
  }

  @Test
  void aStudyWithoutStartedFails() {
    ImagingStudy study = study();
    study.setStartedElement(null);
    assertThat(ProfileValidator.errors(study)).anyMatch(e -> e.contains("started"));
  }

  @Test
  void aStudyWhoseUidStandsUnderAnotherSystemFails() {
    ImagingStudy study = study();
    study.getIdentifierFirstRep().setSystem("urn:ietf:rfc:3986");
    assertThat(ProfileValidator.errors(study)).anyMatch(e -> e.contains("studyUID"));
  }

  @Test
  void aStudyWithTwoUidsFails() {
    ImagingStudy study = study();
    study.addIdentifier(new Identifier().setSystem(FhirUris.DICOM_UID).setValue("urn:oid:1.2.3"));
    assertThat(ProfileValidator.errors(study)).anyMatch(e -> e.contains("studyUID"));
  }

  @Test
  void aStudyOfADeviceFails() {
    ImagingStudy study = study();
    study.setSubject(new Reference("Device/1").setType("Device"));
    assertThat(ProfileValidator.errors(study)).anyMatch(e -> e.contains("subject"));
  }

  @Test
  void anEndpointOfAnotherConnectionTypeFails() {
    Endpoint endpoint = endpoint();
    endpoint.setConnectionType(
        new Coding(FhirUris.CONNECTION_TYPE, "dicom-qido-rs", "DICOM QIDO-RS"));
    assertThat(ProfileValidator.errors(endpoint)).anyMatch(e -> e.contains("connectionType"));
  }

  @Test
  void anEndpointWithTwoPayloadTypesFails() {
    Endpoint endpoint = endpoint();
    endpoint.addPayloadType(new CodeableConcept(new Coding(FhirUris.DCM, "113014", "Study")));
    assertThat(ProfileValidator.errors(endpoint)).anyMatch(e -> e.contains("payloadType"));
  }

  private ImagingStudy study() {
    return resources.imagingStudy(Fixtures.ctChest().build());
  }

  private Endpoint endpoint() {
    return resources.endpoint(Fixtures.CT_UID, "https://pacs.example.org/radcanon");
  }

  private List<String> errorsOf(Fixtures.StudyBuilder study) {
    return ProfileValidator.errors(resources.imagingStudy(study.build()));
  }
}
