package org.radcanon.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcanon.index.Headers.CT_IMAGE;
import static org.radcanon.index.Headers.MR_IMAGE;
import static org.radcanon.index.Headers.instance;
import static org.radcanon.studies.writer.Attribute.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.Query;
import org.radcanon.index.StudyIndex.QueryResult;
import org.radcanon.index.StudyIndex.Row;
import org.radcanon.studies.writer.DicomObject;

/** What every database must do for attribute matching (PS3.4 C.2.2.2). */
abstract class MatchingContract extends IndexContract {

  @Test
  void a_single_value_matches_exactly_and_case_counts() {
    record(instance("1.1", 1, 1).with(PATIENT_ID, "p1"), instance("1.2", 1, 1));
    assertThat(studies("PatientID", "P1")).containsExactly("1.2");
    assertThat(studies("PatientID", " P1 ")).containsExactly("1.2");
    assertThat(studies("PatientID", "P")).isEmpty();
  }

  @Test
  void wild_cards_match_and_the_signs_of_sql_mean_nothing() {
    record(
        instance("1.1", 1, 1).with(ACCESSION_NUMBER, "A%1"),
        instance("1.2", 1, 1).with(ACCESSION_NUMBER, "A_1"),
        instance("1.3", 1, 1).with(ACCESSION_NUMBER, "AX1"),
        instance("1.4", 1, 1).with(ACCESSION_NUMBER, "A!1"),
        instance("1.5", 1, 1).with(ACCESSION_NUMBER, "AXX1"));
    assertThat(studies("AccessionNumber", "A%*")).containsExactly("1.1");
    assertThat(studies("AccessionNumber", "?_1")).containsExactly("1.2");
    assertThat(studies("AccessionNumber", "*!?")).containsExactly("1.4");
    assertThat(studies("AccessionNumber", "A?1")).containsExactly("1.4", "1.3", "1.2", "1.1");
    assertThat(studies("AccessionNumber", "A%1")).containsExactly("1.1");
    assertThat(studies("AccessionNumber", "*'; drop table study; --")).isEmpty();
  }

  @Test
  void person_names_match_in_any_case_with_or_without_trailing_delimiters() {
    record(
        instance("1.1", 1, 1).with(PATIENT_NAME, "Müller^Jürgen^^"),
        instance("1.2", 1, 1).with(PATIENT_NAME, "Yamada^Tarou=山田^太郎=やまだ^たろう"));
    assertThat(studies("PatientName", "MÜLLER^jürgen")).containsExactly("1.1");
    assertThat(studies("PatientName", "müll*")).containsExactly("1.1");
    assertThat(studies("PatientName", "müller")).isEmpty();
    assertThat(studies("PatientName", "山田*")).containsExactly("1.2");
    assertThat(studies("PatientName", "yamada*=山田^太郎")).containsExactly("1.2");
    assertThat(studies("PatientName", "yamada*=山本*")).isEmpty();
    assertThat(studies("ReferringPhysicianName", "*")).hasSize(2);
  }

  @Test
  void an_empty_value_matches_all_also_those_without_the_attribute() {
    record(instance("1.1", 1, 1).without(STUDY_DATE), instance("1.2", 1, 1));
    assertThat(studies("StudyDate", "")).containsExactly("1.2", "1.1");
    assertThat(studies("AccessionNumber", "*")).hasSize(2);
    assertThat(studies("StudyInstanceUID", "")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "20260101-20260131, 1.3 1.2",
    "20260131-, 1.4 1.3",
    "-20260101, 1.2 1.1",
    "20260131, 1.3",
    "2026.01.31, 1.3",
    "20260102-20260130, ''"
  })
  void dates_match_by_range_with_both_ends(String value, String expected) {
    record(
        instance("1.1", 1, 1).with(STUDY_DATE, "20251231"),
        instance("1.2", 1, 1).with(STUDY_DATE, "20260101"),
        instance("1.3", 1, 1).with(STUDY_DATE, "20260131"),
        instance("1.4", 1, 1).with(STUDY_DATE, "20260201"),
        instance("1.5", 1, 1).without(STUDY_DATE));
    assertThat(String.join(" ", studies("StudyDate", value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10-1014, 1.2 1.1",
    "1014, 1.2",
    "-101459.9, 1.2 1.1",
    "101500-, 1.3",
    "101459.999, ''",
    "10:14:59-10:15, 1.3 1.2"
  })
  void times_match_by_range_to_the_precision_that_is_written(String value, String expected) {
    record(
        instance("1.1", 1, 1).with(STUDY_TIME, "10"),
        instance("1.2", 1, 1).with(STUDY_TIME, "101459.5"),
        instance("1.3", 1, 1).with(STUDY_TIME, "101500"),
        instance("1.4", 1, 1).without(STUDY_TIME));
    assertThat(String.join(" ", studies("StudyTime", value))).isEqualTo(expected);
  }

  @Test
  void ranges_of_date_and_time_of_one_form_are_one_range_of_moments() {
    record(
        instance("1.1", 1, 1).with(STUDY_DATE, "20260705").with(STUDY_TIME, "0900"),
        instance("1.2", 1, 1).with(STUDY_DATE, "20260705").with(STUDY_TIME, "2200"),
        instance("1.3", 1, 1).with(STUDY_DATE, "20260706").with(STUDY_TIME, "0300"),
        instance("1.4", 1, 1).with(STUDY_DATE, "20260707").with(STUDY_TIME, "1900"));
    assertThat(studies(key("StudyDate", "20260705-20260707"), key("StudyTime", "1000-1800")))
        .containsExactly("1.3", "1.2");
    assertThat(studies(key("StudyDate", "20260705-20260706"), key("StudyTime", "2100-0400")))
        .containsExactly("1.3", "1.2");
    assertThat(studies(key("StudyDate", "20260706-"), key("StudyTime", "0400-")))
        .containsExactly("1.4");
    assertThat(studies(key("StudyDate", "20260705"), key("StudyTime", "1000-")))
        .containsExactly("1.2");
  }

  @Test
  void uids_match_singly_or_by_list_with_comma_or_backslash() {
    record(instance("1.1", 1, 1), instance("1.2", 1, 1), instance("1.3", 1, 1));
    assertThat(studies("StudyInstanceUID", "1.1")).containsExactly("1.1");
    assertThat(studies("StudyInstanceUID", "1.1,1.3")).containsExactly("1.3", "1.1");
    assertThat(studies("StudyInstanceUID", "1.1\\1.2\\1.9")).containsExactly("1.2", "1.1");
  }

  @Test
  void modalities_and_sop_classes_of_a_study_match_when_any_series_has_them() {
    record(
        instance("1.1", 1, 1),
        instance("1.1", 2, 1).with(MODALITY, "SR"),
        instance("1.2", 1, 1).with(MODALITY, "MR").with(SOP_CLASS_UID, MR_IMAGE));
    assertThat(studies("ModalitiesInStudy", "CT")).containsExactly("1.1");
    assertThat(studies("ModalitiesInStudy", "SR")).containsExactly("1.1");
    assertThat(studies("ModalitiesInStudy", "?R")).containsExactly("1.2", "1.1");
    assertThat(studies("ModalitiesInStudy", "SR\\MR")).containsExactly("1.2", "1.1");
    assertThat(studies("SOPClassesInStudy", MR_IMAGE)).containsExactly("1.2");
    assertThat(studies(key("ModalitiesInStudy", "CT"), key("PatientID", "P9"))).isEmpty();
  }

  @Test
  void the_required_keys_of_a_study_match() {
    record(
        instance("1.1", 1, 1),
        instance("1.2", 1, 1)
            .with(STUDY_ID, "S7")
            .with(STUDY_DESCRIPTION, "CT Head")
            .with(REFERRING_PHYSICIAN_NAME, "House^G")
            .with(PATIENT_BIRTH_DATE, "19600101")
            .with(PATIENT_SEX, "M")
            .with(ISSUER_OF_PATIENT_ID, "HOSP"));
    assertThat(
            studies(
                key("StudyID", "S7"),
                key("StudyDescription", "CT*"),
                key("ReferringPhysicianName", "house*"),
                key("PatientBirthDate", "19500101-19700101"),
                key("PatientSex", "M"),
                key("IssuerOfPatientID", "HOSP")))
        .containsExactly("1.2");
  }

  @Test
  void the_keys_of_series_match_and_those_of_the_study_with_them() {
    record(
        instance("1.1", 1, 1)
            .with(SERIES_DESCRIPTION, "axial")
            .with(BODY_PART_EXAMINED, "HEAD")
            .with(PERFORMED_PROCEDURE_STEP_START_DATE, "20260105")
            .with(PERFORMED_PROCEDURE_STEP_START_TIME, "1015"),
        instance("1.1", 2, 1).with(MODALITY, "SR"),
        instance("1.2", 1, 1).with(PATIENT_ID, "P2"));
    assertThat(series()).containsExactly("1.2.1", "1.1.1", "1.1.2");
    assertThat(series(key("Modality", "SR"))).containsExactly("1.1.2");
    assertThat(series(key("SeriesNumber", "1"), key("PatientID", "P1"))).containsExactly("1.1.1");
    assertThat(series(key("SeriesDescription", "ax*"), key("BodyPartExamined", "HEAD")))
        .containsExactly("1.1.1");
    assertThat(series(key("SeriesInstanceUID", "1.1.2,1.2.1"))).containsExactly("1.2.1", "1.1.2");
    assertThat(
            series(
                key("PerformedProcedureStepStartDate", "20260105-20260105"),
                key("PerformedProcedureStepStartTime", "1000-1100")))
        .containsExactly("1.1.1");
  }

  @Test
  void keys_of_a_request_must_match_within_the_same_item() {
    record(
        instance("1.1", 1, 1)
            .with(REQUEST_ATTRIBUTES_SEQUENCE, request("S1", "R1"), request("S2", "R2")),
        instance("1.2", 1, 1).with(REQUEST_ATTRIBUTES_SEQUENCE, request("S1", "R2")));
    Key s1 = key("RequestAttributesSequence.ScheduledProcedureStepID", "S1");
    Key r2 = key("RequestAttributesSequence.RequestedProcedureID", "R2");
    assertThat(series(s1)).containsExactly("1.2.1", "1.1.1");
    assertThat(series(s1, r2)).containsExactly("1.2.1");
    assertThat(search(Level.STUDY, 10, 0, s1).unsupported()).containsExactly(s1);
  }

  @Test
  void the_keys_of_instances_match_and_those_of_the_levels_above_with_them() {
    record(
        instance("1.1", 1, 1),
        instance("1.1", 1, 2),
        instance("1.1", 2, 2).with(SOP_CLASS_UID, MR_IMAGE));
    assertThat(instances(key("InstanceNumber", "2"))).containsExactly("1.1.1.2", "1.1.2.2");
    assertThat(instances(key("InstanceNumber", "2"), key("SOPClassUID", CT_IMAGE)))
        .containsExactly("1.1.1.2");
    assertThat(instances(key("SeriesNumber", "1"), key("StudyDate", "20260105")))
        .containsExactly("1.1.1.1", "1.1.1.2");
    Query below =
        new Query(Level.INSTANCE, Optional.of("1.1"), Optional.of("1.1.2"), List.of(), 10, 0);
    assertThat(index.search(below).rows())
        .extracting(row -> row.instanceUid().orElseThrow())
        .containsExactly("1.1.2.2");
  }

  @Test
  void keys_that_are_not_matched_by_are_named_and_ignored() {
    record(instance("1.1", 1, 1));
    Key[] unknown = {
      key("NumberOfStudyRelatedInstances", "1"),
      key("Modality", "MR"),
      key("ManufacturerModelName", "x"),
      key("ProcedureCodeSequence.CodeMeaning", "x"),
      new Key(List.of(0x00091001), "private")
    };
    QueryResult result = search(Level.STUDY, 10, 0, unknown);
    assertThat(result.unsupported()).containsExactly(unknown);
    assertThat(result.rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "StudyDate, 20260231",
    "StudyDate, 2026",
    "StudyDate, 2026*",
    "StudyDate, 20260201-20260101",
    "StudyDate, -",
    "StudyTime, 2460",
    "StudyTime, 1200-1100",
    "StudyTime, noon",
    "StudyInstanceUID, 1.2.*",
    "StudyInstanceUID, abc",
    "PatientBirthDate, unknown"
  })
  void a_bad_value_is_refused_by_the_name_of_its_key_and_not_repeated(String key, String value) {
    assertThatThrownBy(() -> studies(key, value))
        .isInstanceOf(QueryException.class)
        .hasMessageStartingWith(key)
        .hasMessageNotContaining(value.length() > 1 ? value : "\u0000");
  }

  @Test
  void a_number_that_is_none_is_refused() {
    assertThatThrownBy(() -> series(key("SeriesNumber", "1-3")))
        .isInstanceOf(QueryException.class)
        .hasMessageStartingWith("SeriesNumber");
  }

  @Test
  void pages_follow_each_other_in_one_order_newest_study_date_first() {
    for (int day = 1; day <= 5; day++) {
      record(instance("1." + day, 1, 1).with(STUDY_DATE, "2026010" + (day == 5 ? 1 : day)));
    }
    assertThat(studies()).containsExactly("1.4", "1.3", "1.2", "1.5", "1.1");
    QueryResult first = search(Level.STUDY, 2, 0);
    QueryResult second = search(Level.STUDY, 2, 2);
    QueryResult last = search(Level.STUDY, 2, 4);
    assertThat(first.rows()).extracting(Row::studyUid).containsExactly("1.4", "1.3");
    assertThat(second.rows()).extracting(Row::studyUid).containsExactly("1.2", "1.5");
    assertThat(last.rows()).extracting(Row::studyUid).containsExactly("1.1");
    assertThat(List.of(first.more(), second.more(), last.more()))
        .containsExactly(true, true, false);
    assertThat(search(Level.STUDY, 2, 9).rows()).isEmpty();
    assertThat(search(Level.STUDY, Integer.MAX_VALUE, 0).rows()).hasSize(5);
  }

  private static DicomObject request(String step, String procedure) {
    return DicomObject.create()
        .set(SCHEDULED_PROCEDURE_STEP_ID, step)
        .set(REQUESTED_PROCEDURE_ID, procedure);
  }
}
