package org.radcanon.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesInstanceComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudyStatus;
import org.hl7.fhir.r4.model.Reference;
import org.radcanon.index.CodingRecord;
import org.radcanon.index.IndexedInstance;
import org.radcanon.index.IndexedSeries;
import org.radcanon.index.IndexedStudy;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;

/** A study of the index as an IMR ImagingStudy (IHE RAD IMR 1.1, on FHIR R4). */
final class ImagingStudyMapper {
  private final CanonicalMap map;
  private final SchemeSystems systems;
  private final ZoneId zone;

  ImagingStudyMapper(CanonicalMap map, ZoneId zone) {
    this.map = map;
    this.systems = new SchemeSystems(map);
    this.zone = zone;
  }

  ImagingStudy imagingStudy(IndexedStudy study) {
    ImagingStudy resource = new ImagingStudy();
    resource.setId(study.studyUid());
    resource
        .getMeta()
        .setVersionId(version(study.updated()))
        .setLastUpdated(Date.from(study.updated()))
        .addProfile(FhirUris.IMR_IMAGING_STUDY);
    resource.setStatus(ImagingStudyStatus.AVAILABLE);
    resource.addIdentifier(
        new Identifier()
            .setSystem(FhirUris.DICOM_UID)
            .setValue(FhirUris.OID_PREFIX + study.studyUid()));
    study
        .accessionNumber()
        .flatMap(Texts::clean)
        .map(number -> PatientMapper.identifier(number, study.accessionIssuer(), "ACSN"))
        .ifPresent(resource::addIdentifier);
    resource.setModality(Modalities.ofStudy(study.modalities()));
    resource.setSubject(new Reference("Patient/" + study.patient().id()).setType("Patient"));
    resource.setStartedElement(started(study));
    resource.addEndpoint(new Reference("Endpoint/" + study.studyUid()).setType("Endpoint"));
    resource.setNumberOfSeries(study.seriesCount());
    resource.setNumberOfInstances(study.instanceCount());
    study.description().flatMap(Texts::clean).ifPresent(resource::setDescription);
    study
        .referringPhysician()
        .flatMap(PersonNames::display)
        .map(name -> new Reference().setDisplay(name))
        .ifPresent(resource::setReferrer);
    study.coding().flatMap(this::procedureCode).ifPresent(resource::addProcedureCode);
    study.series().stream()
        .map(series -> series(series, study.timezoneOffset()))
        .forEach(resource::addSeries);
    return resource;
  }

  /** Grows with every change of the study in the index; milliseconds, so fit for a FHIR id. */
  private static String version(Instant updated) {
    return Long.toString(updated.toEpochMilli());
  }

  /**
   * Study Date and Time; where a study has no date, the earliest its series have. Where nothing in
   * the study says when it was made, {@code started} says exactly that (data-absent-reason), since
   * the profile wants the element and a date of receipt would be taken for a date of acquisition.
   */
  private DateTimeType started(IndexedStudy study) {
    return StudyMoment.of(study.date(), study.time(), study.timezoneOffset(), zone)
        .or(
            () ->
                study.series().stream()
                    .flatMap(series -> began(series, study.timezoneOffset()).stream())
                    .min(Comparator.comparing(StudyMoment::from)))
        .map(StudyMoment::toFhir)
        .orElseGet(ImagingStudyMapper::unknownMoment);
  }

  private static DateTimeType unknownMoment() {
    DateTimeType unknown = new DateTimeType();
    unknown.addExtension(FhirUris.DATA_ABSENT_REASON, new CodeType("unknown"));
    return unknown;
  }

  private Optional<StudyMoment> began(IndexedSeries series, Optional<String> offset) {
    return StudyMoment.of(series.date(), series.time(), offset, zone);
  }

  /**
   * The concept in force as one CodeableConcept: Playbook first where the concept has a code there,
   * then the preferred codes of the other schemes, then the concept's own; superseded codes not. A
   * concept that the map has no longer gives none.
   */
  private Optional<CodeableConcept> procedureCode(CodingRecord record) {
    return map.current(record.concept()).map(this::procedureCode);
  }

  private CodeableConcept procedureCode(Concept concept) {
    CodeableConcept procedure = new CodeableConcept().setText(concept.name());
    systems.inOrder(concept.codes().keySet()).stream()
        .flatMap(designator -> map.codeToWrite(concept, designator).stream())
        .map(this::coding)
        .forEach(procedure::addCoding);
    return procedure;
  }

  private Coding coding(Code code) {
    Coding coding = new Coding().setSystem(systems.system(code.scheme())).setCode(code.value());
    Texts.clean(code.meaning()).ifPresent(coding::setDisplay);
    return coding;
  }

  private ImagingStudySeriesComponent series(IndexedSeries indexed, Optional<String> offset) {
    ImagingStudySeriesComponent series = new ImagingStudySeriesComponent();
    series.setUid(indexed.seriesUid());
    indexed.number().filter(n -> n >= 0).ifPresent(series::setNumber);
    series.setModality(Modalities.coding(indexed.modality()));
    indexed.description().flatMap(Texts::clean).ifPresent(series::setDescription);
    series.setNumberOfInstances(indexed.instanceCount());
    indexed.bodyPart().flatMap(BodySites::bodyPart).ifPresent(series::setBodySite);
    indexed.laterality().flatMap(BodySites::laterality).ifPresent(series::setLaterality);
    began(indexed, offset).map(StudyMoment::toFhir).ifPresent(series::setStartedElement);
    indexed.instances().stream().map(ImagingStudyMapper::instance).forEach(series::addInstance);
    return series;
  }

  private static ImagingStudySeriesInstanceComponent instance(IndexedInstance indexed) {
    ImagingStudySeriesInstanceComponent instance = new ImagingStudySeriesInstanceComponent();
    instance.setUid(indexed.instanceUid());
    instance.setSopClass(
        new Coding()
            .setSystem(FhirUris.URI_SYSTEM)
            .setCode(FhirUris.OID_PREFIX + indexed.sopClass()));
    indexed.number().filter(n -> n >= 0).ifPresent(instance::setNumber);
    return instance;
  }
}
