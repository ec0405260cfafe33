package org.radcanon.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcanon.index.Headers.CT_IMAGE;
import static org.radcanon.index.Headers.MR_IMAGE;
import static org.radcanon.index.Headers.instance;
import static org.radcanon.studies.writer.Attribute.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcanon.index.StudyIndex.InstancePath;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.Row;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.Syntax;
import org.radcanon.terminology.Resolution.Basis;

/** What every database must do for recording and reading back. */
abstract class RecordingContract extends IndexContract {

  @Test
  void a_recorded_study_reads_back_with_its_patient_series_and_instances() {
    index.record(
        List.of(
            NewInstance.of(
                instance("1.2", 1, 1)
                    .with(PATIENT_BIRTH_DATE, "19700203")
                    .with(PATIENT_SEX, "F")
                    .with(ISSUER_OF_PATIENT_ID, "HOSP")
                    .with(ACCESSION_NUMBER, "A-7")
                    .with(STUDY_DESCRIPTION, "CT Schädel")
                    .with(REFERRING_PHYSICIAN_NAME, "House^Gregory")
                    .with(TIMEZONE_OFFSET_FROM_UTC, "+0100")
                    .with(SERIES_DESCRIPTION, "axial")
                    .with(BODY_PART_EXAMINED, "HEAD")
                    .with(SERIES_DATE, "20260105")
                    .read(),
                EXPLICIT,
                true,
                Optional.empty())));
    IndexedStudy study = index.studyInFull("1.2").orElseThrow();
    assertThat(study.patient())
        .isEqualTo(
            new IndexedPatient(
                study.patient().id(),
                Optional.of("P1"),
                Optional.of("HOSP"),
                Optional.of("Doe^Jane"),
                Optional.of("19700203"),
                Optional.of("F")));
    assertThat(index.patient(study.patient().id())).contains(study.patient());
    assertThat(study.patient().id()).matches("[A-Za-z0-9.-]{1,64}");
    assertThat(study.date()).contains("20260105");
    assertThat(study.time()).contains("101530");
    assertThat(study.timezoneOffset()).contains("+0100");
    assertThat(study.accessionNumber()).contains("A-7");
    assertThat(study.accessionIssuer()).isEmpty();
    assertThat(study.description()).contains("CT Schädel");
    assertThat(study.referringPhysician()).contains("House^Gregory");
    assertThat(study.modalities()).containsExactly("CT");
    assertThat(study.sopClasses()).containsExactly(CT_IMAGE);
    assertThat(study.updated()).isEqualTo(NOW);
    IndexedSeries series = study.series().get(0);
    assertThat(series.seriesUid()).isEqualTo("1.2.1");
    assertThat(series.modality()).isEqualTo("CT");
    assertThat(series.number()).contains(1);
    assertThat(series.description()).contains("axial");
    assertThat(series.bodyPart()).contains("HEAD");
    assertThat(series.laterality()).isEmpty();
    assertThat(series.date()).contains("20260105");
    assertThat(series.time()).isEmpty();
    assertThat(series.instances())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.instanceUid()).isEqualTo("1.2.1.1");
              assertThat(i.sopClass()).isEqualTo(CT_IMAGE);
              assertThat(i.transferSyntax()).isEqualTo(EXPLICIT);
              assertThat(i.number()).contains(1);
              assertThat(i.codeWritten()).isTrue();
            });
  }

  @Test
  void values_of_megabytes_are_cut_to_what_a_database_holds_and_are_found_all_the_same() {
    String name = "Doe^" + "J".repeat(2 << 20);
    String description = "CT " + "d".repeat(1 << 20);

    index.record(
        List.of(
            NewInstance.of(
                instance("1.2", 1, 1)
                    .with(PATIENT_NAME, name)
                    .with(REFERRING_PHYSICIAN_NAME, name)
                    .with(STUDY_DATE, "2026" + "0".repeat(2 << 20))
                    .with(STUDY_DESCRIPTION, description)
                    .read(Syntax.IMPLICIT),
                EXPLICIT,
                false,
                Optional.empty())));

    IndexedStudy study = index.study("1.2").orElseThrow();
    assertThat(study.patient().name().orElseThrow()).hasSize(10_240).startsWith("Doe^JJ");
    assertThat(study.referringPhysician().orElseThrow()).hasSize(10_240);
    assertThat(study.description().orElseThrow()).hasSize(255).startsWith("CT ddd");
    assertThat(studies("PatientName", name)).containsExactly("1.2");
  }

  @Test
  void answers_carry_the_attributes_of_each_level_and_what_is_computed() {
    record(
        instance("1.2", 1, 1).with(STUDY_DESCRIPTION, "CT Head"),
        instance("1.2", 1, 2),
        instance("1.2", 2, 1).with(MODALITY, "MR").with(SOP_CLASS_UID, MR_IMAGE));
    Row row = search(Level.INSTANCE, 10, 0, key("SOPInstanceUID", "1.2.1.2")).rows().get(0);
    String study = row.study().toJson();
    assertThat(study)
        .contains("\"00081030\":{\"vr\":\"LO\",\"Value\":[\"CT Head\"]}")
        .contains("\"00080061\":{\"vr\":\"CS\",\"Value\":[\"CT\",\"MR\"]}")
        .contains("\"00080062\":{\"vr\":\"UI\",\"Value\":[\"" + CT_IMAGE + "\",\"" + MR_IMAGE)
        .contains("\"00201206\":{\"vr\":\"IS\",\"Value\":[2]}")
        .contains("\"00201208\":{\"vr\":\"IS\",\"Value\":[3]}")
        .contains("\"00080056\":{\"vr\":\"CS\",\"Value\":[\"ONLINE\"]}")
        .doesNotContain("\"00080060\"");
    assertThat(row.series().orElseThrow().toJson())
        .contains("\"00201209\":{\"vr\":\"IS\",\"Value\":[2]}")
        .contains("\"00200011\"")
        .doesNotContain("\"00080018\"");
    assertThat(row.instance().orElseThrow().toJson()).contains("\"1.2.1.2\"");
  }

  @Test
  void attributes_of_type_2_are_answered_empty_where_nothing_is_known() {
    record(instance("1.2", 1, 1).without(PATIENT_NAME).without(SERIES_NUMBER));
    Row row = search(Level.INSTANCE, 10, 0).rows().get(0);
    assertThat(row.study().toJson())
        .contains("\"00080050\":{\"vr\":\"SH\"}", "\"00100010\":{\"vr\":\"PN\"}")
        .doesNotContain("\"00081030\"");
    assertThat(row.series().orElseThrow().toJson()).contains("\"00200011\":{\"vr\":\"IS\"}");
  }

  @Test
  void the_same_instance_again_counts_once() {
    record(instance("1.2", 1, 1), instance("1.2", 1, 1), instance("1.2", 1, 2));
    IndexedStudy study = index.studyInFull("1.2").orElseThrow();
    assertThat(study.seriesCount()).isEqualTo(1);
    assertThat(study.instanceCount()).isEqualTo(2);
    assertThat(study.series().get(0).instanceCount()).isEqualTo(2);
  }

  @Test
  void what_differs_in_the_same_instance_is_taken_over() {
    record(
        instance("1.2", 1, 1)
            .with(STUDY_DESCRIPTION, "wrong")
            .with(STUDY_DATE, "20250101")
            .with(PROCEDURE_CODE_SEQUENCE, item("X1")));
    index.record(
        List.of(
            NewInstance.of(
                instance("1.2", 1, 1)
                    .with(STUDY_DESCRIPTION, "right")
                    .with(PATIENT_NAME, "Doe^Janet")
                    .with(MODALITY, "MR")
                    .with(SOP_CLASS_UID, MR_IMAGE)
                    .with(INSTANCE_NUMBER, "9")
                    .with(PROCEDURE_CODE_SEQUENCE, item("X2"))
                    .read(),
                "1.2.840.10008.1.2",
                true,
                Optional.empty())));
    IndexedStudy study = index.studyInFull("1.2").orElseThrow();
    assertThat(study.description()).contains("right");
    assertThat(study.date()).contains("20260105");
    assertThat(study.patient().name()).contains("Doe^Janet");
    assertThat(study.modalities()).containsExactly("MR");
    assertThat(study.sopClasses()).containsExactly(MR_IMAGE);
    IndexedInstance instance = study.series().get(0).instances().get(0);
    assertThat(instance.number()).contains(9);
    assertThat(instance.codeWritten()).isTrue();
    assertThat(instance.transferSyntax()).isEqualTo("1.2.840.10008.1.2");
    assertThat(studies("ModalitiesInStudy", "CT")).isEmpty();
    assertThat(studies("ProcedureCodeSequence.CodeValue", "X1")).isEmpty();
    assertThat(studies("ProcedureCodeSequence.CodeValue", "X2")).containsExactly("1.2");
  }

  @Test
  void what_a_later_instance_does_not_say_stays_known() {
    record(
        instance("1.2", 1, 1)
            .with(STUDY_DESCRIPTION, "CT Head")
            .with(PATIENT_SEX, "O")
            .with(PROCEDURE_CODE_SEQUENCE, item("X1")),
        instance("1.2", 2, 1).with(MODALITY, "SR").without(STUDY_DATE));
    IndexedStudy study = index.study("1.2").orElseThrow();
    assertThat(study.description()).contains("CT Head");
    assertThat(study.date()).contains("20260105");
    assertThat(study.patient().sex()).contains("O");
    assertThat(study.attributes().toJson()).contains("\"X1\"");
    assertThat(studies("ProcedureCodeSequence.CodeValue", "X1")).containsExactly("1.2");
  }

  @Test
  void patients_are_told_apart_by_id_and_issuer() {
    record(
        instance("1.1", 1, 1),
        instance("1.2", 1, 1),
        instance("1.3", 1, 1).with(ISSUER_OF_PATIENT_ID, "OTHER"));
    assertThat(patientOf("1.1")).isEqualTo(patientOf("1.2")).isNotEqualTo(patientOf("1.3"));
  }

  @Test
  void patients_without_an_id_are_never_taken_for_one_another() {
    record(
        instance("1.1", 1, 1).without(PATIENT_ID),
        instance("1.1", 1, 2).without(PATIENT_ID),
        instance("1.2", 1, 1).without(PATIENT_ID));
    assertThat(patientOf("1.1")).isNotEqualTo(patientOf("1.2"));
    assertThat(index.study("1.1").orElseThrow().instanceCount()).isEqualTo(2);
  }

  @Test
  void a_study_that_comes_again_under_another_patient_follows_and_loses_no_instance() {
    record(instance("1.2", 1, 1).with(PATIENT_SEX, "F"));
    record(instance("1.2", 1, 2).with(PATIENT_ID, "P2").with(PATIENT_NAME, "Roe^Richard"));
    IndexedStudy study = index.studyInFull("1.2").orElseThrow();
    assertThat(study.patient().patientId()).contains("P2");
    assertThat(study.patient().sex()).isEmpty();
    assertThat(study.attributes().toJson()).doesNotContain("Jane", "\"F\"");
    assertThat(study.instanceCount()).isEqualTo(2);
    assertThat(study.series().get(0).instances()).hasSize(2);
    assertThat(studies("PatientID", "P1")).isEmpty();
    assertThat(studies("PatientID", "P2")).containsExactly("1.2");
  }

  @Test
  void series_and_instances_with_the_uid_of_another_studys_are_kept_apart() {
    record(
        instance("1.1", 1, 1),
        instance("1.2", 1, 1).with(SERIES_INSTANCE_UID, "1.1.1").with(SOP_INSTANCE_UID, "1.1.1.1"));
    assertThat(index.instances("1.1", Optional.empty(), Optional.empty())).hasSize(1);
    assertThat(index.instances("1.2", Optional.empty(), Optional.empty()))
        .containsExactly(new InstancePath("1.2", "1.1.1", "1.1.1.1", CT_IMAGE, EXPLICIT));
  }

  @Test
  void instances_are_listed_of_a_study_a_series_or_one() {
    record(instance("1.2", 1, 1), instance("1.2", 1, 2), instance("1.2", 2, 1));
    assertThat(index.instances("1.2", Optional.empty(), Optional.empty()))
        .extracting(InstancePath::instance)
        .containsExactly("1.2.1.1", "1.2.1.2", "1.2.2.1");
    assertThat(index.instances("1.2", Optional.of("1.2.1"), Optional.empty())).hasSize(2);
    assertThat(index.instances("1.2", Optional.of("1.2.1"), Optional.of("1.2.1.2"))).hasSize(1);
    assertThat(index.instances("1.2", Optional.of("1.2.2"), Optional.of("1.2.1.2"))).isEmpty();
    assertThat(index.instances("1.3", Optional.empty(), Optional.empty())).isEmpty();
    assertThat(index.study("1.3")).isEmpty();
    assertThat(index.patient("nobody")).isEmpty();
  }

  @Test
  void the_code_in_force_stands_with_the_study_whichever_came_first() {
    code("1.1", "C1");
    record(instance("1.1", 1, 1), instance("1.2", 1, 1));
    code("1.2", "C2");
    assertThat(concept("1.1")).isEqualTo("C1");
    assertThat(concept("1.2")).isEqualTo("C2");
    codings.release("1.1");
    assertThat(concept("1.1")).isEqualTo("C1");
    codings.replace("1.1", new CodingRecord("C2", Basis.SITE_MAP, 1, List.of()));
    record(instance("1.1", 1, 2));
    assertThat(studies("ProcedureCodeSequence.CodeValue", "RPID90")).contains("1.1");
  }

  @Test
  void values_that_no_vr_allows_do_not_keep_an_instance_out_of_the_index() {
    String tooLong = "x".repeat(1000);
    record(
        instance("1.2", 1, 1)
            .with(STUDY_DESCRIPTION, tooLong)
            .with(STUDY_DATE, "yesterday")
            .with(STUDY_TIME, "9 a.m.")
            .with(INSTANCE_NUMBER, "99999999999"));
    assertThat(index.study("1.2").orElseThrow().date()).contains("yesterday");
    assertThat(studies("StudyDescription", tooLong)).containsExactly("1.2");
    assertThat(studies("StudyDescription", tooLong + "y")).isEmpty();
    assertThat(studies("StudyDate", "19000101-")).isEmpty();
  }

  @Test
  void a_header_without_its_uids_is_refused() {
    assertThatThrownBy(() -> record(instance("1.2", 1, 1).without(SERIES_INSTANCE_UID)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0020000e");
    assertThat(index.study("1.2")).isEmpty();
  }

  @Test
  void many_threads_on_two_nodes_record_one_new_study_without_losing_or_doubling() {
    StudyIndex other = onAnotherNode();
    for (int round = 1; round <= 3; round++) {
      String study = "1.2." + round;
      String patient = "P" + round;
      CodingStoreContract.atOnce(
          8,
          thread -> {
            StudyIndex node = thread % 2 == 0 ? index : other;
            for (int i = 0; i < 5; i++) {
              node.record(
                  List.of(
                      NewInstance.of(
                          instance(study, 1 + i % 2, thread % 4 * 10 + i)
                              .with(PATIENT_ID, patient)
                              .read(),
                          EXPLICIT,
                          false,
                          Optional.empty())));
            }
            return thread;
          });
      IndexedStudy indexed = index.studyInFull(study).orElseThrow();
      assertThat(indexed.seriesCount()).isEqualTo(2);
      assertThat(indexed.instanceCount()).isEqualTo(20);
      assertThat(indexed.series())
          .extracting(IndexedSeries::instanceCount)
          .containsExactlyInAnyOrder(12, 8);
      assertThat(indexed.series())
          .allSatisfy(s -> assertThat(s.instances()).hasSize(s.instanceCount()));
    }
  }

  @Test
  void many_threads_on_two_nodes_record_new_studies_of_one_new_patient() {
    StudyIndex other = onAnotherNode();
    CodingStoreContract.atOnce(
        8,
        thread -> {
          (thread % 2 == 0 ? index : other)
              .record(
                  List.of(
                      NewInstance.of(
                          instance("1." + thread, 1, 1).read(),
                          EXPLICIT,
                          false,
                          Optional.empty())));
          return thread;
        });
    assertThat(studies("PatientID", "P1")).hasSize(8);
    assertThat(studies("PatientID", "P1").stream().map(this::patientOf).distinct()).hasSize(1);
  }

  private String patientOf(String study) {
    return index.study(study).orElseThrow().patient().id();
  }

  private String concept(String study) {
    return index.study(study).orElseThrow().coding().orElseThrow().concept();
  }

  private static DicomObject item(String value) {
    return new org.radcanon.studies.writer.Code(value, "99LOCAL", "a local code").item();
  }

  @Test
  void the_studies_of_a_patient_are_found_by_the_patients_own_id() {
    record(
        instance("1.2", 1, 1),
        instance("1.3", 1, 1).with(STUDY_DATE, "20260106"),
        instance("1.4", 1, 1).with(ISSUER_OF_PATIENT_ID, "CLINIC"),
        instance("1.5", 1, 1).without(PATIENT_ID),
        instance("1.6", 1, 1).without(PATIENT_ID));
    assertThat(index.studiesOf(patientOf("1.2"), 10, 0)).containsExactly("1.3", "1.2");
    assertThat(index.studiesOf(patientOf("1.2"), 1, 1)).containsExactly("1.2");
    assertThat(index.studiesOf(patientOf("1.4"), 10, 0)).containsExactly("1.4");
    assertThat(index.studiesOf(patientOf("1.5"), 10, 0)).containsExactly("1.5");
    assertThat(index.studiesOf("nobody", 10, 0)).isEmpty();
  }

  @Test
  void studies_that_changed_in_a_period_come_in_the_order_of_their_change() {
    record(instance("1.2", 1, 1), instance("1.3", 1, 1));
    Optional<Instant> now = Optional.of(NOW);
    Optional<Instant> later = Optional.of(NOW.plusNanos(1000));
    assertThat(index.studiesUpdated(now, later, 10, 0)).containsExactly("1.2", "1.3");
    assertThat(index.studiesUpdated(Optional.empty(), Optional.empty(), 1, 1))
        .containsExactly("1.3");
    assertThat(index.studiesUpdated(later, Optional.empty(), 10, 0)).isEmpty();
    assertThat(index.studiesUpdated(Optional.empty(), now, 10, 0)).isEmpty();
  }
}
