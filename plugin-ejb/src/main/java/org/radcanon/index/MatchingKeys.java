package org.radcanon.index;

import static org.radcanon.index.MatchingKey.Kind.CODE_STRING;
import static org.radcanon.index.MatchingKey.Kind.DATE;
import static org.radcanon.index.MatchingKey.Kind.NUMBER;
import static org.radcanon.index.MatchingKey.Kind.PERSON_NAME;
import static org.radcanon.index.MatchingKey.Kind.TEXT;
import static org.radcanon.index.MatchingKey.Kind.TIME;
import static org.radcanon.index.MatchingKey.Kind.UID;
import static org.radcanon.index.StudyIndex.Level.INSTANCE;
import static org.radcanon.index.StudyIndex.Level.SERIES;
import static org.radcanon.index.StudyIndex.Level.STUDY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The attributes that the index matches by: those of PS3.18 Table 10.6.1-5, and some more. */
final class MatchingKeys {

  private static final Map<Integer, MatchingKey> TOP =
      List.of(
              new MatchingKey(Tags.STUDY_DATE, "StudyDate", DATE, STUDY, "study.keys.date"),
              new MatchingKey(Tags.STUDY_TIME, "StudyTime", TIME, STUDY, "study.keys.time"),
              new MatchingKey(
                  Tags.ACCESSION_NUMBER,
                  "AccessionNumber",
                  TEXT,
                  STUDY,
                  "study.keys.accessionNumber"),
              new MatchingKey(
                  Tags.MODALITIES_IN_STUDY,
                  "ModalitiesInStudy",
                  CODE_STRING,
                  STUDY,
                  "m.modality",
                  "exists (select 1 from StudyModality m where m.study = study and (%s))"),
              new MatchingKey(
                  Tags.SOP_CLASSES_IN_STUDY,
                  "SOPClassesInStudy",
                  UID,
                  STUDY,
                  "c.sopClass",
                  "exists (select 1 from StudySopClass c where c.study = study and (%s))"),
              new MatchingKey(
                  Tags.REFERRING_PHYSICIAN_NAME,
                  "ReferringPhysicianName",
                  PERSON_NAME,
                  STUDY,
                  "study.keys.referring"),
              new MatchingKey(
                  Tags.STUDY_DESCRIPTION,
                  "StudyDescription",
                  TEXT,
                  STUDY,
                  "study.keys.description"),
              new MatchingKey(
                  Tags.PATIENT_NAME, "PatientName", PERSON_NAME, STUDY, "study.patientKeys.name"),
              new MatchingKey(
                  Tags.PATIENT_ID, "PatientID", TEXT, STUDY, "study.patientKeys.patientId"),
              new MatchingKey(
                  Tags.ISSUER_OF_PATIENT_ID,
                  "IssuerOfPatientID",
                  TEXT,
                  STUDY,
                  "study.patientKeys.issuer"),
              new MatchingKey(
                  Tags.PATIENT_BIRTH_DATE,
                  "PatientBirthDate",
                  DATE,
                  STUDY,
                  "study.patientKeys.birthDate"),
              new MatchingKey(
                  Tags.PATIENT_SEX, "PatientSex", CODE_STRING, STUDY, "study.patientKeys.sex"),
              new MatchingKey(Tags.STUDY_INSTANCE_UID, "StudyInstanceUID", UID, STUDY, "study.uid"),
              new MatchingKey(Tags.STUDY_ID, "StudyID", TEXT, STUDY, "study.keys.studyId"),
              new MatchingKey(
                  Tags.MODALITY, "Modality", CODE_STRING, SERIES, "series.keys.modality"),
              new MatchingKey(
                  Tags.SERIES_INSTANCE_UID, "SeriesInstanceUID", UID, SERIES, "series.uid"),
              new MatchingKey(
                  Tags.SERIES_NUMBER, "SeriesNumber", NUMBER, SERIES, "series.keys.number"),
              new MatchingKey(
                  Tags.SERIES_DESCRIPTION,
                  "SeriesDescription",
                  TEXT,
                  SERIES,
                  "series.keys.description"),
              new MatchingKey(
                  Tags.BODY_PART_EXAMINED,
                  "BodyPartExamined",
                  CODE_STRING,
                  SERIES,
                  "series.keys.bodyPart"),
              new MatchingKey(
                  Tags.LATERALITY, "Laterality", CODE_STRING, SERIES, "series.keys.laterality"),
              new MatchingKey(Tags.SERIES_DATE, "SeriesDate", DATE, SERIES, "series.keys.date"),
              new MatchingKey(Tags.SERIES_TIME, "SeriesTime", TIME, SERIES, "series.keys.time"),
              new MatchingKey(
                  Tags.INSTITUTION_NAME,
                  "InstitutionName",
                  TEXT,
                  SERIES,
                  "series.keys.institution"),
              new MatchingKey(
                  Tags.STATION_NAME, "StationName", TEXT, SERIES, "series.keys.station"),
              new MatchingKey(
                  Tags.PERFORMED_PROCEDURE_STEP_START_DATE,
                  "PerformedProcedureStepStartDate",
                  DATE,
                  SERIES,
                  "series.keys.performedStartDate"),
              new MatchingKey(
                  Tags.PERFORMED_PROCEDURE_STEP_START_TIME,
                  "PerformedProcedureStepStartTime",
                  TIME,
                  SERIES,
                  "series.keys.performedStartTime"),
              new MatchingKey(
                  Tags.SOP_CLASS_UID, "SOPClassUID", UID, INSTANCE, "instance.sopClass"),
              new MatchingKey(
                  Tags.SOP_INSTANCE_UID, "SOPInstanceUID", UID, INSTANCE, "instance.uid"),
              new MatchingKey(
                  Tags.INSTANCE_NUMBER, "InstanceNumber", NUMBER, INSTANCE, "instance.number"))
          .stream()
          .collect(Collectors.toUnmodifiableMap(MatchingKey::tag, Function.identity()));

  /** Keys inside Request Attributes Sequence (0040,0275); columns of a {@code request}. */
  private static final Map<Integer, MatchingKey> REQUEST =
      List.of(
              new MatchingKey(
                  Tags.SCHEDULED_PROCEDURE_STEP_ID,
                  "RequestAttributesSequence.ScheduledProcedureStepID",
                  TEXT,
                  SERIES,
                  "request.stepId"),
              new MatchingKey(
                  Tags.REQUESTED_PROCEDURE_ID,
                  "RequestAttributesSequence.RequestedProcedureID",
                  TEXT,
                  SERIES,
                  "request.procedureId"))
          .stream()
          .collect(Collectors.toUnmodifiableMap(MatchingKey::tag, Function.identity()));

  private MatchingKeys() {}

  static Optional<MatchingKey> top(int tag) {
    return Optional.ofNullable(TOP.get(tag));
  }

  static Optional<MatchingKey> ofRequest(int tag) {
    return Optional.ofNullable(REQUEST.get(tag));
  }
}
