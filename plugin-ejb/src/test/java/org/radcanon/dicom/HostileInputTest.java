package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.dicom.DicomException.Reason;

@Timeout(60)
class HostileInputTest {

  private static Reason refusal(byte[] bytes) {
    return catchThrowableOfType(DicomException.class, () -> Dcm.patched(bytes, Patch.none()))
        .reason();
  }

  private static Dcm begin() {
    return Dcm.explicit().text(0x00080016, "UI", "1.2").text(0x00080018, "UI", "1.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "Dear colleague, please find the images enclosed.\n\n",
        "<html><body>404</body></html>",
        "{\"resourceType\":\"ImagingStudy\"}",
        "\n\n\n\n\n\n\n\n\n\n",
        "MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004",
        "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR"
      })
  void whatIsNoDicomIsSaidToBeNone(String text) {
    assertThat(refusal(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.NOT_DICOM);
  }

  @Test
  void randomBytesAreRefused() {
    Random random = new Random(20261121);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(4000)];
      random.nextBytes(bytes);
      assertThat(refusal(bytes)).isNotNull();
    }
  }

  @Test
  void everyTruncationOfAnInstanceIsRefusedUnlessItEndsBetweenElements() {
    Dcm first = begin();
    Dcm all = begin().undefined(0x00081032, "SQ", Dcm.explicit().text(0x00080100, "SH", "A"));
    byte[] whole =
        Dcm.join(
            all.bytes(), Dcm.explicit().fragments(0x7FE11010, new byte[0], new byte[40]).bytes());
    for (int length = first.bytes().length + 1; length < whole.length; length++) {
      if (length != all.bytes().length) {
        assertThat(refusal(Arrays.copyOf(whole, length)))
            .as("%d of %d bytes", length, whole.length)
            .isEqualTo(Reason.TRUNCATED);
      }
    }
  }

  @Test
  void encapsulatedPixelDataWithoutATransferSyntaxAreRefusedForNobodyCanTellWhichItIs() {
    byte[] fragments = Dcm.explicit().fragments(0x7FE00010, new byte[0], new byte[40]).bytes();
    byte[] bare = Dcm.join(begin().bytes(), fragments);
    byte[] stated = Dcm.join(Dcm.preambleAndMeta("1.2.840.10008.1.2.4.50"), bare);

    assertThat(refusal(bare)).isEqualTo(Reason.MALFORMED);
    assertThat(Dcm.patched(stated, Patch.none())).endsWith(fragments);
  }

  @Test
  void lengthsOfFourGigabytesInTheHeaderAreRefusedAtOnce() {
    assertThat(refusal(begin().head(0x00091001, "OB", 0xFFFFFFFEL).bytes(new byte[100]).file()))
        .isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void lengthsOfFourGigabytesBehindTheHeaderEndWithTheStream() {
    assertThat(refusal(begin().head(0x7FE00010, "OW", 0xFFFFFFFEL).bytes(new byte[100]).file()))
        .isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void nestingIsLimitedInTheHeaderAndBehindIt() {
    for (int tag : new int[] {0x00081032, 0x00540016}) {
      Dcm deep = begin();
      for (int i = 0; i < 10_000; i++) {
        deep.head(tag, "SQ", 0xFFFFFFFFL).mark(0xFFFEE000, 0xFFFFFFFFL);
      }
      assertThat(refusal(deep.file())).isEqualTo(Reason.LIMIT_EXCEEDED);
    }
  }

  @Test
  void nestingByDefinedLengthsIsLimitedToo() {
    for (int tag : new int[] {0x00081032, 0x00540016}) {
      Dcm deep = begin();
      for (int i = 10_000; i > 0; i--) {
        deep.head(tag, "SQ", 20L * i - 12).mark(0xFFFEE000, 20L * (i - 1));
      }
      assertThat(refusal(deep.file())).isEqualTo(Reason.LIMIT_EXCEEDED);
    }
  }

  @Test
  void sequencesHiddenInUnknownValuesDoNotExhaustTheStack() {
    byte[] inner = new byte[0];
    for (int i = 0; i < 3_000; i++) {
      inner =
          Dcm.implicit()
              .mark(0xFFFEE000, inner.length + 8L)
              .head(0x00081032, "", inner.length)
              .bytes(inner)
              .bytes();
    }
    byte[] file = begin().raw(0x00081032, "UN", inner).file();

    assertThat(Dcm.patched(file, Patch.none())).isEqualTo(file);
  }

  @Test
  void manyEmptyItemsAreNoTrouble() {
    Dcm wide = begin().head(0x00081032, "SQ", 0xFFFFFFFFL);
    for (int i = 0; i < 10_000; i++) {
      wide.undefinedItem(Dcm.explicit());
    }
    DataSet header = Dcm.open(wide.mark(0xFFFEE0DD, 0).file()).header();

    assertThat(header.items(Tag.ProcedureCodeSequence)).hasSize(10_000);
  }

  @Test
  void millionsOfEmptyElementsDoNotFillTheHeap() throws IOException {
    byte[] element = Dcm.explicit().text(0x00080060, "CS", "").bytes();
    InputStream endless =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            return element[(int) (at++ % element.length)] & 0xFF;
          }

          @Override
          public int read(byte[] b, int off, int len) {
            for (int i = 0; i < len; i++) {
              b[off + i] = (byte) read();
            }
            return len;
          }
        };

    assertThatThrownBy(
            () ->
                DicomStream.open(
                    endless, Optional.empty(), Tag.Modality, new ReadLimits(1 << 20, 64, 200)))
        .isInstanceOfSatisfying(
            DicomException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT_EXCEEDED));
  }

  @Test
  void aBombInADeflatedDataSetIsRefused() {
    byte[] bomb = begin().raw(0x7FE00010, "OW", new byte[64 << 20]).deflatedFile();

    assertThat(bomb.length).isLessThan(100_000);
    assertThat(refusal(bomb)).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(
            catchThrowableOfType(
                    DicomException.class,
                    () -> Dcm.patched(bomb, Patch.builder().set(0x00081030, VR.LO, "x").build()))
                .reason())
        .isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void aDeflatedDataSetWithoutEndIsTruncated() {
    byte[] whole =
        begin()
            .raw(
                0x7FE00010,
                "OW",
                new Random(1)
                    .ints(5000)
                    .collect(
                        java.io.ByteArrayOutputStream::new,
                        (o, i) -> o.write(i),
                        (a, b) -> a.writeBytes(b.toByteArray()))
                    .toByteArray())
            .deflatedFile();

    assertThat(refusal(Arrays.copyOf(whole, whole.length - 40))).isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void bytesThatAreNotDeflatedAreMalformed() {
    byte[] file =
        Dcm.join(Dcm.preambleAndMeta("1.2.840.10008.1.2.1.99"), "no deflate here".getBytes());

    assertThat(refusal(file)).isIn(Reason.MALFORMED, Reason.TRUNCATED);
  }

  @Test
  void lengthsThatPassWhatEnclosesThemAreMalformed() {
    Dcm element = Dcm.explicit().head(0x00080100, "SH", 100).bytes(new byte[10]);
    Dcm itemTooLong =
        Dcm.explicit().head(0x00081032, "SQ", 16).mark(0xFFFEE000, 100).bytes(new byte[200]);

    assertThat(refusal(begin().sequence(0x00081032, element).bytes(new byte[200]).file()))
        .isEqualTo(Reason.MALFORMED);
    assertThat(refusal(begin().bytes(itemTooLong.bytes()).file())).isEqualTo(Reason.MALFORMED);
    assertThat(refusal(begin().sequence(0x00540016, element).bytes(new byte[200]).file()))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void delimitersWhereNoneAreDueAreMalformed() {
    assertThat(refusal(begin().mark(0xFFFEE00D, 0).file())).isEqualTo(Reason.MALFORMED);
    assertThat(refusal(begin().mark(0xFFFEE0DD, 0).file())).isEqualTo(Reason.MALFORMED);
    Dcm inItem = Dcm.explicit().mark(0xFFFEE00D, 0);
    assertThat(refusal(begin().sequence(0x00081032, inItem).file())).isEqualTo(Reason.MALFORMED);
    Dcm noItem = begin().head(0x00081032, "SQ", 0xFFFFFFFFL).text(0x00080100, "SH", "A");
    assertThat(refusal(noItem.file())).isEqualTo(Reason.MALFORMED);
    Dcm text = begin().head(0x00091010, "UT", 0xFFFFFFFFL).mark(0xFFFEE0DD, 0);
    assertThat(refusal(text.file())).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void bytesBehindTheDataSetThatAreNoPaddingAreMalformed() {
    byte[] garbage = new byte[20];
    garbage[12] = 1;

    assertThat(refusal(begin().bytes(garbage).file())).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void aFailureOfTheSourceStaysOne() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(
            () -> DicomStream.open(failing, Optional.empty(), Tag.Modality, ReadLimits.DEFAULT))
        .isExactlyInstanceOf(IOException.class);
  }

  @Test
  void bulkOfAnySizeIsNeverHeld() throws IOException {
    byte[] head = begin().head(0x7FE00010, "OW", 3L << 30).file();
    InputStream huge =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] b, int off, int len) {
            long rest = head.length + (3L << 30) - at;
            if (rest <= 0) {
              return -1;
            }
            int count = (int) Math.min(rest, len);
            for (int i = 0; i < count && at + i < head.length; i++) {
              b[off + i] = head[(int) at + i];
            }
            at += count;
            return count;
          }
        };
    long[] written = {0};
    OutputStream counter =
        new OutputStream() {
          @Override
          public void write(int b) {
            written[0]++;
          }

          @Override
          public void write(byte[] b, int off, int len) {
            assertThat(len).isLessThanOrEqualTo(Chunks.SIZE);
            written[0] += len;
          }
        };

    DicomStream.open(huge, Optional.empty(), Tag.Modality, ReadLimits.DEFAULT)
        .transferTo(counter, Patch.none());

    assertThat(written[0]).isEqualTo(head.length + (3L << 30));
  }
}
