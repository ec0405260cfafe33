package org.radcanon.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.index.IndexedPatient;

class StudyResourcesTest {
  private final StudyResources resources =
      new StudyResources(Fixtures.map(), ZoneId.of("Europe/Berlin"));

  @Test
  void theStudyUidIsIdAndFirstIdentifier() {
    ImagingStudy study = map(Fixtures.ctChest());
    assertThat(study.getIdElement().getIdPart()).isEqualTo(Fixtures.CT_UID);
    assertThat(study.getIdentifierFirstRep().getSystem()).isEqualTo("urn:dicom:uid");
    assertThat(study.getIdentifierFirstRep().getValue()).isEqualTo("urn:oid:" + Fixtures.CT_UID);
  }

  @Test
  void theAccessionNumberIsAnIdentifierOfItsIssuer() {
    Identifier accession = map(Fixtures.ctChest()).getIdentifier().get(1);
    assertThat(accession.getType().getCodingFirstRep().getCode()).isEqualTo("ACSN");
    assertThat(accession.getSystem()).isEqualTo("urn:radcanon:issuer:RIS");
    assertThat(accession.getValue()).isEqualTo("A100");
  }

  @Test
  void thePlaybookCodeIsFirstAndTheConceptLast() {
    CodeableConcept procedure = map(Fixtures.ctChest()).getProcedureCodeFirstRep();
    assertThat(procedure.getCoding())
        .extracting(Coding::getSystem)
        .containsExactly(FhirUris.PLAYBOOK, Fixtures.LOINC, "urn:oid:2.25.1");
    assertThat(procedure.getCoding())
        .extracting(Coding::getCode)
        .containsExactly("RPID16", "24627-2", "RC0001");
  }

  @Test
  void aSupersededCodeIsNoProcedureCode() {
    assertThat(map(Fixtures.ctChest().coded("RC0002")).getProcedureCodeFirstRep().getCoding())
        .extracting(Coding::getCode)
        .containsExactly("RPID21", "RC0002");
  }

  @Test
  void aStudyWithoutCodeHasNoProcedureCode() {
    assertThat(map(Fixtures.ctChest().coded(null)).getProcedureCode()).isEmpty();
  }

  @Test
  void aConceptThatTheMapHasNoLongerGivesNoProcedureCode() {
    assertThat(map(Fixtures.ctChest().coded("RC9999")).getProcedureCode()).isEmpty();
  }

  @Test
  void modalityNamesAcquisitionsOnly() {
    assertThat(map(Fixtures.ctChest().modalities("SR", "PT", "CT", "SEG")).getModality())
        .extracting(Coding::getCode)
        .containsExactly("CT", "PT");
  }

  @Test
  void aStudyThatAcquiresNothingSaysWhatItIs() {
    assertThat(map(Fixtures.ctChest().modalities("SR", "KO")).getModality())
        .extracting(Coding::getCode)
        .containsExactly("KO", "SR");
  }

  @Test
  void aStudyWithoutModalityIsOther() {
    Coding modality = map(Fixtures.ctChest().modalities("")).getModalityFirstRep();
    assertThat(modality.getCode()).isEqualTo("OT");
    assertThat(modality.getSystem()).isEqualTo(FhirUris.DCM);
  }

  @Test
  void aModalityOutsideDicomIsNotClaimedToBeOfDicom() {
    Coding modality = map(Fixtures.ctChest().modalities("XYZ")).getModalityFirstRep();
    assertThat(modality.getCode()).isEqualTo("XYZ");
    assertThat(modality.getSystem()).isNull();
  }

  @ParameterizedTest(name = "{0} {1} {2} is {3}")
  @CsvSource({
    "20240115, 101112, +0530, 2024-01-15T10:11:12+05:30",
    "20240115, 101112, -0330, 2024-01-15T10:11:12-03:30",
    "20240115, 101112, , 2024-01-15T10:11:12+01:00",
    "20240715, 101112, , 2024-07-15T10:11:12+02:00",
    "20240115, 101112.500000, , 2024-01-15T10:11:12.500+01:00",
    "20240115, 1011, , 2024-01-15T10:11:00+01:00",
    "20240115, 10, , 2024-01-15",
    "20240115, , , 2024-01-15",
    "20240115, 996699, , 2024-01-15",
    "2024.01.15, 10:11:12, , 2024-01-15T10:11:12+01:00",
    "20161231, 235960, +0000, 2016-12-31T23:59:59+00:00",
    "20240115, 101112, +9999, 2024-01-15T10:11:12+01:00"
  })
  void startedIsAsPreciseAsDateAndTime(String date, String time, String offset, String fhir) {
    assertThat(map(Fixtures.ctChest().when(date, time, offset)).getStartedElement().asStringValue())
        .isEqualTo(fhir);
  }

  @Test
  void aStudyWithoutDateBeganWithItsFirstSeries() {
    assertThat(map(Fixtures.ctChest().when("20241399", "101112", null)).getStartedElement())
        .returns("2024-01-15T10:15:00+01:00", started -> started.asStringValue());
  }

  @Test
  void aStudyWithoutAnyDateSaysThatItIsUnknown() {
    ImagingStudy study = map(Fixtures.ctChest().when(null, "101112", null).undatedSeries());
    assertThat(study.getStartedElement().hasValue()).isFalse();
    assertThat(study.getStartedElement().getExtensionString(FhirUris.DATA_ABSENT_REASON))
        .isEqualTo("unknown");
  }

  @Test
  void seriesAndInstancesAreThere() {
    var series = map(Fixtures.ctChest()).getSeriesFirstRep();
    assertThat(series.getUid()).isEqualTo(Fixtures.CT_UID + ".1");
    assertThat(series.getBodySite().getCode()).isEqualTo("43799004");
    assertThat(series.getLaterality().getCode()).isEqualTo("7771000");
    assertThat(series.getInstanceFirstRep().getSopClass().getCode())
        .isEqualTo("urn:oid:1.2.840.10008.5.1.4.1.1.2");
  }

  @Test
  void theVersionIsTheLastChange() {
    ImagingStudy study = map(Fixtures.ctChest());
    assertThat(study.getMeta().getVersionId()).isEqualTo("1706774400123");
    assertThat(study.getMeta().getLastUpdated().getTime()).isEqualTo(1706774400123L);
  }

  @Test
  void theReferrerIsNamedInReadingOrder() {
    assertThat(map(Fixtures.ctChest()).getReferrer().getDisplay()).isEqualTo("Dr. Gregory House");
  }

  @Test
  void theEndpointIsTheStudysWadoUrl() {
    Endpoint endpoint = resources.endpoint("1.2.3", "https://pacs.example.org/radcanon/");
    assertThat(endpoint.getIdElement().getIdPart()).isEqualTo("1.2.3");
    assertThat(endpoint.getAddress())
        .isEqualTo("https://pacs.example.org/radcanon/dicomweb/studies/1.2.3");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "1.2.276.0.76, urn:oid:1.2.276.0.76",
    "https://hospital.example/mrn, https://hospital.example/mrn",
    "urn:oid:1.2.3, urn:oid:1.2.3",
    "St. Mary's, urn:radcanon:issuer:St.%20Mary%27s",
    "1.2, urn:radcanon:issuer:1.2"
  })
  void anIssuerIsASystem(String issuer, String system) {
    Patient patient = resources.patient(Fixtures.patient("p", "1", issuer));
    assertThat(patient.getIdentifierFirstRep().getSystem()).isEqualTo(system);
    assertThat(patient.getIdentifierFirstRep().getAssigner().getDisplay()).isEqualTo(issuer);
  }

  @Test
  void anIdentifierWithoutIssuerHasNoSystem() {
    Identifier identifier =
        resources.patient(Fixtures.patient("p", "1", null)).getIdentifierFirstRep();
    assertThat(identifier.hasSystem()).isFalse();
    assertThat(identifier.getType().getCodingFirstRep().getCode()).isEqualTo("PI");
  }

  @Test
  void everyComponentGroupOfANameIsAName() {
    List<HumanName> names =
        resources.patient(named("Yamada^Tarou^Q^Prof.^PhD=山田^太郎=やまだ^たろう")).getName();
    assertThat(names).extracting(HumanName::getFamily).containsExactly("Yamada", "山田", "やまだ");
    assertThat(names)
        .extracting(name -> name.getExtensionString(FhirUris.NAME_REPRESENTATION))
        .containsExactly("ABC", "IDE", "SYL");
    assertThat(names.get(0).getGivenAsSingleString()).isEqualTo("Tarou Q");
    assertThat(names.get(0).getPrefixAsSingleString()).isEqualTo("Prof.");
    assertThat(names.get(0).getSuffixAsSingleString()).isEqualTo("PhD");
  }

  @Test
  void anEmptyNameIsNoName() {
    assertThat(resources.patient(named("^^^^==")).getName()).isEmpty();
  }

  @ParameterizedTest(name = "birth date {0} is {1}")
  @CsvSource(
      nullValues = "none",
      value = {
        "19700131, 1970-01-31",
        "197001, 1970-01",
        "1970, 1970",
        "19700100, 1970-01",
        "19700000, 1970",
        "1970.01.31, 1970-01-31",
        "19700231, none",
        "unknown, none"
      })
  void birthDatesAreAsPreciseAsSent(String sent, String fhir) {
    Patient patient = resources.patient(patient("Doe", sent, "F"));
    assertThat(patient.getBirthDateElement().asStringValue()).isEqualTo(fhir);
  }

  @ParameterizedTest(name = "sex {0} is {1}")
  @CsvSource({"M, MALE", "F, FEMALE", "O, OTHER", "U, UNKNOWN"})
  void sexIsGender(String sex, AdministrativeGender gender) {
    assertThat(resources.patient(patient("Doe", "1970", sex)).getGender()).isEqualTo(gender);
  }

  @Test
  void controlCharactersDoNotReachFhir() {
    assertThat(resources.patient(named("Do\u0000e\u0007^\u001b")).getNameFirstRep().getFamily())
        .isEqualTo("Doe");
  }

  private ImagingStudy map(Fixtures.StudyBuilder study) {
    return resources.imagingStudy(study.build());
  }

  private static IndexedPatient named(String name) {
    return patient(name, "1970", "F");
  }

  private static IndexedPatient patient(String name, String birthDate, String sex) {
    return new IndexedPatient(
        "p",
        Optional.of("1"),
        Optional.empty(),
        Optional.of(name),
        Optional.of(birthDate),
        Optional.of(sex));
  }
}
