package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves is compared with what the same bytes, put together by hand, should be. */
class PatchTest {

  private static final int BEHIND = Tag.OriginalAttributesSequence;
  private static final NewItem CODE =
      NewItem.builder()
          .value(Tag.CodeMeaning, VR.LO, "CT Head")
          .value(Tag.CodeValue, VR.SH, "RPID16")
          .value(Tag.CodingSchemeDesignator, VR.SH, "RADLEX")
          .build();

  static Stream<Dcm> encodings() {
    return Stream.of(Dcm.explicit(), Dcm.implicit(), Dcm.bigEndian());
  }

  private static Dcm code(Dcm like) {
    return like.like()
        .text(0x00080100, "SH", "RPID16")
        .text(0x00080102, "SH", "RADLEX")
        .text(0x00080104, "LO", "CT Head");
  }

  private static Dcm before(Dcm like) {
    return like.like()
        .text(0x00080016, "UI", "1.2")
        .text(0x00080018, "UI", "1.2.3")
        .text(0x00080060, "CS", "CT");
  }

  private static Dcm after(Dcm like) {
    return like.like()
        .text(0x00090010, "LO", "ACME")
        .raw(0x00091001, "UN", new byte[] {9, 9, 9})
        .text(0x00100010, "PN", "A^B")
        .us(0x00280010, 2);
  }

  private static Dcm pixels(Dcm like) {
    return like.like().raw(0x7FE00010, "OW", new byte[100_000]);
  }

  private static byte[] file(Dcm... parts) {
    Dcm all = parts[0].like();
    for (Dcm part : parts) {
      all.bytes(part.bytes());
    }
    return all.file();
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void anEmptyPatchLetsEveryBytePass(Dcm e) {
    byte[] file = file(before(e), after(e), pixels(e));

    assertThat(Dcm.patched(file, Patch.none())).isEqualTo(file);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void newElementsAreInsertedInTheirPlaceAndEncoding(Dcm e) {
    Patch patch =
        Patch.builder()
            .setItems(Tag.ProcedureCodeSequence, List.of(CODE))
            .set(Tag.Columns, VR.US, "513")
            .set(Tag.PatientID, VR.LO, "odd")
            .build();

    assertThat(Dcm.patched(file(before(e), after(e), pixels(e)), patch))
        .isEqualTo(
            file(
                before(e),
                e.like().sequence(0x00081032, code(e)),
                e.like().text(0x00090010, "LO", "ACME").raw(0x00091001, "UN", new byte[] {9, 9, 9}),
                e.like().text(0x00100010, "PN", "A^B").text(0x00100020, "LO", "odd"),
                e.like().us(0x00280010, 2).us(0x00280011, 513),
                pixels(e)));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void elementsAreReplacedAndRemovedAlsoBehindTheHeader(Dcm e) {
    Dcm bulky = e.like().raw(0x00420011, "OB", new byte[200_000]).text(0x00880140, "UI", "1.2");
    Patch patch =
        Patch.builder()
            .set(Tag.Modality, VR.CS, "MR")
            .remove(Tag.PatientName)
            .remove(0x00420011)
            .set(0x00880140, VR.UI, "1.2.3.4.5")
            .set(0x00880200, VR.LO, "x")
            .remove(0x00880904)
            .build();

    assertThat(Dcm.patched(file(before(e), after(e), bulky, pixels(e)), patch))
        .isEqualTo(
            file(
                e.like().text(0x00080016, "UI", "1.2").text(0x00080018, "UI", "1.2.3"),
                e.like().text(0x00080060, "CS", "MR").text(0x00090010, "LO", "ACME"),
                e.like().raw(0x00091001, "UN", new byte[] {9, 9, 9}).us(0x00280010, 2),
                e.like().text(0x00880140, "UI", "1.2.3.4.5").text(0x00880200, "LO", "x"),
                pixels(e)));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void itemsAreAppendedBehindTheBytesOfTheOthers(Dcm e) {
    Dcm there = e.like().text(0x00080100, "SH", "OLD").raw(0x00091001, "UN", new byte[] {1});
    for (int tag : new int[] {Tag.ProcedureCodeSequence, BEHIND}) {
      Dcm other = tag == BEHIND ? after(e) : before(e);
      Patch patch = Patch.builder().appendItems(tag, List.of(CODE)).build();

      assertThat(Dcm.patched(file(other, e.like().sequence(tag, there), pixels(e)), patch))
          .isEqualTo(file(other, e.like().sequence(tag, there, code(e)), pixels(e)));
      assertThat(Dcm.patched(file(other, e.like().undefined(tag, "SQ", there), pixels(e)), patch))
          .isEqualTo(file(other, e.like().undefined(tag, "SQ", there, code(e)), pixels(e)));
      assertThat(Dcm.patched(file(other, e.like().sequence(tag), pixels(e)), patch))
          .isEqualTo(file(other, e.like().sequence(tag, code(e)), pixels(e)));
      assertThat(Dcm.patched(file(other, pixels(e)), patch))
          .isEqualTo(file(other, e.like().sequence(tag, code(e)), pixels(e)));
    }
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void lengthsFollowAnEditInsideItems(Dcm e) {
    Patch inside = Patch.builder().setItems(0x00321064, List.of(CODE)).remove(0x00400009).build();
    for (int tag : new int[] {Tag.RequestAttributesSequence, BEHIND}) {
      Patch patch =
          Patch.builder()
              .editItem(tag, 1, Patch.builder().editItem(0x00081110, 0, inside).build())
              .build();
      Dcm first = e.like().text(0x00080060, "CS", "CT");
      Dcm old = e.like().text(0x00080060, "CS", "MR").text(0x00400009, "SH", "gone");
      Dcm edited = e.like().text(0x00080060, "CS", "MR").sequence(0x00321064, code(e));

      assertThat(
              Dcm.patched(
                  file(
                      e.like().sequence(tag, first, e.like().sequence(0x00081110, old)), pixels(e)),
                  patch))
          .isEqualTo(
              file(
                  e.like().sequence(tag, first, e.like().sequence(0x00081110, edited)), pixels(e)));
      assertThat(
              Dcm.patched(
                  file(
                      e.like()
                          .undefined(tag, "SQ", first, e.like().undefined(0x00081110, "SQ", old)),
                      pixels(e)),
                  patch))
          .isEqualTo(
              file(
                  e.like()
                      .undefined(tag, "SQ", first, e.like().undefined(0x00081110, "SQ", edited)),
                  pixels(e)));
    }
  }

  @Test
  void editsOfItemsThatAreNotThereChangeNothing() {
    Dcm e = Dcm.explicit();
    byte[] file = file(before(e), e.like().sequence(0x00081032, code(e)), pixels(e));
    Patch inside = Patch.builder().set(Tag.CodeMeaning, VR.LO, "x").build();

    assertThat(
            Dcm.patched(
                file,
                Patch.builder()
                    .editItem(Tag.ProcedureCodeSequence, 1, inside)
                    .editItem(Tag.RequestAttributesSequence, 0, inside)
                    .editItem(BEHIND, 0, inside)
                    .remove(Tag.PatientName)
                    .build()))
        .isEqualTo(file);
  }

  @Test
  void itemsAreAppendedInTheEncodingInsideAnUnknownValue() {
    Dcm i = Dcm.implicit();
    Dcm e = Dcm.explicit();
    byte[] undefined = i.like().undefinedItem(code(i)).mark(0xFFFEE0DD, 0).bytes();
    byte[] appended =
        i.like().undefinedItem(code(i)).undefinedItem(code(i)).mark(0xFFFEE0DD, 0).bytes();
    Patch patch = Patch.builder().appendItems(Tag.ProcedureCodeSequence, List.of(CODE)).build();

    assertThat(
            Dcm.patched(
                file(before(e), e.like().head(0x00081032, "UN", -1).bytes(undefined), pixels(e)),
                patch))
        .isEqualTo(file(before(e), e.like().head(0x00081032, "UN", -1).bytes(appended), pixels(e)));
    assertThat(
            Dcm.patched(
                file(
                    before(e),
                    e.like().raw(0x00081032, "UN", i.like().item(code(i)).bytes()),
                    pixels(e)),
                patch))
        .isEqualTo(
            file(
                before(e),
                e.like().raw(0x00081032, "UN", i.like().item(code(i)).item(code(i)).bytes()),
                pixels(e)));
  }

  @Test
  void aReplacedSequenceKeepsTheStyleOfItsLength() {
    Dcm e = Dcm.explicit();
    for (int tag : new int[] {Tag.ProcedureCodeSequence, BEHIND}) {
      Patch patch = Patch.builder().setItems(tag, List.of(CODE)).build();

      assertThat(Dcm.patched(file(e.like().undefined(tag, "SQ", before(e)), pixels(e)), patch))
          .isEqualTo(file(e.like().undefined(tag, "SQ", code(e)), pixels(e)));
    }
  }

  @Test
  void elementsMovedIntoAnItemKeepTheirBytes() {
    Dcm e = Dcm.explicit();
    Dcm original = e.like().sequence(0x00081032, e.like().raw(0x00080100, "SH", "OLD".getBytes()));
    byte[] file = file(before(e), original, pixels(e));
    DicomStream stream = Dcm.open(file);
    Element replaced = stream.header().element(Tag.ProcedureCodeSequence).orElseThrow();
    NewItem modified = NewItem.builder().copy(replaced).build();
    NewItem record =
        NewItem.builder()
            .items(Tag.ModifiedAttributesSequence, List.of(modified))
            .value(Tag.ReasonForTheAttributeModification, VR.CS, "COERCE")
            .build();
    Patch patch =
        Patch.builder()
            .setItems(Tag.ProcedureCodeSequence, List.of(CODE))
            .appendItems(BEHIND, List.of(record))
            .build();

    assertThat(Dcm.transfer(stream, patch))
        .isEqualTo(
            file(
                before(e),
                e.like().sequence(0x00081032, code(e)),
                e.like()
                    .sequence(
                        BEHIND,
                        e.like().sequence(0x04000550, original).text(0x04000565, "CS", "COERCE")),
                pixels(e)));
  }

  @Test
  void anElementCopiedOutOfAnotherEncodingIsPutIntoThatOfItsNewPlace() {
    Dcm i = Dcm.implicit();
    Dcm e = Dcm.bigEndian();
    Dcm inner = i.like().us(0x00280010, 258).sequence(0x00081032, code(i));
    byte[] unknown = i.like().item(inner).bytes();
    byte[] file = file(before(e), e.like().raw(0x00400275, "UN", unknown), pixels(e));
    DicomStream stream = Dcm.open(file);
    DataSet item = stream.header().items(Tag.RequestAttributesSequence).get(0);
    NewItem copies =
        NewItem.builder()
            .copy(item.element(Tag.Rows).orElseThrow())
            .copy(item.element(Tag.ProcedureCodeSequence).orElseThrow())
            .build();

    assertThat(Dcm.transfer(stream, Patch.builder().setItems(BEHIND, List.of(copies)).build()))
        .isEqualTo(
            file(
                before(e),
                e.like().raw(0x00400275, "UN", unknown),
                e.like()
                    .sequence(BEHIND, e.like().sequence(0x00081032, code(e)).us(0x00280010, 258)),
                pixels(e)));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void groupLengthsStayTrue(Dcm e) {
    Dcm group8 = before(e);
    Dcm code = e.like().sequence(0x00081032, code(e));
    Dcm group10 = e.like().text(0x00100010, "PN", "A^B");
    Dcm group400 = e.like().text(0x04000500, "SH", "x").text(0x04000600, "CS", "y");
    Dcm original = e.like().sequence(BEHIND, code(e));
    Patch patch =
        Patch.builder()
            .setItems(Tag.ProcedureCodeSequence, List.of(CODE))
            .setItems(BEHIND, List.of(CODE))
            .remove(0x04000600)
            .build();

    assertThat(
            Dcm.patched(
                file(
                    length(0x0008, group8),
                    group8,
                    length(0x0010, group10),
                    group10,
                    length(0x0400, group400),
                    group400,
                    length(0x7FE0, pixels(e)),
                    pixels(e)),
                patch))
        .isEqualTo(
            file(
                length(0x0008, group8, code),
                group8,
                code,
                length(0x0010, group10),
                group10,
                length(0x0400, e.like().text(0x04000500, "SH", "x"), original),
                e.like().text(0x04000500, "SH", "x"),
                original,
                length(0x7FE0, pixels(e)),
                pixels(e)));
  }

  @Test
  void aGroupLengthOfTheHeaderStaysTrueWhenItsGroupIsEditedBehindTheHeader() {
    Dcm e = Dcm.explicit();
    Dcm known = e.like().text(0x00400007, "LO", "x");
    Dcm behind = e.like().text(0x0040A040, "CS", "NUM").text(0x0040A043, "LO", "z");
    Dcm edited = e.like().text(0x0040A040, "CS", "CONTAINER").text(0x0040A043, "LO", "z");
    byte[] file = file(before(e), length(0x0040, known, behind), known, behind, pixels(e));
    DicomStream stream = Dcm.open(file, Tag.RequestAttributesSequence);

    byte[] out = Dcm.transfer(stream, Patch.builder().set(0x0040A040, VR.CS, "CONTAINER").build());

    assertThat(out)
        .isEqualTo(file(before(e), length(0x0040, known, edited), known, edited, pixels(e)));
    assertThat(stream.header().element(0x0040A040)).isEmpty();
  }

  private static Dcm length(int group, Dcm... content) {
    int length = Stream.of(content).mapToInt(c -> c.bytes().length).sum();
    return content[0].like().ul(group << 16, length);
  }

  @Test
  void theHeaderIsShownAsItWillLeave() {
    Dcm e = Dcm.explicit();
    DicomStream stream = Dcm.open(file(before(e), after(e), pixels(e)));
    Patch patch =
        Patch.builder()
            .setItems(Tag.ProcedureCodeSequence, List.of(CODE))
            .remove(Tag.PatientName)
            .setItems(BEHIND, List.of(CODE))
            .build();

    DataSet leaving = stream.header(patch);

    assertThat(leaving.items(Tag.ProcedureCodeSequence).get(0).string(Tag.CodeValue))
        .contains("RPID16");
    assertThat(leaving.element(Tag.PatientName)).isEmpty();
    assertThat(leaving.element(BEHIND)).isEmpty();
    assertThat(stream.header().element(Tag.PatientName)).isPresent();
    assertThat(stream.header(Patch.none())).isSameAs(stream.header());
  }

  @Test
  void aDeflatedStreamIsDeflatedAnewOnlyWhenItChanges() {
    Dcm e = Dcm.explicit();
    byte[] inflated = Dcm.join(before(e).bytes(), after(e).bytes(), pixels(e).bytes());
    byte[] file = e.like().bytes(inflated).deflatedFile();
    Patch patch = Patch.builder().setItems(Tag.ProcedureCodeSequence, List.of(CODE)).build();

    byte[] out = Dcm.patched(file, patch);

    assertThat(Dcm.patched(file, Patch.none())).isEqualTo(file);
    int meta = Dcm.preambleAndMeta("1.2.840.10008.1.2.1.99").length;
    assertThat(out).startsWith(Dcm.preambleAndMeta("1.2.840.10008.1.2.1.99"));
    assertThat((out.length - meta) % 2).isZero();
    assertThat(NaiveWalker.inflate(out, meta))
        .isEqualTo(
            Dcm.join(
                before(e).bytes(),
                e.like().sequence(0x00081032, code(e)).bytes(),
                after(e).bytes(),
                pixels(e).bytes()));
  }

  @Test
  void aChecksumBehindADeflatedStreamPassesWithIt() {
    byte[] file = Dcm.join(before(Dcm.explicit()).deflatedFile(), new byte[] {1, 2, 3, 4, 5, 6, 7});

    assertThat(Dcm.patched(file, Patch.none())).isEqualTo(file);
  }

  @Test
  void aBareDataSetLeavesAsAFile() {
    Dcm e = Dcm.implicit();
    byte[] dataSet = Dcm.join(before(e).bytes(), after(e).bytes());

    byte[] out = Dcm.transfer(Dcm.open(dataSet, Tag.SpecificCharacterSet), Patch.none());

    Dcm meta =
        Dcm.explicit()
            .raw(0x00020001, "OB", new byte[] {0, 1})
            .text(0x00020002, "UI", "1.2")
            .text(0x00020003, "UI", "1.2.3")
            .text(0x00020010, "UI", "1.2.840.10008.1.2")
            .text(0x00020012, "UI", Implementation.CLASS_UID)
            .text(0x00020013, "SH", Implementation.VERSION_NAME);
    assertThat(out)
        .isEqualTo(
            Dcm.join(
                new byte[128],
                "DICM".getBytes(),
                Dcm.explicit().ul(0x00020000, meta.bytes().length).bytes(),
                meta.bytes(),
                dataSet));
  }

  @Test
  void aMetaInformationWithoutPreambleGetsOne() {
    Dcm e = Dcm.explicit();
    byte[] file = file(before(e), pixels(e));
    byte[] bare = Dcm.join(Dcm.meta("1.2.840.10008.1.2.1"), before(e).bytes(), pixels(e).bytes());

    assertThat(Dcm.patched(bare, Patch.none())).isEqualTo(file);
  }

  @Test
  void aFileCannotBeMadeOfADataSetWithoutIdentity() {
    byte[] anonymous = Dcm.explicit().text(0x00080060, "CS", "CT").bytes();

    assertThatThrownBy(() -> Dcm.patched(anonymous, Patch.none()))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("(0008,0016)");
  }

  @Test
  void elementsOutOfOrderAreEditedWhereTheyStand() {
    Dcm e = Dcm.explicit();
    Dcm first = e.like().text(0x00100020, "LO", "id").text(0x00080060, "CS", "CT");
    Dcm second = e.like().text(0x00880140, "UI", "1.2").text(0x00880130, "SH", "x");
    Patch patch =
        Patch.builder().set(Tag.Modality, VR.CS, "MR").set(0x00880130, VR.SH, "y").build();

    assertThat(Dcm.patched(file(before(e), first, second, pixels(e)), patch))
        .isEqualTo(
            file(
                e.like().text(0x00080016, "UI", "1.2").text(0x00080018, "UI", "1.2.3"),
                e.like().text(0x00080060, "CS", "MR").text(0x00100020, "LO", "id"),
                e.like().text(0x00880130, "SH", "y").text(0x00880140, "UI", "1.2"),
                pixels(e)));
  }

  @Test
  void editsGoBeforePadding() {
    Dcm e = Dcm.explicit();
    Dcm padding = e.like().bytes(new byte[5000]);
    Patch patch = Patch.builder().setItems(BEHIND, List.of(CODE)).build();

    assertThat(Dcm.patched(file(before(e), padding), patch))
        .isEqualTo(file(before(e), e.like().sequence(BEHIND, code(e)), padding));
  }

  @Test
  void textTooLongForItsVrIsSentAsUn() {
    Dcm e = Dcm.explicit();
    String text = "x".repeat(70_000);

    assertThat(Dcm.patched(file(before(e)), Patch.builder().set(0x00104000, VR.LT, text).build()))
        .isEqualTo(file(before(e), e.like().raw(0x00104000, "UN", text.getBytes())));
  }

  @Test
  void valuesThatAreNoneOfTheirVrAreRefused() {
    byte[] file = file(before(Dcm.explicit()));
    for (Patch patch :
        List.of(
            Patch.builder().set(Tag.Rows, VR.US, "65536").build(),
            Patch.builder().set(Tag.Rows, VR.US, "many").build(),
            Patch.builder().set(Tag.PatientComments, VR.LT, "a", "b").build(),
            Patch.builder().set(Tag.ProcedureCodeSequence, VR.SQ, "a").build())) {
      assertThatThrownBy(() -> Dcm.patched(file, patch))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void itemsCannotBeAppendedToAnElementThatIsNoSequence() {
    byte[] file = file(Dcm.explicit().text(0x00081032, "LO", "CT Head"));
    Patch patch = Patch.builder().appendItems(Tag.ProcedureCodeSequence, List.of(CODE)).build();

    assertThatThrownBy(() -> Dcm.patched(file, patch)).isInstanceOf(DicomException.class);
  }

  @Test
  void originalAttributesThatAreNoSequenceBecomeOneAndTheirValueIsKept() {
    Dcm e = Dcm.explicit();
    Dcm kept =
        e.like()
            .raw(0x00720026, "AT", new byte[] {0, 4, 0x61, 5})
            .raw(0x04000552, "OB", "was here".getBytes());
    Dcm item = e.like().sequence(0x04000551, kept).text(0x04000563, "LO", "ab");
    for (boolean groupLength : new boolean[] {false, true}) {
      Dcm came = e.like().text(BEHIND, "LO", "was here");
      Dcm left = e.like().sequence(BEHIND, item);

      assertThat(
              Dcm.patched(file(before(e), group(groupLength, came), pixels(e)), appendOriginal()))
          .isEqualTo(file(before(e), group(groupLength, left), pixels(e)));
    }
  }

  private static Dcm group(boolean withLength, Dcm content) {
    Dcm length = Dcm.explicit();
    return (withLength ? length.ul(0x04000000, content.bytes().length) : length)
        .bytes(content.bytes());
  }

  private static Patch appendOriginal() {
    NewItem item = NewItem.builder().value(Tag.ModifyingSystem, VR.LO, "ab").build();
    return Patch.builder().appendItems(BEHIND, List.of(item)).build();
  }

  @Test
  void anEmptyValueInThePlaceOfOriginalAttributesIsNotKept() {
    Dcm e = Dcm.explicit();
    Dcm empty = e.like().text(BEHIND, "LO", "");

    assertThat(Dcm.patched(file(before(e), empty, pixels(e)), appendOriginal()))
        .isEqualTo(
            file(
                before(e),
                e.like().sequence(BEHIND, e.like().text(0x04000563, "LO", "ab")),
                pixels(e)));
  }

  @Test
  void aSequenceThatStandsOutOfOrderBehindTheHeaderStaysAsItCame() {
    Dcm e = Dcm.explicit();
    Dcm late = e.like().text(0x54000010, "LO", "x").sequence(BEHIND, e.like());
    Dcm item = e.like().text(0x04000563, "LO", "ab");

    assertThat(Dcm.patched(file(before(e), late, pixels(e)), appendOriginal()))
        .isEqualTo(file(before(e), e.like().sequence(BEHIND, item), late, pixels(e)));
  }

  @Test
  void twoEditsOfOneElementAreRefused() {
    assertThatThrownBy(
            () -> Patch.builder().remove(Tag.Modality).set(Tag.Modality, VR.CS, "CT").build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void newTextTakesOnTheCharacterSet() {
    Dcm e = Dcm.explicit();
    Dcm latin = e.like().text(0x00080005, "CS", "ISO_IR 100");
    NewItem item = NewItem.builder().value(Tag.CodeMeaning, VR.LO, "Sch\u00e4del").build();
    Patch patch = Patch.builder().setItems(Tag.ProcedureCodeSequence, List.of(item)).build();

    assertThat(Dcm.patched(file(latin), patch))
        .isEqualTo(
            file(
                latin,
                e.like().sequence(0x00081032, e.like().text(0x00080104, "LO", "Sch\u00e4del"))));
  }

  @Test
  void anItemWithTextThatTheCharacterSetLacksIsInUtf8() {
    Dcm e = Dcm.explicit();
    Dcm latin = e.like().text(0x00080005, "CS", "ISO_IR 100");
    NewItem item = NewItem.builder().value(Tag.CodeMeaning, VR.LO, "\u982d\u90e8").build();
    Patch patch = Patch.builder().setItems(Tag.ProcedureCodeSequence, List.of(item)).build();

    DicomStream stream = Dcm.open(file(latin));

    DataSet leaving = stream.header(patch).items(Tag.ProcedureCodeSequence).get(0);
    assertThat(leaving.string(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
    assertThat(leaving.string(Tag.CodeMeaning)).contains("\u982d\u90e8");
  }

  @Test
  void bytesCopiedIntoAnItemInUtf8KeepTheirCharacterSet() {
    Dcm e = Dcm.explicit();
    byte[] file =
        file(e.like().text(0x00080005, "CS", "ISO_IR 100").text(0x00081030, "LO", "Sch\u00e4del"));
    DicomStream stream = Dcm.open(file);
    NewItem copy =
        NewItem.builder().copy(stream.header().element(Tag.StudyDescription).orElseThrow()).build();
    NewItem outer =
        NewItem.builder()
            .value(Tag.ModifyingSystem, VR.LO, "\u982d")
            .items(Tag.ModifiedAttributesSequence, List.of(copy))
            .build();

    DataSet leaving =
        Dcm.open(
                Dcm.transfer(stream, Patch.builder().setItems(BEHIND, List.of(outer)).build()),
                BEHIND)
            .header()
            .items(BEHIND)
            .get(0);

    assertThat(leaving.string(Tag.ModifyingSystem)).contains("\u982d");
    assertThat(leaving.items(Tag.ModifiedAttributesSequence).get(0).string(Tag.StudyDescription))
        .contains("Sch\u00e4del");
  }

  @Test
  void textOfTheDataSetItselfThatItsCharacterSetLacksIsReplaced() {
    Dcm e = Dcm.explicit();
    Dcm latin = e.like().text(0x00080005, "CS", "ISO_IR 100");

    assertThat(
            Dcm.patched(
                file(latin),
                Patch.builder().set(Tag.StudyDescription, VR.LO, "\u982d\u00e4").build()))
        .isEqualTo(file(latin, e.like().text(0x00081030, "LO", "?\u00e4")));
  }
}
