package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples follow PS3.18 Annex F. */
class JsonDataSetTest {

  private static String json(Dcm dataSet) {
    byte[] first = dataSet.like().text(0x00080001, "SH", "").bytes();
    DataSet header =
        Dcm.open(Dcm.join(first, dataSet.bytes(), dataSet.like().bytes()), -1).header();
    return JsonDataSet.of(header, tag -> tag != 0x00080001).toJson();
  }

  @Test
  void attributesStandByTagWithTheirVr() {
    assertThat(
            json(
                Dcm.explicit()
                    .text(0x0020000D, "UI", "1.2.392")
                    .text(0x0020000E, "UI", "")
                    .text(0x00081030, "LO", "a \"b\" / c")))
        .isEqualTo(
            "{\"00081030\":{\"vr\":\"LO\",\"Value\":[\"a \\\"b\\\" / c\"]},"
                + "\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2.392\"]},"
                + "\"0020000E\":{\"vr\":\"UI\"}}");
  }

  @Test
  void emptyOnesAmongSeveralValuesAreNull() {
    assertThat(json(Dcm.explicit().text(0x00080008, "CS", "ORIGINAL\\\\AXIAL")))
        .isEqualTo("{\"00080008\":{\"vr\":\"CS\",\"Value\":[\"ORIGINAL\",null,\"AXIAL\"]}}");
  }

  @Test
  void personNamesStandInGroups() {
    byte[] name =
        "Yamada^Tarou=\u5c71\u7530^\u592a\u90ce\\=\u5c71\\".getBytes(StandardCharsets.UTF_8);
    assertThat(
            json(Dcm.explicit().text(0x00080005, "CS", "ISO_IR 192").raw(0x00100010, "PN", name)))
        .isEqualTo(
            "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                + "\"00100010\":{\"vr\":\"PN\",\"Value\":["
                + "{\"Alphabetic\":\"Yamada^Tarou\",\"Ideographic\":\"\u5c71\u7530^\u592a\u90ce\"},"
                + "{\"Ideographic\":\"\u5c71\"},null]}}");
  }

  @Test
  void theCharacterSetIsAlwaysUnicode() {
    assertThat(
            json(
                Dcm.explicit()
                    .text(0x00080005, "CS", "ISO_IR 100")
                    .text(0x00081030, "LO", "\u00c4")))
        .isEqualTo(
            "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                + "\"00081030\":{\"vr\":\"LO\",\"Value\":[\"\u00c4\"]}}");
  }

  @Test
  void numbersAreNumbersWhereJsonHasThem() {
    Dcm e = Dcm.explicit();
    assertThat(
            json(
                e.text(0x00080064, "DS", "+1.50\\1e-3\\.5\\ 7 \\x")
                    .text(0x00200013, "IS", "-012")
                    .us(0x00280010, 65535)
                    .raw(
                        0x00286028,
                        "FD",
                        Dcm.join(
                            e.number(Double.doubleToLongBits(Double.NaN), 8),
                            e.number(Double.doubleToLongBits(Double.NEGATIVE_INFINITY), 8),
                            e.number(Double.doubleToLongBits(1e300), 8)))
                    .raw(0x00287FE1, "UV", Dcm.join(e.number(-1, 8), e.number(5, 8)))
                    .raw(0x00720026, "AT", e.number(0x00200010L, 4))))
        .isEqualTo(
            "{\"00080064\":{\"vr\":\"DS\",\"Value\":[1.50,0.001,0.5,7,\"x\"]},"
                + "\"00200013\":{\"vr\":\"IS\",\"Value\":[-12]},"
                + "\"00280010\":{\"vr\":\"US\",\"Value\":[65535]},"
                + "\"00286028\":{\"vr\":\"FD\",\"Value\":[\"NaN\",\"-inf\",1.0E+300]},"
                + "\"00287FE1\":{\"vr\":\"UV\",\"Value\":[\"18446744073709551615\",5]},"
                + "\"00720026\":{\"vr\":\"AT\",\"Value\":[\"00100020\"]}}");
  }

  @Test
  void bytesAreInlineAndLittleEndian() {
    String expected = "{\"00420011\":{\"vr\":\"OW\",\"InlineBinary\":\"AQIDBA==\"}}";

    assertThat(json(Dcm.explicit().raw(0x00420011, "OW", new byte[] {1, 2, 3, 4})))
        .isEqualTo(expected);
    assertThat(json(Dcm.bigEndian().raw(0x00420011, "OW", new byte[] {2, 1, 4, 3})))
        .isEqualTo(expected);
  }

  @Test
  void sequencesHoldDataSetsAndEmptyItemsStay() {
    Dcm e = Dcm.explicit();
    assertThat(json(e.sequence(0x00081032, e.like().text(0x00080100, "SH", "A"), e.like())))
        .isEqualTo(
            "{\"00081032\":{\"vr\":\"SQ\",\"Value\":["
                + "{\"00080100\":{\"vr\":\"SH\",\"Value\":[\"A\"]}},{}]}}");
  }

  @Test
  void groupLengthsAndPaddingAreLeftOut() {
    assertThat(
            json(
                Dcm.explicit()
                    .ul(0x00100000, 10)
                    .text(0x00100020, "LO", "id")
                    .raw(0xFFFCFFFC, "OB", new byte[10])))
        .isEqualTo("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"id\"]}}");
  }

  @Test
  void onlyWantedAttributesAreTaken() {
    DataSet header = Dcm.open(DicomStreamTest.sample(Dcm.explicit()).file()).header();

    assertThat(JsonDataSet.of(header, tag -> tag == Tag.Modality).toJson())
        .isEqualTo("{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}}");
    assertThat(JsonDataSet.of(header, tag -> true).only(tag -> tag == Tag.Rows).toJson())
        .isEqualTo("{\"00280010\":{\"vr\":\"US\",\"Value\":[512]}}");
  }

  @Test
  void attributesAreSetAndLaidOver() {
    JsonDataSet item = JsonDataSet.empty().with(Tag.CodeValue, VR.SH, "A");
    JsonDataSet set =
        JsonDataSet.empty()
            .with(Tag.NumberOfStudyRelatedSeries, VR.IS, 3)
            .with(Tag.PatientName, VR.PN, "A^B=C")
            .with(Tag.ModalitiesInStudy, VR.CS, "CT", null, "SR")
            .with(Tag.ProcedureCodeSequence, VR.SQ, item)
            .with(Tag.StudyID, VR.SH);

    assertThat(set.with(JsonDataSet.empty().with(Tag.StudyID, VR.SH, "7")).toJson())
        .isEqualTo(
            "{\"00080061\":{\"vr\":\"CS\",\"Value\":[\"CT\",null,\"SR\"]},"
                + "\"00081032\":{\"vr\":\"SQ\",\"Value\":[{\"00080100\":{\"vr\":\"SH\",\"Value\":[\"A\"]}}]},"
                + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"A^B\",\"Ideographic\":\"C\"}]},"
                + "\"00200010\":{\"vr\":\"SH\",\"Value\":[\"7\"]},"
                + "\"00201206\":{\"vr\":\"IS\",\"Value\":[3]}}");
    assertThat(JsonDataSet.empty().isEmpty()).isTrue();
    assertThat(JsonDataSet.empty().toJson()).isEqualTo("{}");
    assertThatThrownBy(() -> set.with(Tag.PixelData, VR.OW, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasWrittenReadsBack() {
    DataSet header = Dcm.open(DicomStreamTest.sample(Dcm.explicit()).file(), -1).header();
    String json = JsonDataSet.of(header, tag -> true).toJson();

    assertThat(JsonDataSet.parse(json).toJson()).isEqualTo(json);
  }

  @Test
  void spaceOrderAndCaseOfTagsAreMadeRegular() {
    assertThat(
            JsonDataSet.parse(
                    " { \"0020000d\" : { \"Value\" : [ \"1.2\\u002e3\" ] , \"vr\" : \"UI\" } ,\n"
                        + "\"00081032\":{\"vr\":\"SQ\",\"Value\":[{\"00080104\":{\"vr\":\"LO\"},\"00080100\":{\"vr\":\"SH\"}}]}}")
                .toJson())
        .isEqualTo(
            "{\"00081032\":{\"vr\":\"SQ\",\"Value\":[{\"00080100\":{\"vr\":\"SH\"},\"00080104\":{\"vr\":\"LO\"}}]},"
                + "\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}x",
        "{\"0008\":{\"vr\":\"CS\"}}",
        "{\"00080060\":{}}",
        "{\"00080060\":{\"vr\":\"XX\"}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":\"CT\"}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[{}]}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"],\"InlineBinary\":\"\"}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Values\":[\"CT\"]}}",
        "{\"00080060\":{\"vr\":\"CS\"},\"00080060\":{\"vr\":\"CS\"}}",
        "{\"00100010\":{\"vr\":\"PN\",\"Value\":[\"A^B\"]}}",
        "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"alphabetic\":\"A\"}]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[01]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[+1]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[1,]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[NaN]}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"\\x\"]}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"\\u12\"]}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"a\nb\"]}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"a"
      })
  void whatIsNotOfTheModelIsRefused(String json) {
    assertThatThrownBy(() -> JsonDataSet.parse(json)).isInstanceOf(DicomException.class);
  }

  @Test
  void depthIsBounded() {
    String deep = "{\"00081032\":{\"vr\":\"SQ\",\"Value\":[".repeat(100_000);

    assertThatThrownBy(() -> JsonDataSet.parse(deep))
        .isInstanceOfSatisfying(
            DicomException.class,
            e -> assertThat(e.reason()).isEqualTo(DicomException.Reason.LIMIT_EXCEEDED));
  }

  @Test
  void bulkWithoutUriComesWithoutValue() throws java.io.IOException {
    DataSet metadata =
        DicomStream.readMetadata(
            new java.io.ByteArrayInputStream(DicomStreamTest.sample(Dcm.explicit()).file()),
            100,
            ReadLimits.DEFAULT);

    assertThat(JsonDataSet.of(metadata, tag -> tag == Tag.PixelData).toJson())
        .isEqualTo("{\"7FE00010\":{\"vr\":\"OW\"}}");
    assertThat(
            JsonDataSet.of(
                    metadata,
                    tag -> tag == Tag.PixelData,
                    (p, l) -> Optional.of("x/" + p + "/" + l))
                .toJson())
        .isEqualTo("{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"x/7FE00010/600\"}}");
  }

  @Test
  void what_stands_in_an_answer_can_be_read_back() {
    JsonDataSet answer =
        JsonDataSet.parse(
            """
            {"00081198": {"vr": "SQ"},
             "00081199": {"vr": "SQ", "Value": [
               {"00081155": {"vr": "UI", "Value": ["1.2.3"]},
                "00081196": {"vr": "US", "Value": [45056]}},
               {"00081155": {"vr": "UI", "Value": ["1.2.4", null]}}]}}
            """);

    assertThat(answer.items(Tag.FailedSOPSequence)).isEmpty();
    assertThat(answer.items(Tag.ReferencedSOPSequence))
        .extracting(item -> item.strings(Tag.ReferencedSOPInstanceUID))
        .containsExactly(List.of("1.2.3"), List.of("1.2.4"));
    assertThat(answer.items(Tag.ReferencedSOPSequence).get(0).strings(Tag.WarningReason))
        .containsExactly("45056");
    assertThat(answer.strings(Tag.WarningReason)).isEmpty();
  }

  @Test
  void an_answer_is_an_array_or_one_object() {
    assertThat(JsonDataSet.parseAll("[]")).isEmpty();
    assertThat(JsonDataSet.parseAll("{}")).hasSize(1);
    assertThat(JsonDataSet.parseAll(" [{}, {\"0020000D\":{\"vr\":\"UI\"}}] ")).hasSize(2);
    for (String bad : List.of("", "1", "[1]", "[{}", "[{}] x", "\"a\"", "null")) {
      assertThatThrownBy(() -> JsonDataSet.parseAll(bad)).isInstanceOf(DicomException.class);
    }
  }
}
