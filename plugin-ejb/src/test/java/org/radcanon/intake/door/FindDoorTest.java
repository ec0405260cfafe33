package org.radcanon.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.Element;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.dicom.VR;
import org.radcanon.dimse.AeTitle;
import org.radcanon.dimse.FindService.Match;
import org.radcanon.dimse.FindService.Request;
import org.radcanon.dimse.Status;
import org.radcanon.intake.Intake.Incoming;
import org.radcanon.intake.LineOverH2;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;

class FindDoorTest {

  private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

  @TempDir private Path directory;
  private LineOverH2 line;
  private FindDoor door;
  private List<Study> studies;
  private final List<Match> matches = new ArrayList<>();

  @BeforeEach
  void fill() {
    line = LineOverH2.in(directory);
    door = new FindDoor(line.index(), Optional.of(new AeTitle("ARCHIVE")), 2);
    studies = StudyMaker.of(StudyKind.CT).studies(5).instances(3).size(16).list();
    for (Study study : studies) {
      study
          .instances()
          .forEach(
              instance ->
                  line.intake()
                      .store(
                          new Incoming(
                              new ByteArrayInputStream(instance.bytes()),
                              Optional.empty(),
                              Optional.empty(),
                              Optional.empty())));
    }
  }

  @Test
  void an_answer_has_the_keys_of_the_request_and_where_to_retrieve_and_nothing_else() {
    Study study = studies.get(0);

    Status status =
        find(
            level("STUDY")
                .with(Tag.StudyInstanceUID, VR.UI, study.studyInstanceUid())
                .with(Tag.PatientName, VR.PN)
                .with(Tag.NumberOfStudyRelatedInstances, VR.IS)
                .with(Tag.StudyID, VR.SH));

    assertThat(status).isEqualTo(Status.SUCCESS);
    DataSet answer = answers().get(0);
    assertThat(answers()).hasSize(1);
    assertThat(answer.elements())
        .extracting(Element::tag)
        .containsExactly(
            Tag.SpecificCharacterSet,
            Tag.QueryRetrieveLevel,
            Tag.RetrieveAETitle,
            Tag.InstanceAvailability,
            Tag.PatientName,
            Tag.StudyInstanceUID,
            Tag.StudyID,
            Tag.NumberOfStudyRelatedInstances);
    assertThat(answer.string(Tag.NumberOfStudyRelatedInstances)).contains("3");
    assertThat(answer.string(Tag.RetrieveAETitle)).contains("ARCHIVE");
    assertThat(answer.string(Tag.QueryRetrieveLevel)).contains("STUDY");
    assertThat(matches).allMatch(Match::allKeysSupported);
  }

  @Test
  void studies_are_found_by_their_code_and_answer_with_the_parts_of_it_that_were_asked_for() {
    Status status =
        find(
            level("STUDY")
                .with(Tag.StudyInstanceUID, VR.UI)
                .with(
                    Tag.ProcedureCodeSequence,
                    VR.SQ,
                    JsonDataSet.empty()
                        .with(Tag.CodeValue, VR.SH, code(studies.get(0)))
                        .with(Tag.CodingSchemeDesignator, VR.SH, "RADLEX")));

    assertThat(status).isEqualTo(Status.SUCCESS);
    assertThat(answers())
        .isNotEmpty()
        .allSatisfy(
            answer ->
                assertThat(answer.items(Tag.ProcedureCodeSequence).get(0).elements())
                    .extracting(Element::tag)
                    .containsExactly(Tag.CodeValue, Tag.CodingSchemeDesignator));
    assertThat(uids(Tag.StudyInstanceUID)).contains(studies.get(0).studyInstanceUid());
    assertThat(matches).allMatch(Match::allKeysSupported);
  }

  private String code(Study study) {
    find(
        level("STUDY")
            .with(Tag.StudyInstanceUID, VR.UI, study.studyInstanceUid())
            .with(Tag.ProcedureCodeSequence, VR.SQ));
    String code =
        answers()
            .get(0)
            .items(Tag.ProcedureCodeSequence)
            .get(0)
            .string(Tag.CodeValue)
            .orElseThrow();
    matches.clear();
    return code;
  }

  @Test
  void matches_come_page_by_page_each_once() {
    find(level("STUDY").with(Tag.StudyInstanceUID, VR.UI));

    assertThat(uids(Tag.StudyInstanceUID))
        .containsExactlyInAnyOrderElementsOf(
            studies.stream().map(Study::studyInstanceUid).toList());
  }

  @Test
  void a_list_of_uids_and_a_universal_key_match_as_the_standard_says() {
    find(
        level("STUDY")
            .with(
                Tag.StudyInstanceUID,
                VR.UI,
                studies.get(1).studyInstanceUid(),
                studies.get(3).studyInstanceUid())
            .with(Tag.PatientName, VR.PN, "*"));

    assertThat(answers()).hasSize(2);
  }

  @Test
  void images_are_found_below_one_series_of_one_study() {
    String study = studies.get(2).studyInstanceUid();
    find(
        level("SERIES")
            .with(Tag.StudyInstanceUID, VR.UI, study)
            .with(Tag.SeriesInstanceUID, VR.UI));
    String series = uids(Tag.SeriesInstanceUID).get(0);
    matches.clear();

    Status status =
        find(
            level("IMAGE")
                .with(Tag.StudyInstanceUID, VR.UI, study)
                .with(Tag.SeriesInstanceUID, VR.UI, series)
                .with(Tag.SOPInstanceUID, VR.UI));

    assertThat(status).isEqualTo(Status.SUCCESS);
    assertThat(uids(Tag.SOPInstanceUID))
        .containsExactlyInAnyOrderElementsOf(
            studies.get(2).instances().stream()
                .filter(i -> uids(Tag.SOPInstanceUID).contains(i.sopInstanceUid()))
                .map(i -> i.sopInstanceUid())
                .toList())
        .isNotEmpty();
    assertThat(answers()).allMatch(a -> a.string(Tag.SeriesInstanceUID).orElse("").equals(series));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATIENT", "FRAME", ""})
  void a_level_that_the_study_root_does_not_have_is_refused(String level) {
    assertThat(find(level(level)).code()).isEqualTo(0xA900);
  }

  @Test
  void without_the_unique_keys_above_its_level_a_query_is_refused() {
    assertThat(find(level("SERIES").with(Tag.StudyInstanceUID, VR.UI)).code()).isEqualTo(0xA900);
    assertThat(find(level("SERIES").with(Tag.StudyInstanceUID, VR.UI, "1.2", "1.3")).code())
        .isEqualTo(0xA900);
    assertThat(find(level("IMAGE").with(Tag.StudyInstanceUID, VR.UI, "1.2")).code())
        .isEqualTo(0xA900);
    assertThat(matches).isEmpty();
  }

  @Test
  void a_value_that_is_none_of_its_kind_is_refused_without_being_repeated() {
    Status status = find(level("STUDY").with(Tag.StudyDate, VR.DA, "20269999"));

    assertThat(status.code()).isEqualTo(0xA900);
    assertThat(status.comment().orElseThrow()).doesNotContain("2026");
  }

  @Test
  void a_key_that_is_not_supported_is_ignored_answered_empty_and_said_with_each_match() {
    find(level("STUDY").with(Tag.StudyInstanceUID, VR.UI).with(Tag.Rows, VR.US, 16));

    assertThat(matches).hasSize(5).noneMatch(Match::allKeysSupported);
    assertThat(answers()).allMatch(answer -> answer.element(Tag.Rows).orElseThrow().length() == 0);
  }

  @Test
  void a_cancelled_query_ends_with_its_status() {
    List<Match> taken = new ArrayList<>();
    Status status =
        door.find(
            request(level("STUDY").with(Tag.StudyInstanceUID, VR.UI)),
            match -> {
              taken.add(match);
              return taken.size() < 3;
            });

    assertThat(status.code()).isEqualTo(0xFE00);
    assertThat(taken).hasSize(3);
  }

  private static JsonDataSet level(String level) {
    return level.isEmpty()
        ? JsonDataSet.empty()
        : JsonDataSet.empty().with(Tag.QueryRetrieveLevel, VR.CS, level);
  }

  private Status find(JsonDataSet keys) {
    return door.find(
        request(keys),
        match -> {
          matches.add(match);
          return true;
        });
  }

  private static Request request(JsonDataSet keys) {
    return new Request(
        read(NewItem.of(keys).toDataSet(EXPLICIT)),
        EXPLICIT.uid(),
        new AeTitle("VIEWER"),
        new AeTitle("RADCANON"));
  }

  private List<String> uids(int tag) {
    return answers().stream().map(answer -> answer.string(tag).orElse("")).toList();
  }

  private List<DataSet> answers() {
    return matches.stream().map(match -> read(match.dataSet())).toList();
  }

  private static DataSet read(byte[] bytes) {
    try {
      return DicomStream.open(
              new ByteArrayInputStream(bytes), Optional.of(EXPLICIT), -1, ReadLimits.DEFAULT)
          .header();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
