package org.radcanon.studies.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcanon.studies.Instance;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Code;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Encoding.Lengths;
import org.radcanon.studies.writer.Syntax;

class ComparisonTest {

  private static final Instance SENT = TinyStudies.ctChest().first();

  @ParameterizedTest
  @EnumSource(Syntax.class)
  void whatRadcanonWritesIsNoDifference(Syntax syntax) {
    Instance coded =
        SENT.changed(
            object ->
                object.items(
                    Attribute.PROCEDURE_CODE_SEQUENCE,
                    new Code("RPID16", "RADLEX", "CT Chest").item()));

    assertThat(Comparison.differences(SENT.bytes(syntax), coded.bytes(syntax))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Syntax.class)
  void anElementOfSomebodyElseIsOne(Syntax syntax) {
    Instance changed = SENT.changed(object -> object.set(Attribute.STUDY_ID, "other"));

    assertThat(Comparison.differences(SENT.bytes(syntax), changed.bytes(syntax)))
        .containsExactly("(0020,0010) has other bytes");
  }

  @Test
  void missingAndAddedElementsAreTold() {
    Instance more = SENT.changed(object -> object.set(Attribute.OPERATORS_NAME, "Op"));

    assertThat(Comparison.differences(SENT.bytes(), more.bytes()))
        .containsExactly("(0008,1070) was added");
    assertThat(Comparison.differences(more.bytes(), SENT.bytes()))
        .containsExactly("(0008,1070) is missing");
  }

  @Test
  void sequencesMustEndAsTheyDid() {
    Instance sent = TinyStudies.codedInRequest().first();

    assertThat(
            Comparison.differences(
                sent.bytes(Encoding.STANDARD),
                sent.bytes(Encoding.STANDARD.with(Lengths.UNDEFINED))))
        .contains("(0040,0275) has other bytes");
  }

  @Test
  void undefinedLengthsAndGroupLengthsAreReadOver() {
    Encoding odd = Encoding.STANDARD.with(Lengths.UNDEFINED).withGroupLengths();
    byte[] file = TinyStudies.codedInRequest().first().bytes(odd);

    assertThat(Comparison.differences(file, file)).isEmpty();
    assertThat(DicomFile.parse(file).element(0x7FE00010)).isPresent();
  }

  @Test
  void anotherTransferSyntaxIsADifference() {
    assertThat(Comparison.differences(SENT.bytes(Syntax.EXPLICIT), SENT.bytes(Syntax.DEFLATED)))
        .containsExactly("transfer syntax 1.2.840.10008.1.2.1 became 1.2.840.10008.1.2.1.99");
  }

  @Test
  void aFileThatIsCutIsNotTheSame() {
    byte[] file = SENT.bytes();

    assertThat(Comparison.differences(file, Arrays.copyOf(file, file.length - 3)))
        .singleElement()
        .asString()
        .startsWith("cannot be read");
    assertThat(Comparison.differences(file, new byte[200]))
        .containsExactly("cannot be read: no PS3.10 file");
  }

  @Test
  void theHeadOfAFileNamesItsInstance() {
    DicomFile file = DicomFile.parse(SENT.bytes(Syntax.RLE));

    assertThat(file.sopInstanceUid()).isEqualTo(SENT.sopInstanceUid());
    assertThat(file.transferSyntax()).isEqualTo(Syntax.RLE.uid());
  }
}
