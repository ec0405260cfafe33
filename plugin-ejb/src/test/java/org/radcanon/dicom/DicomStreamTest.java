package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DicomStreamTest {

  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

  static Stream<Dcm> encodings() {
    return Stream.of(Dcm.explicit(), Dcm.implicit(), Dcm.bigEndian());
  }

  /** A little of everything, in the encoding given. */
  static Dcm sample(Dcm empty) {
    return empty
        .text(0x00080005, "CS", "ISO_IR 100")
        .text(0x00080016, "UI", CT)
        .text(0x00080018, "UI", "1.2.3")
        .text(0x00080060, "CS", "CT")
        .sequence(0x00081032, empty.like().text(0x00080100, "SH", "RPID16"))
        .text(0x00090010, "LO", "ACME 1.0")
        .raw(0x00091001, "UN", new byte[] {1, 2, 3, 4})
        .text(0x00100010, "PN", "M\u00fcller^J\u00fcrgen")
        .us(0x00280010, 512)
        .raw(0x7FE00010, "OW", new byte[600]);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void aHeaderIsReadInEveryNativeEncoding(Dcm empty) {
    DataSet header = Dcm.open(sample(empty).file()).header();

    assertThat(header.string(Tag.Modality)).contains("CT");
    assertThat(header.string(Tag.PatientName)).contains("M\u00fcller^J\u00fcrgen");
    assertThat(header.strings(Tag.Rows)).containsExactly("512");
    assertThat(header.items(Tag.ProcedureCodeSequence))
        .singleElement()
        .satisfies(item -> assertThat(item.string(Tag.CodeValue)).contains("RPID16"));
    assertThat(header.element(Tag.PixelData)).isEmpty();
  }

  @Test
  void aDeflatedHeaderIsReadInflated() {
    DicomStream stream = Dcm.open(sample(Dcm.explicit()).deflatedFile());

    assertThat(stream.transferSyntax().deflated()).isTrue();
    assertThat(stream.header().string(Tag.Modality)).contains("CT");
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void theEncodingOfABareDataSetIsToldFromItsFirstElement(Dcm empty) {
    DicomStream stream = Dcm.open(sample(empty).bytes());

    assertThat(stream.header().string(Tag.SOPInstanceUID)).contains("1.2.3");
    assertThat(Encoding.of(stream.transferSyntax()))
        .isEqualTo(Encoding.of(Dcm.open(sample(empty.like()).file()).transferSyntax()));
  }

  @Test
  void theTransferSyntaxFromOutsideIsUsedWhereTheStreamHasNone() throws IOException {
    byte[] deflated = Dcm.deflate(sample(Dcm.explicit()).bytes());

    DicomStream stream =
        DicomStream.open(
            new ByteArrayInputStream(deflated),
            Optional.of(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN),
            Tag.RequestAttributesSequence,
            ReadLimits.DEFAULT);

    assertThat(stream.header().string(Tag.Modality)).contains("CT");
  }

  @Test
  void theTransferSyntaxOfTheFileBeatsThatFromOutside() throws IOException {
    DicomStream stream =
        DicomStream.open(
            new ByteArrayInputStream(sample(Dcm.bigEndian()).file()),
            Optional.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN),
            Tag.RequestAttributesSequence,
            ReadLimits.DEFAULT);

    assertThat(stream.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
  }

  @Test
  void aFileMetaInformationWithoutPreambleIsUnderstood() {
    byte[] file = Dcm.join(Dcm.meta("1.2.840.10008.1.2"), sample(Dcm.implicit()).bytes());

    assertThat(Dcm.open(file).header().string(Tag.Modality)).contains("CT");
  }

  @Test
  void aDataSetThatContradictsItsTransferSyntaxIsReadAsItStands() {
    DicomStream stream = Dcm.open(sample(Dcm.implicit()).file("1.2.840.10008.1.2.4.50"));

    assertThat(stream.header().string(Tag.Modality)).contains("CT");
    assertThat(stream.transferSyntax().uid()).isEqualTo("1.2.840.10008.1.2.4.50");
    assertThat(stream.transferSyntax().explicitVr()).isFalse();
  }

  @Test
  void nothingBehindTheHeaderIsReadButAReadAhead() throws IOException {
    byte[] file =
        Dcm.explicit().text(0x00080060, "CS", "CT").raw(0x7FE00010, "OW", new byte[1 << 20]).file();
    ByteArrayInputStream in = new ByteArrayInputStream(file);

    DicomStream.open(in, Optional.empty(), Tag.Modality, ReadLimits.DEFAULT);

    assertThat(in.available()).isGreaterThanOrEqualTo(file.length - Chunks.SIZE);
  }

  @Test
  void theHeaderEndsWithTheLastTagAskedFor() {
    DataSet header = Dcm.open(sample(Dcm.explicit()).file(), Tag.Modality).header();

    assertThat(header.elements()).extracting(Element::tag).endsWith(Tag.Modality);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void sequencesOfUndefinedLengthNest(Dcm empty) {
    Dcm inner = empty.like().text(0x00080100, "SH", "A");
    Dcm outer = empty.like().undefined(0x00081032, "SQ", inner, inner).text(0x00321060, "LO", "B");
    byte[] file =
        empty.undefined(0x00400275, "SQ", outer).raw(0x7FE00010, "OB", new byte[2]).file();

    DataSet item = Dcm.open(file).header().items(Tag.RequestAttributesSequence).get(0);

    assertThat(item.items(Tag.ProcedureCodeSequence)).hasSize(2);
    assertThat(item.string(Tag.RequestedProcedureDescription)).contains("B");
  }

  @Test
  void anUnknownValueOfUndefinedLengthIsImplicitInside() {
    Dcm inner = Dcm.implicit().text(0x00080100, "SH", "A");
    byte[] file =
        Dcm.explicit()
            .text(0x00080060, "CS", "CT")
            .head(0x00081032, "UN", 0xFFFFFFFFL)
            .bytes(Dcm.implicit().undefinedItem(inner).mark(0xFFFEE0DD, 0).bytes())
            .text(0x00100020, "LO", "behind")
            .file();

    DataSet header = Dcm.open(file).header();

    assertThat(header.items(Tag.ProcedureCodeSequence).get(0).string(Tag.CodeValue)).contains("A");
    assertThat(header.string(Tag.PatientID)).contains("behind");
  }

  @Test
  void anUnknownValueOfUndefinedLengthInBigEndianIsLittleEndianInside() {
    Dcm inner = Dcm.implicit().text(0x00080100, "SH", "A");
    byte[] file =
        Dcm.bigEndian()
            .head(0x00081032, "UN", 0xFFFFFFFFL)
            .bytes(Dcm.implicit().undefinedItem(inner).mark(0xFFFEE0DD, 0).bytes())
            .text(0x00100020, "LO", "behind")
            .file();

    DataSet header = Dcm.open(file).header();

    assertThat(header.items(Tag.ProcedureCodeSequence).get(0).string(Tag.CodeValue)).contains("A");
    assertThat(header.string(Tag.PatientID)).contains("behind");
  }

  @Test
  void aPrivateSequenceOfAnExplicitDataSetMayHaveImplicitItems() {
    Dcm inner = Dcm.implicit().text(0x00080100, "SH", "A").text(0x00080104, "LO", "B");
    byte[] file =
        Dcm.explicit()
            .text(0x00090010, "LO", "ACME")
            .undefined(0x00091010, "SQ", inner)
            .text(0x00100020, "LO", "behind")
            .file();

    DataSet header = Dcm.open(file).header();

    assertThat(header.items(0x00091010).get(0).string(Tag.CodeMeaning)).contains("B");
    assertThat(header.string(Tag.PatientID)).contains("behind");
  }

  @Test
  void privateElementsOfAnImplicitDataSetAreUnknownButForTheirCreators() {
    DataSet header = Dcm.open(sample(Dcm.implicit()).file()).header();

    assertThat(header.string(0x00090010)).contains("ACME 1.0");
    assertThat(header.element(0x00091001))
        .hasValueSatisfying(
            e -> {
              assertThat(e.vr()).isEqualTo(VR.UN);
              assertThat(e.length()).isEqualTo(4);
            });
  }

  @Test
  void aKnownElementSentAsUnIsReadByTheRegistry() {
    byte[] items = Dcm.implicit().item(Dcm.implicit().text(0x00080100, "SH", "A")).bytes();
    DataSet header =
        Dcm.open(
                Dcm.explicit()
                    .raw(0x00080060, "UN", "CT".getBytes())
                    .raw(0x00081032, "UN", items)
                    .raw(0x00280010, "UN", new byte[] {0, 2})
                    .file())
            .header();

    assertThat(header.string(Tag.Modality)).contains("CT");
    assertThat(header.items(Tag.ProcedureCodeSequence).get(0).string(Tag.CodeValue)).contains("A");
    assertThat(header.strings(Tag.Rows)).containsExactly("512");
  }

  @Test
  void anUnknownValueThatOnlyLooksLikeASequenceStaysBytes() {
    byte[] broken = Dcm.implicit().mark(0xFFFEE000, 4000).bytes(new byte[4]).bytes();

    DataSet header = Dcm.open(Dcm.explicit().raw(0x00081032, "UN", broken).file()).header();

    assertThat(header.items(Tag.ProcedureCodeSequence)).isEmpty();
    assertThat(header.element(Tag.ProcedureCodeSequence)).isPresent();
  }

  @Test
  void aVrToComeHasTheLongForm() {
    byte[] file =
        Dcm.explicit()
            .head(0x00080060, "ZZ", 0)
            .bytes(new byte[] {2, 0, 0, 0, 'C', 'T'})
            .text(0x00100020, "LO", "behind")
            .file();

    assertThat(Dcm.open(file).header().string(Tag.PatientID)).contains("behind");
  }

  @Test
  void aVrThatIsASlipHasTheShortForm() {
    byte[] file =
        Dcm.explicit()
            .text(0x00080005, "CS", "ISO_IR 100")
            .raw(0x00080060, "  ", "CT".getBytes())
            .text(0x00100020, "LO", "behind")
            .file();

    DataSet header = Dcm.open(file).header();

    assertThat(header.string(Tag.Modality)).contains("CT");
    assertThat(header.string(Tag.PatientID)).contains("behind");
  }

  @Test
  void valuesArePartedAndFreedFromPadding() {
    DataSet header =
        Dcm.open(
                Dcm.explicit()
                    .text(0x00080008, "CS", "ORIGINAL\\PRIMARY \\\\ AXIAL")
                    .text(0x00080018, "UI", "1.2.3")
                    .text(0x00081030, "LO", " a b ")
                    .raw(0x00104000, "LT", " one\\two \0".getBytes())
                    .raw(0x00101010, "AS", new byte[0])
                    .file())
            .header();

    assertThat(header.strings(Tag.ImageType)).containsExactly("ORIGINAL", "PRIMARY", "", "AXIAL");
    assertThat(header.strings(Tag.SOPInstanceUID)).containsExactly("1.2.3");
    assertThat(header.strings(Tag.StudyDescription)).containsExactly("a b");
    assertThat(header.strings(Tag.PatientComments)).containsExactly(" one\\two");
    assertThat(header.strings(Tag.PatientAge)).isEmpty();
    assertThat(header.element(Tag.PatientAge)).isPresent();
    assertThat(header.strings(Tag.PatientID)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void binaryNumbersComeAsDecimalText(Dcm d) {
    d.raw(0x00181006, "UL", d.number(0xFFFFFFFFL, 4))
        .raw(0x00189219, "SS", Dcm.join(d.number(-2, 2), d.number(3, 2)))
        .raw(0x0018605A, "FL", d.number(Float.floatToIntBits(1.5f), 4))
        .raw(0x00186028, "FD", d.number(Double.doubleToLongBits(-0.25), 8))
        .raw(0x00280009, "AT", Dcm.join(d.number(0x18, 2), d.number(0x1063, 2)));
    DataSet header =
        Dcm.open(Dcm.join(d.like().text(0x00080060, "CS", "US").bytes(), d.bytes())).header();

    assertThat(header.strings(0x00189219)).containsExactly("-2", "3");
    assertThat(header.strings(0x00186028)).containsExactly("-0.25");
    assertThat(header.strings(0x00280009)).containsExactly("00181063");
  }

  @Test
  void theSignOfPixelsSettlesAnAmbiguousVr() {
    byte[] signed =
        Dcm.implicit().text(0x00080060, "CS", "CT").us(0x00280103, 1).us(0x00280106, 0xFFFE).file();
    byte[] unsigned =
        Dcm.implicit().text(0x00080060, "CS", "CT").us(0x00280103, 0).us(0x00280106, 0xFFFE).file();

    assertThat(Dcm.open(signed).header().strings(0x00280106)).containsExactly("-2");
    assertThat(Dcm.open(unsigned).header().strings(0x00280106)).containsExactly("65534");
  }

  @Test
  void oddLengthsAndPaddingBehindTheDataSetPass() {
    byte[] odd =
        Dcm.explicit().raw(0x00080060, "CS", "CTX".getBytes()).text(0x00100020, "LO", "id").bytes();
    for (byte[] padding : List.of(new byte[3], new byte[8], new byte[100_000])) {
      byte[] file = Dcm.join(Dcm.preambleAndMeta("1.2.840.10008.1.2.1"), odd, padding);

      DicomStream stream = Dcm.open(file);

      assertThat(stream.header().string(Tag.PatientID)).contains("id");
      assertThat(Dcm.transfer(stream, Patch.none())).isEqualTo(file);
    }
  }

  @Test
  void dataSetTrailingPaddingIsAnElementLikeOthers() {
    byte[] file = sample(Dcm.explicit()).raw(0xFFFCFFFC, "OB", new byte[500]).file();

    assertThat(Dcm.patched(file, Patch.none())).isEqualTo(file);
  }

  @Test
  void anItemHasACharacterSetOfItsOwn() {
    Dcm own =
        Dcm.explicit()
            .text(0x00080005, "CS", "ISO_IR 144")
            .raw(0x00080104, "LO", new byte[] {(byte) 0xBB, (byte) 0xEE});
    Dcm inherited = Dcm.explicit().raw(0x00080104, "LO", new byte[] {(byte) 0xC4, ' '});
    DataSet header =
        Dcm.open(
                Dcm.explicit()
                    .text(0x00080005, "CS", "ISO_IR 100")
                    .sequence(0x00081032, own, inherited)
                    .file())
            .header();

    assertThat(header.items(Tag.ProcedureCodeSequence))
        .extracting(item -> item.string(Tag.CodeMeaning).orElseThrow())
        .containsExactly("\u041b\u044e", "\u00c4");
  }

  @Test
  void whatIsDeclaredCannotStandInForATransferSyntaxThatTheMetaInformationLacks()
      throws IOException {
    byte[] meta = Dcm.explicit().raw(0x00020001, "OB", new byte[] {0, 1}).bytes();
    byte[] file = Dcm.join(meta, sample(Dcm.explicit()).bytes());

    DicomStream stream =
        DicomStream.open(
            new ByteArrayInputStream(file),
            Optional.of(TransferSyntax.of("1.2.840.10008.1.2.4.50")),
            Tag.Modality,
            ReadLimits.DEFAULT);

    assertThat(stream.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
  }

  @Test
  void metadataLeaveBulkOutAndKeepTheRest() throws IOException {
    byte[] file =
        Dcm.explicit()
            .text(0x00080060, "CS", "CT")
            .text(0x00090010, "LO", "ACME")
            .raw(0x00091010, "UN", new byte[5000])
            .undefined(
                0x00091011,
                "SQ",
                Dcm.explicit().raw(0x00091012, "OB", new byte[3000]).text(0x00100020, "LO", "in"))
            .text(0x00100020, "LO", "id")
            .fragments(0x7FE00010, new byte[0], new byte[70_000], new byte[30])
            .raw(0xFFFCFFFC, "OB", new byte[20])
            .file("1.2.840.10008.1.2.4.50");

    DataSet metadata =
        DicomStream.readMetadata(
            new ByteArrayInputStream(Dcm.join(file, new byte[50])),
            1024,
            new ReadLimits(3000, 8, 200));

    assertThat(metadata.string(Tag.PatientID)).contains("id");
    assertThat(metadata.items(0x00091011).get(0).string(Tag.PatientID)).contains("in");
    assertThat(metadata.element(Tag.PixelData))
        .hasValueSatisfying(e -> assertThat(e.length()).isEqualTo(-1));
    assertThat(metadata.element(Tag.DataSetTrailingPadding)).isPresent();
    String json =
        JsonDataSet.of(metadata, tag -> true, (path, length) -> Optional.of(path + "#" + length))
            .toJson();
    assertThat(json)
        .contains("{\"vr\":\"OB\",\"BulkDataURI\":\"7FE00010#70030\"}")
        .contains("{\"vr\":\"UN\",\"BulkDataURI\":\"00091010#5000\"}")
        .contains("{\"vr\":\"OB\",\"BulkDataURI\":\"00091011/0/00091012#3000\"}");
  }

  @Test
  void aStreamIsTransferredOnce() {
    DicomStream stream = Dcm.open(sample(Dcm.explicit()).file());
    Dcm.transfer(stream, Patch.none());

    assertThatThrownBy(() -> Dcm.transfer(stream, Patch.none()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void buffersThatGoOnToTheNextInstanceTakeNothingAlong() throws IOException {
    DicomStream first = Dcm.open(sample(Dcm.explicit()).file());
    Dcm.transfer(first, Patch.none());
    DataSet metadata =
        DicomStream.readMetadata(
            new ByteArrayInputStream(sample(Dcm.explicit()).file()), 1024, ReadLimits.DEFAULT);
    byte[] other =
        Dcm.explicit().text(0x00080060, "CS", "MR").raw(0x7FE00010, "OW", new byte[300_000]).file();

    for (int i = 0; i < 5; i++) {
      assertThat(Dcm.patched(other, Patch.none())).isEqualTo(other);
    }

    for (DataSet header : List.of(first.header(), metadata)) {
      assertThat(header.string(Tag.Modality)).contains("CT");
      assertThat(header.string(Tag.PatientName)).contains("M\u00fcller^J\u00fcrgen");
    }
    assertThat(first.header(Patch.builder().remove(Tag.Modality).build()).string(Tag.PatientName))
        .contains("M\u00fcller^J\u00fcrgen");
  }

  @Test
  void theHeaderStaysReadableAfterTheTransfer() {
    byte[] file = sample(Dcm.explicit()).file();
    DicomStream stream = Dcm.open(file);

    byte[] out = Dcm.transfer(stream, Patch.none());

    assertThat(out).isEqualTo(file);
    assertThat(stream.header().string(Tag.PatientName)).contains("M\u00fcller^J\u00fcrgen");
  }
}
