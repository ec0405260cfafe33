package org.radcanon.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.index.StudyIndex.Level;

/** What the index takes from the header of an instance, level by level. */
record StudyHeader(
    String studyUid, Patient patient, Study study, Series series, Instance instance) {

  /** JSON of more characters is reduced to the level's UID: no key or table has such values. */
  private static final int ATTRIBUTES = 500_000;

  /**
   * @param onlyStudy the study, where there is no Patient ID: such patients are never taken for one
   *     another
   */
  record Patient(PatientKeys keys, String onlyStudy, String nameSent, String birthDateSent) {}

  record Study(StudyKeys keys, StudyAsSent asSent, JsonDataSet attributes, List<CodeItem> codes) {}

  record Series(
      String uid,
      SeriesKeys keys,
      String dateSent,
      String timeSent,
      JsonDataSet attributes,
      List<Request> requests) {}

  record Instance(String uid, String sopClass, Optional<Integer> number, JsonDataSet attributes) {}

  /** A code as it stands in an item (PS3.3 Table 8.8-1a); empty where absent. */
  record CodeItem(String value, String scheme, String version) {}

  /** An item of Request Attributes Sequence (0040,0275); empty where absent. */
  record Request(String stepId, String procedureId) {}

  /**
   * @throws IllegalArgumentException when a UID of study, series, instance or SOP class is missing
   */
  static StudyHeader of(DataSet header) {
    String studyUid = uid(header, Tag.StudyInstanceUID);
    return new StudyHeader(
        studyUid, patient(header, studyUid), study(header), series(header), instance(header));
  }

  private static Patient patient(DataSet header, String studyUid) {
    PatientKeys keys =
        new PatientKeys(
            text(header, Tag.PatientID),
            text(header, Tag.IssuerOfPatientID),
            PersonNameKeys.of(header.string(Tag.PatientName).orElse("")),
            Matchable.date(sent(header, Tag.PatientBirthDate)),
            text(header, Tag.PatientSex));
    return new Patient(
        keys,
        keys.patientId().isEmpty() ? studyUid : "",
        sent(header, Tag.PatientName),
        sent(header, Tag.PatientBirthDate));
  }

  private static Study study(DataSet header) {
    StudyKeys keys =
        new StudyKeys(
            Matchable.date(sent(header, Tag.StudyDate)),
            Matchable.time(sent(header, Tag.StudyTime)),
            text(header, Tag.AccessionNumber),
            accessionIssuer(header),
            text(header, Tag.StudyID),
            text(header, Tag.StudyDescription),
            PersonNameKeys.of(header.string(Tag.ReferringPhysicianName).orElse("")));
    StudyAsSent asSent =
        new StudyAsSent(
            sent(header, Tag.StudyDate),
            sent(header, Tag.StudyTime),
            sent(header, Tag.TimezoneOffsetFromUTC),
            sent(header, Tag.ReferringPhysicianName));
    return new Study(
        keys, asSent, attributes(header, Level.STUDY, Tag.StudyInstanceUID), codes(header));
  }

  private static Series series(DataSet header) {
    SeriesKeys keys =
        new SeriesKeys(
            text(header, Tag.Modality),
            number(header, Tag.SeriesNumber).orElse(null),
            text(header, Tag.SeriesDescription),
            text(header, Tag.BodyPartExamined),
            text(header, Tag.Laterality),
            Matchable.date(sent(header, Tag.SeriesDate)),
            Matchable.time(sent(header, Tag.SeriesTime)),
            Matchable.date(sent(header, Tag.PerformedProcedureStepStartDate)),
            Matchable.time(sent(header, Tag.PerformedProcedureStepStartTime)),
            text(header, Tag.InstitutionName),
            text(header, Tag.StationName));
    return new Series(
        uid(header, Tag.SeriesInstanceUID),
        keys,
        sent(header, Tag.SeriesDate),
        sent(header, Tag.SeriesTime),
        attributes(header, Level.SERIES, Tag.SeriesInstanceUID),
        requests(header));
  }

  private static Instance instance(DataSet header) {
    return new Instance(
        uid(header, Tag.SOPInstanceUID),
        uid(header, Tag.SOPClassUID),
        number(header, Tag.InstanceNumber),
        attributes(header, Level.INSTANCE, Tag.SOPInstanceUID));
  }

  private static List<CodeItem> codes(DataSet header) {
    return header.items(Tag.ProcedureCodeSequence).stream()
        .flatMap(
            item -> Stream.concat(Stream.of(item), item.items(Tag.EquivalentCodeSequence).stream()))
        .map(StudyHeader::code)
        .filter(code -> !code.value().isEmpty())
        .distinct()
        .toList();
  }

  private static CodeItem code(DataSet item) {
    String value =
        Stream.of(Tag.CodeValue, Tag.LongCodeValue, Tag.URNCodeValue)
            .map(tag -> text(item, tag))
            .filter(v -> !v.isEmpty())
            .findFirst()
            .orElse("");
    return new CodeItem(
        value, text(item, Tag.CodingSchemeDesignator), text(item, Tag.CodingSchemeVersion));
  }

  private static List<Request> requests(DataSet header) {
    List<Request> requests = new ArrayList<>();
    for (DataSet item : header.items(Tag.RequestAttributesSequence)) {
      requests.add(
          new Request(
              text(item, Tag.ScheduledProcedureStepID), text(item, Tag.RequestedProcedureID)));
    }
    return List.copyOf(requests);
  }

  private static String accessionIssuer(DataSet header) {
    return header.items(Tag.IssuerOfAccessionNumberSequence).stream()
        .map(
            item ->
                Text.or(text(item, Tag.LocalNamespaceEntityID), text(item, Tag.UniversalEntityID)))
        .findFirst()
        .orElse("");
  }

  /** The level's attributes that have a value. */
  private static JsonDataSet attributes(DataSet header, Level level, int uidTag) {
    JsonDataSet all =
        JsonDataSet.of(header, tag -> IndexedAttributes.kept(level, tag) && hasValue(header, tag));
    if (all.toJson().length() <= ATTRIBUTES) {
      return all;
    }
    IndexLog.LOG.attributesTooLong(level, uid(header, Tag.SOPInstanceUID));
    return all.only(tag -> tag == uidTag);
  }

  /** What was known with what is new, as JSON; what is new alone where both are too long. */
  static String merged(JsonDataSet before, JsonDataSet latest) {
    String both = before.with(latest).toJson();
    return both.length() <= ATTRIBUTES ? both : latest.toJson();
  }

  private static boolean hasValue(DataSet header, int tag) {
    return header.element(tag).filter(e -> e.length() != 0).isPresent();
  }

  private static String uid(DataSet header, int tag) {
    String uid = text(header, tag);
    if (uid.isEmpty()) {
      throw new IllegalArgumentException("header without (%08x)".formatted(tag));
    }
    return uid;
  }

  private static String text(DataSet dataSet, int tag) {
    return Matchable.text(dataSet.string(tag).orElse(""));
  }

  private static String sent(DataSet dataSet, int tag) {
    return Matchable.storable(dataSet.string(tag).orElse(""));
  }

  private static Optional<Integer> number(DataSet dataSet, int tag) {
    try {
      return dataSet.string(tag).map(String::strip).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
