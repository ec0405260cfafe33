package org.radcanon.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.radcanon.enrichment.Procedures.ct;
import static org.radcanon.enrichment.Procedures.item;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;

class EvidenceReaderTest {

  @Test
  void codes_come_in_the_order_of_trust_whatever_their_order_in_the_stream() {
    ProcedureEvidence evidence =
        read(
            NewItem.builder()
                .items(Tag.PerformedProtocolCodeSequence, List.of(item(code("6"))))
                .items(Tag.ScheduledProtocolCodeSequence, List.of(item(code("5"))))
                .items(
                    Tag.RequestAttributesSequence,
                    List.of(
                        NewItem.builder()
                            .items(Tag.ScheduledProtocolCodeSequence, List.of(item(code("4"))))
                            .items(Tag.RequestedProcedureCodeSequence, List.of(item(code("3"))))
                            .build()))
                .items(Tag.RequestedProcedureCodeSequence, List.of(item(code("2"))))
                .items(Tag.ProcedureCodeSequence, List.of(item(code("1")))));

    assertThat(evidence.codes())
        .extracting(c -> c.code().value())
        .containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(evidence.codes())
        .extracting(c -> c.source())
        .containsExactly(
            "ProcedureCodeSequence",
            "RequestedProcedureCodeSequence",
            "RequestAttributesSequence.RequestedProcedureCodeSequence",
            "RequestAttributesSequence.ScheduledProtocolCodeSequence",
            "ScheduledProtocolCodeSequence",
            "PerformedProtocolCodeSequence");
  }

  @Test
  void equivalent_codes_follow_their_code() {
    ProcedureEvidence evidence = read(ct(item(code("1"), code("2")), item(code("3"))));

    assertThat(evidence.codes()).extracting(c -> c.code().value()).containsExactly("1", "2", "3");
    assertThat(evidence.codes().get(1).source())
        .isEqualTo("ProcedureCodeSequence.EquivalentCodeSequence");
  }

  @Test
  void a_code_that_stands_in_several_places_counts_at_the_most_trusted() {
    ProcedureEvidence evidence =
        read(
            ct(item(code("1")))
                .items(Tag.RequestedProcedureCodeSequence, List.of(item(code("1")))));

    assertThat(evidence.codes())
        .singleElement()
        .satisfies(c -> assertThat(c.source()).isEqualTo("ProcedureCodeSequence"));
  }

  @Test
  void long_and_urn_values_are_code_values_too() {
    Code longCode = new Code("a value of more than sixteen", "99A", "m");
    Code urn = new Code("urn:oid:1.2", "99A", "m");

    assertThat(read(ct(item(longCode), item(urn))).codes())
        .extracting(c -> c.code())
        .containsExactly(longCode, urn);
  }

  @Test
  void an_item_without_designator_or_without_value_is_no_code() {
    NewItem noScheme = NewItem.builder().value(Tag.CodeValue, VR.SH, "1").build();
    NewItem noValue = NewItem.builder().value(Tag.CodingSchemeDesignator, VR.SH, "LN").build();
    NewItem blank =
        NewItem.builder()
            .value(Tag.CodeValue, VR.SH, " ")
            .value(Tag.CodingSchemeDesignator, VR.SH, "LN")
            .build();

    assertThat(read(ct(noScheme, noValue, blank, NewItem.builder().build())).codes()).isEmpty();
  }

  @Test
  void a_code_without_meaning_is_a_code() {
    NewItem bare =
        NewItem.builder()
            .value(Tag.CodeValue, VR.SH, "1")
            .value(Tag.CodingSchemeDesignator, VR.SH, "LN")
            .build();

    assertThat(read(ct(bare)).codes())
        .extracting(c -> c.code())
        .containsExactly(new Code("1", "LN", ""));
  }

  @Test
  void texts_of_the_study_come_before_those_of_a_series() {
    ProcedureEvidence evidence =
        read(
            NewItem.builder()
                .value(Tag.SeriesDescription, VR.LO, "axial")
                .value(Tag.ProtocolName, VR.LO, "Head routine")
                .value(Tag.StudyDescription, VR.LO, "CT head")
                .value(Tag.PerformedProcedureStepDescription, VR.LO, "Head")
                .value(Tag.RequestedProcedureDescription, VR.LO, "CT of head")
                .items(
                    Tag.RequestAttributesSequence,
                    List.of(
                        NewItem.builder()
                            .value(Tag.RequestedProcedureDescription, VR.LO, "requested")
                            .build())));

    assertThat(evidence.texts())
        .containsExactly(
            new SourcedText("RequestedProcedureDescription", "CT of head"),
            new SourcedText("StudyDescription", "CT head"),
            new SourcedText("PerformedProcedureStepDescription", "Head"),
            new SourcedText("RequestAttributesSequence.RequestedProcedureDescription", "requested"),
            new SourcedText("ProtocolName", "Head routine"),
            new SourcedText("SeriesDescription", "axial"));
  }

  @Test
  void a_description_with_a_backslash_is_read_whole() {
    ProcedureEvidence evidence =
        read(NewItem.builder().value(Tag.StudyDescription, VR.LO, "CT", "Head", "wo"));

    assertThat(evidence.texts()).containsExactly(new SourcedText("StudyDescription", "CT Head wo"));
  }

  @Test
  void hints_and_origin_are_read() {
    ProcedureEvidence evidence =
        EvidenceReader.read(
            FakeDataSet.of(
                ct().value(Tag.BodyPartExamined, VR.CS, "KNEE")
                    .value(Tag.Laterality, VR.CS, "L")
                    .value(Tag.ImageLaterality, VR.CS, "R")
                    .value(Tag.ViewPosition, VR.CS, "AP")
                    .value(Tag.ContrastBolusAgent, VR.LO, "agent")
                    .value(Tag.StationName, VR.SH, "CT1")),
            Optional.of("CT_AE"));

    assertThat(evidence.hints())
        .extracting(SourcedText::source)
        .containsExactly(
            "BodyPartExamined",
            "Laterality",
            "ImageLaterality",
            "ViewPosition",
            "ContrastBolusAgent");
    assertThat(evidence.origin())
        .isEqualTo(new Origin(Optional.of("A hospital"), Optional.of("CT1"), Optional.of("CT_AE")));
  }

  @Test
  void coded_hints_are_told_as_codes() {
    ProcedureEvidence evidence =
        read(
            ct().items(
                    Tag.AnatomicRegionSequence,
                    List.of(item(new Code("816094009", "SCT", "Chest"))))
                .items(
                    Tag.ContrastBolusAgentSequence,
                    List.of(item(new Code("7140000", "SCT", "Iohexol"))))
                .value(Tag.ContrastBolusRoute, VR.LO, "IV"));

    assertThat(evidence.hints())
        .containsExactly(
            new SourcedText("ContrastBolusRoute", "IV"),
            new SourcedText("AnatomicRegionSequence", "(816094009, SCT, Chest)"),
            new SourcedText("ContrastBolusAgentSequence", "(7140000, SCT, Iohexol)"));
    assertThat(evidence.codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CT, 1.2.840.10008.5.1.4.1.1.2, true",
    "CT, 1.2.840.10008.5.1.4.1.1.2.1, true",
    "MG, 1.2.840.10008.5.1.4.1.1.1.2, true",
    "RTIMAGE, 1.2.840.10008.5.1.4.1.1.481.1, true",
    "CT, 1.2.840.10008.5.1.4.1.1.66, true",
    "MR, 1.3.12.2.1107.5.9.1, true",
    "CT, 1.2.840.10008.5.1.4.1.1.7, false",
    "CT, 1.2.840.10008.5.1.4.1.1.7.4, false",
    "CT, 1.2.840.10008.5.1.4.1.1.88.67, false",
    "SR, 1.2.840.10008.5.1.4.1.1.88.22, false",
    "KO, 1.2.840.10008.5.1.4.1.1.88.59, false",
    "PR, 1.2.840.10008.5.1.4.1.1.11.1, false",
    "MR, 1.2.840.10008.5.1.4.1.1.66.4, false",
    "REG, 1.2.840.10008.5.1.4.1.1.66.1, false",
    "RWV, 1.2.840.10008.5.1.4.1.1.67, false",
    "DOC, 1.2.840.10008.5.1.4.1.1.104.1, false",
    "OT, 1.2.840.10008.5.1.4.1.1.2, false",
    "RTSTRUCT, 1.2.840.10008.5.1.4.1.1.481.3, false",
  })
  void only_acquisitions_say_the_modality_of_the_procedure(
      String modality, String sopClass, boolean acquired) {
    ProcedureEvidence evidence =
        read(
            NewItem.builder()
                .value(Tag.SOPClassUID, VR.UI, sopClass)
                .value(Tag.Modality, VR.CS, modality));

    assertThat(evidence.modalities()).isEqualTo(acquired ? Set.of(modality) : Set.of());
  }

  @Test
  void an_empty_header_gives_empty_evidence() {
    ProcedureEvidence evidence = read(NewItem.builder());

    assertThat(evidence.codes()).isEmpty();
    assertThat(evidence.texts()).isEmpty();
    assertThat(evidence.modalities()).isEmpty();
    assertThat(evidence.origin()).isEqualTo(Origin.UNKNOWN);
  }

  @Test
  void a_hostile_header_gives_bounded_evidence() {
    NewItem[] items =
        IntStream.range(0, 10_000).mapToObj(i -> item(code("" + i))).toArray(NewItem[]::new);
    String longText = String.join(" ", Collections.nCopies(100_000, "word"));

    ProcedureEvidence evidence = read(ct(items).value(Tag.SeriesDescription, VR.LO, longText));

    assertThat(evidence.codes()).hasSize(64);
    assertThat(evidence.texts()).allMatch(text -> text.text().length() <= 256);
  }

  private static ProcedureEvidence read(NewItem.Builder header) {
    return EvidenceReader.read(FakeDataSet.of(header), Optional.empty());
  }

  private static Code code(String value) {
    return new Code(value, "99A", "meaning " + value);
  }
}
