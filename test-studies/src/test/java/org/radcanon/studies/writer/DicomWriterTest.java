package org.radcanon.studies.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Byte for byte, written out by hand from PS3.5. */
class DicomWriterTest {

  private static final DicomObject CODED =
      DicomObject.create()
          .set(Attribute.MODALITY, "CT")
          .set(Attribute.ROWS, 0x0102)
          .items(
              Attribute.PROCEDURE_CODE_SEQUENCE,
              DicomObject.create().set(Attribute.CODE_VALUE, "X"));

  @Test
  void explicitLittleEndian() {
    assertThat(bare(CODED, Syntax.EXPLICIT, Encoding.Lengths.DEFINED))
        .isEqualTo(
            compact(
                "08006000 4353 0200 4354"
                    + "08003210 5351 0000 12000000"
                    + "feff00e0 0a000000 08000001 5348 0200 5820"
                    + "28001000 5553 0200 0201"));
  }

  @Test
  void implicitWithUndefinedLengths() {
    assertThat(bare(CODED, Syntax.IMPLICIT, Encoding.Lengths.UNDEFINED))
        .isEqualTo(
            compact(
                "08006000 02000000 4354"
                    + "08003210 ffffffff"
                    + "feff00e0 ffffffff 08000001 02000000 5820 feff0de0 00000000"
                    + "feffdde0 00000000"
                    + "28001000 02000000 0201"));
  }

  @Test
  void explicitBigEndian() {
    assertThat(bare(CODED, Syntax.BIG_ENDIAN, Encoding.Lengths.UNDEFINED_ITEMS))
        .isEqualTo(
            compact(
                "00080060 4353 0002 4354"
                    + "00081032 5351 0000 0000001a"
                    + "fffee000 ffffffff 00080100 5348 0002 5820 fffee00d 00000000"
                    + "00280010 5553 0002 0102"));
  }

  @Test
  void groupLengthsCountTheirGroupInItemsToo() {
    Encoding encoding = Encoding.STANDARD.with(Encoding.Form.BARE).withGroupLengths();

    assertThat(hex(DicomWriter.bytes(CODED, encoding)))
        .isEqualTo(
            compact(
                "08000000554c040034000000"
                    + "080060004353020043540800321053510000"
                    + "1e000000feff00e01600000008000000554c04000a000000080000015348020058"
                    + "2028000000554c04000a0000002800100055530200"
                    + "0201"));
  }

  @Test
  void aFileHasPreambleAndMetaInformationWithTrueGroupLength() {
    byte[] file = DicomWriter.bytes(CODED, Encoding.of(Syntax.IMPLICIT));

    assertThat(file).startsWith(new byte[128]);
    assertThat(new String(file, 128, 4, StandardCharsets.US_ASCII)).isEqualTo("DICM");
    int groupLength = file[140] & 0xFF | (file[141] & 0xFF) << 8;
    assertThat(hex(file).substring(2 * (144 + groupLength))).startsWith("08006000");
  }

  @Test
  void aSequenceInUnknownVrIsImplicitAndUndefined() {
    DicomObject hidden =
        DicomObject.create()
            .items(0x0009_1010, Vr.UN, DicomObject.create().set(Attribute.MODALITY, "MR"));

    assertThat(bare(hidden, Syntax.EXPLICIT, Encoding.Lengths.DEFINED))
        .isEqualTo(
            compact(
                "09001010 554e 0000 ffffffff"
                    + "feff00e0 0a000000 08006000 02000000 4d52"
                    + "feffdde0 00000000"));
  }

  @Test
  void privateElementsGetTheirCreatorsBlocks() {
    DicomObject object =
        DicomObject.create()
            .privateText(0x0029, "ONE", 0x01, Vr.LO, "a")
            .privateText(0x0029, "TWO", 0x01, Vr.LO, "b")
            .privateText(0x0029, "ONE", 0x02, Vr.LO, "c");

    assertThat(bare(object, Syntax.EXPLICIT, Encoding.Lengths.DEFINED))
        .isEqualTo(
            compact(
                "29001000 4c4f 0400 4f4e4520 29001100 4c4f 0400 54574f20"
                    + "29000110 4c4f 0200 6120 29000210 4c4f 0200 6320 29000111 4c4f 0200 6220"));
  }

  @Test
  void verbatimContentIsNeitherPaddedNorSwapped() {
    DicomObject odd = DicomObject.create().verbatim(0x0008_0060, Vr.CS, new byte[] {'C', 'T', 0});

    assertThat(bare(odd, Syntax.BIG_ENDIAN, Encoding.Lengths.DEFINED))
        .isEqualTo(compact("00080060 4353 0003 435400"));
  }

  @Test
  void namesOfSeveralRepertoiresAreEscapedPieceByPiece() {
    assertThat(hex(CharacterSet.ISO_2022_KR.encode("Hong^Gildong=洪^吉洞=홍^길동")))
        .isEqualTo(
            hex("Hong^Gildong=".getBytes(StandardCharsets.US_ASCII))
                + "1b242943fbf35e1b242943d1ced4d73d1b242943c8ab5e1b242943b1e6b5bf");
    assertThat(hex(CharacterSet.ISO_2022_JP.encode("山田^太郎")))
        .isEqualTo("1b24423b3345441b28425e1b244242404f3a1b2842");
  }

  @Test
  void whatACharacterSetCannotWriteIsRefused() {
    assertThatThrownBy(() -> CharacterSet.LATIN_1.encode("胸部"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String bare(DicomObject object, Syntax syntax, Encoding.Lengths lengths) {
    return hex(
        DicomWriter.bytes(object, Encoding.of(syntax).with(lengths).with(Encoding.Form.BARE)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Hexadecimal digits; blanks only part elements for the reader. */
  private static String compact(String spaced) {
    return spaced.replace(" ", "");
  }
}
