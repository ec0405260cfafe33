package org.radcanon.index;

import static org.radcanon.index.StudyIndex.Level.INSTANCE;
import static org.radcanon.index.StudyIndex.Level.SERIES;
import static org.radcanon.index.StudyIndex.Level.STUDY;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.dicom.Tag;

/** The attributes that the index matches by: those of PS3.18 Table 10.6.1-5, and some more. */
final class MatchingKeys {

  private static final Map<Integer, MatchingKey> TOP =
      byTag(
          new MatchingKey(Tag.StudyDate, STUDY, "study.keys.date"),
          new MatchingKey(Tag.StudyTime, STUDY, "study.keys.time"),
          new MatchingKey(Tag.AccessionNumber, STUDY, "study.keys.accessionNumber"),
          new MatchingKey(
              Tag.ModalitiesInStudy,
              STUDY,
              "m.modality",
              "exists (select 1 from StudyModality m where m.study = study and (%s))"),
          new MatchingKey(
              Tag.SOPClassesInStudy,
              STUDY,
              "c.sopClass",
              "exists (select 1 from StudySopClass c where c.study = study and (%s))"),
          new MatchingKey(Tag.ReferringPhysicianName, STUDY, "study.keys.referring"),
          new MatchingKey(Tag.StudyDescription, STUDY, "study.keys.description"),
          new MatchingKey(Tag.PatientName, STUDY, "study.patientKeys.name"),
          new MatchingKey(Tag.PatientID, STUDY, "study.patientKeys.patientId"),
          new MatchingKey(Tag.IssuerOfPatientID, STUDY, "study.patientKeys.issuer"),
          new MatchingKey(Tag.PatientBirthDate, STUDY, "study.patientKeys.birthDate"),
          new MatchingKey(Tag.PatientSex, STUDY, "study.patientKeys.sex"),
          new MatchingKey(Tag.StudyInstanceUID, STUDY, "study.uid"),
          new MatchingKey(Tag.StudyID, STUDY, "study.keys.studyId"),
          new MatchingKey(Tag.Modality, SERIES, "series.keys.modality"),
          new MatchingKey(Tag.SeriesInstanceUID, SERIES, "series.uid"),
          new MatchingKey(Tag.SeriesNumber, SERIES, "series.keys.number"),
          new MatchingKey(Tag.SeriesDescription, SERIES, "series.keys.description"),
          new MatchingKey(Tag.BodyPartExamined, SERIES, "series.keys.bodyPart"),
          new MatchingKey(Tag.Laterality, SERIES, "series.keys.laterality"),
          new MatchingKey(Tag.SeriesDate, SERIES, "series.keys.date"),
          new MatchingKey(Tag.SeriesTime, SERIES, "series.keys.time"),
          new MatchingKey(Tag.InstitutionName, SERIES, "series.keys.institution"),
          new MatchingKey(Tag.StationName, SERIES, "series.keys.station"),
          new MatchingKey(
              Tag.PerformedProcedureStepStartDate, SERIES, "series.keys.performedStartDate"),
          new MatchingKey(
              Tag.PerformedProcedureStepStartTime, SERIES, "series.keys.performedStartTime"),
          new MatchingKey(Tag.SOPClassUID, INSTANCE, "instance.sopClass"),
          new MatchingKey(Tag.SOPInstanceUID, INSTANCE, "instance.uid"),
          new MatchingKey(Tag.InstanceNumber, INSTANCE, "instance.number"));

  /** Keys inside Request Attributes Sequence (0040,0275); columns of a {@code request}. */
  private static final Map<Integer, MatchingKey> REQUEST =
      byTag(
          new MatchingKey(Tag.ScheduledProcedureStepID, SERIES, "request.stepId"),
          new MatchingKey(Tag.RequestedProcedureID, SERIES, "request.procedureId"));

  private MatchingKeys() {}

  static Optional<MatchingKey> top(int tag) {
    return Optional.ofNullable(TOP.get(tag));
  }

  static Optional<MatchingKey> ofRequest(int tag) {
    return Optional.ofNullable(REQUEST.get(tag));
  }

  private static Map<Integer, MatchingKey> byTag(MatchingKey... keys) {
    return Stream.of(keys)
        .collect(Collectors.toUnmodifiableMap(MatchingKey::tag, Function.identity()));
  }
}
