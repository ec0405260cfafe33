package org.radcanon.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.JsonDataSet;
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
    String studyUid = uid(header, Tags.STUDY_INSTANCE_UID);
    return new StudyHeader(
        studyUid, patient(header, studyUid), study(header), series(header), instance(header));
  }

  private static Patient patient(DataSet header, String studyUid) {
    PatientKeys keys =
        new PatientKeys(
            text(header, Tags.PATIENT_ID),
            text(header, Tags.ISSUER_OF_PATIENT_ID),
            PersonNameKeys.of(sent(header, Tags.PATIENT_NAME)),
            Matchable.date(sent(header, Tags.PATIENT_BIRTH_DATE)),
            text(header, Tags.PATIENT_SEX));
    return new Patient(
        keys,
        keys.patientId().isEmpty() ? studyUid : "",
        sent(header, Tags.PATIENT_NAME),
        sent(header, Tags.PATIENT_BIRTH_DATE));
  }

  private static Study study(DataSet header) {
    StudyKeys keys =
        new StudyKeys(
            Matchable.date(sent(header, Tags.STUDY_DATE)),
            Matchable.time(sent(header, Tags.STUDY_TIME)),
            text(header, Tags.ACCESSION_NUMBER),
            accessionIssuer(header),
            text(header, Tags.STUDY_ID),
            text(header, Tags.STUDY_DESCRIPTION),
            PersonNameKeys.of(sent(header, Tags.REFERRING_PHYSICIAN_NAME)));
    StudyAsSent asSent =
        new StudyAsSent(
            sent(header, Tags.STUDY_DATE),
            sent(header, Tags.STUDY_TIME),
            sent(header, Tags.TIMEZONE_OFFSET_FROM_UTC),
            sent(header, Tags.REFERRING_PHYSICIAN_NAME));
    return new Study(
        keys, asSent, attributes(header, Level.STUDY, Tags.STUDY_INSTANCE_UID), codes(header));
  }

  private static Series series(DataSet header) {
    SeriesKeys keys =
        new SeriesKeys(
            text(header, Tags.MODALITY),
            number(header, Tags.SERIES_NUMBER).orElse(null),
            text(header, Tags.SERIES_DESCRIPTION),
            text(header, Tags.BODY_PART_EXAMINED),
            text(header, Tags.LATERALITY),
            Matchable.date(sent(header, Tags.SERIES_DATE)),
            Matchable.time(sent(header, Tags.SERIES_TIME)),
            Matchable.date(sent(header, Tags.PERFORMED_PROCEDURE_STEP_START_DATE)),
            Matchable.time(sent(header, Tags.PERFORMED_PROCEDURE_STEP_START_TIME)),
            text(header, Tags.INSTITUTION_NAME),
            text(header, Tags.STATION_NAME));
    return new Series(
        uid(header, Tags.SERIES_INSTANCE_UID),
        keys,
        sent(header, Tags.SERIES_DATE),
        sent(header, Tags.SERIES_TIME),
        attributes(header, Level.SERIES, Tags.SERIES_INSTANCE_UID),
        requests(header));
  }

  private static Instance instance(DataSet header) {
    return new Instance(
        uid(header, Tags.SOP_INSTANCE_UID),
        uid(header, Tags.SOP_CLASS_UID),
        number(header, Tags.INSTANCE_NUMBER),
        attributes(header, Level.INSTANCE, Tags.SOP_INSTANCE_UID));
  }

  private static List<CodeItem> codes(DataSet header) {
    return header.items(Tags.PROCEDURE_CODE_SEQUENCE).stream()
        .flatMap(
            item ->
                Stream.concat(Stream.of(item), item.items(Tags.EQUIVALENT_CODE_SEQUENCE).stream()))
        .map(StudyHeader::code)
        .filter(code -> !code.value().isEmpty())
        .distinct()
        .toList();
  }

  private static CodeItem code(DataSet item) {
    String value =
        Stream.of(Tags.CODE_VALUE, Tags.LONG_CODE_VALUE, Tags.URN_CODE_VALUE)
            .map(tag -> text(item, tag))
            .filter(v -> !v.isEmpty())
            .findFirst()
            .orElse("");
    return new CodeItem(
        value, text(item, Tags.CODING_SCHEME_DESIGNATOR), text(item, Tags.CODING_SCHEME_VERSION));
  }

  private static List<Request> requests(DataSet header) {
    List<Request> requests = new ArrayList<>();
    for (DataSet item : header.items(Tags.REQUEST_ATTRIBUTES_SEQUENCE)) {
      requests.add(
          new Request(
              text(item, Tags.SCHEDULED_PROCEDURE_STEP_ID),
              text(item, Tags.REQUESTED_PROCEDURE_ID)));
    }
    return List.copyOf(requests);
  }

  private static String accessionIssuer(DataSet header) {
    return header.items(Tags.ISSUER_OF_ACCESSION_NUMBER_SEQUENCE).stream()
        .map(
            item ->
                Text.or(
                    text(item, Tags.LOCAL_NAMESPACE_ENTITY_ID),
                    text(item, Tags.UNIVERSAL_ENTITY_ID)))
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
    IndexLog.LOG.attributesTooLong(level, uid(header, Tags.SOP_INSTANCE_UID));
    return all.only(tag -> tag == uidTag);
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
