package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataSetOutputTest {

  private static final Dcm DATA_SET =
      Dcm.explicit()
          .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
          .text(0x00080018, "UI", "1.2.3")
          .raw(0x7FE00010, "OW", new byte[300]);

  @Test
  void only_the_data_set_of_a_file_is_passed_on_however_it_is_cut() {
    assertEveryCut(DATA_SET.file(), DATA_SET.bytes());
  }

  @Test
  void an_implicit_data_set_is_passed_on() {
    Dcm implicit = Dcm.implicit().text(0x00080018, "UI", "1.2.3").us(0x00280010, 16);

    assertEveryCut(implicit.file(), implicit.bytes());
  }

  @Test
  void a_big_endian_data_set_is_passed_on() {
    Dcm big = Dcm.bigEndian().text(0x00080018, "UI", "1.2.3").us(0x00280010, 16);

    assertEveryCut(big.file(), big.bytes());
  }

  @Test
  void file_meta_information_without_a_preamble_is_dropped() {
    byte[] file = Dcm.join(Dcm.meta("1.2.840.10008.1.2.1"), DATA_SET.bytes());

    assertEveryCut(file, DATA_SET.bytes());
  }

  @Test
  void a_data_set_alone_is_passed_on_whole() {
    assertEveryCut(DATA_SET.bytes(), DATA_SET.bytes());
  }

  @Test
  void a_data_set_shorter_than_a_preamble_is_passed_on_whole() {
    byte[] dataSet = Dcm.explicit().text(0x00080018, "UI", "1.2.3").bytes();

    assertEveryCut(dataSet, dataSet);
    assertEveryCut(Dcm.join(Dcm.meta("1.2.840.10008.1.2.1"), dataSet), dataSet);
  }

  @Test
  void a_preamble_without_file_meta_information_is_dropped() {
    byte[] preamble = Dcm.join(new byte[128], "DICM".getBytes(StandardCharsets.US_ASCII));

    assertEveryCut(Dcm.join(preamble, DATA_SET.bytes()), DATA_SET.bytes());
  }

  @Test
  void nothing_is_passed_on_of_nothing() {
    assertThat(fed(new byte[0], 1)).isEmpty();
  }

  @Test
  void the_group_length_may_be_absent_or_lie() {
    byte[] preamble = Arrays.copyOf(DATA_SET.file(), 132);
    Dcm withoutLength =
        Dcm.explicit()
            .raw(0x00020001, "OB", new byte[] {0, 1})
            .text(0x00020010, "UI", "1.2.840.10008.1.2.1");
    byte[] lying = Dcm.join(Dcm.explicit().ul(0x00020000, 7).bytes(), withoutLength.bytes());

    assertEveryCut(Dcm.join(preamble, withoutLength.bytes(), DATA_SET.bytes()), DATA_SET.bytes());
    assertEveryCut(Dcm.join(preamble, lying, DATA_SET.bytes()), DATA_SET.bytes());
  }

  @Test
  void file_meta_information_in_implicit_VR_is_dropped() {
    byte[] meta =
        Dcm.implicit().ul(0x00020000, 26).text(0x00020010, "UI", "1.2.840.10008.1.2").bytes();

    assertEveryCut(
        Dcm.join(Arrays.copyOf(DATA_SET.file(), 132), meta, DATA_SET.bytes()), DATA_SET.bytes());
  }

  @Test
  void long_values_of_the_file_meta_information_are_dropped_without_being_held() {
    byte[] meta =
        Dcm.explicit()
            .text(0x00020010, "UI", "1.2.840.10008.1.2.1")
            .text(0x00020100, "UI", "1.2.3")
            .raw(0x00020102, "OB", new byte[70_000])
            .bytes();
    byte[] file = Dcm.join(meta, DATA_SET.bytes());

    assertThat(fed(file, 1000)).isEqualTo(DATA_SET.bytes());
    assertThat(fed(file, file.length)).isEqualTo(DATA_SET.bytes());
  }

  @Test
  void deflated_bytes_that_look_like_group_0002_are_passed_on() {
    byte[] deflated = {2, 0, 0x10, 0, 'U', 'I', 4, 0, 1, 2, 3, 4, 5, 6, 7, 8};

    assertEveryCut(Dcm.join(Dcm.preambleAndMeta("1.2.840.10008.1.2.1.99"), deflated), deflated);
  }

  @Test
  void a_deflated_data_set_is_passed_on_as_it_is() {
    assertEveryCut(DATA_SET.deflatedFile(), Dcm.deflate(DATA_SET.bytes()));
  }

  @Test
  void a_file_that_ends_inside_its_file_meta_information_is_refused() {
    byte[] meta = Dcm.meta("1.2.840.10008.1.2.1");

    assertThatThrownBy(() -> fed(Arrays.copyOf(meta, meta.length - 1), 5))
        .isInstanceOfSatisfying(
            DicomException.class,
            e -> assertThat(e.reason()).isEqualTo(DicomException.Reason.TRUNCATED));
    assertThatThrownBy(() -> fed(Arrays.copyOf(meta, 22), 5)).isInstanceOf(DicomException.class);
  }

  @Test
  void file_meta_information_of_undefined_length_is_refused() {
    byte[] meta = Dcm.explicit().head(0x00020001, "OB", 0xFFFFFFFFL).bytes();

    assertThatThrownBy(() -> fed(Dcm.join(meta, DATA_SET.bytes()), 1000))
        .isInstanceOfSatisfying(
            DicomException.class,
            e -> assertThat(e.reason()).isEqualTo(DicomException.Reason.MALFORMED));
  }

  @Test
  void bulk_is_passed_on_in_the_pieces_it_comes_in() throws IOException {
    byte[] file = DATA_SET.file();
    byte[] bulk = new byte[100_000];
    int[] largest = new int[1];
    ByteArrayOutputStream target =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            if (bytes == bulk) {
              largest[0] = length;
            }
          }
        };

    try (DataSetOutput out = new DataSetOutput(target)) {
      out.write(file);
      out.write(bulk);
    }

    assertThat(largest[0]).isEqualTo(bulk.length);
  }

  private static void assertEveryCut(byte[] file, byte[] dataSet) {
    IntStream.rangeClosed(1, file.length)
        .forEach(size -> assertThat(fed(file, size)).as("%d", size).isEqualTo(dataSet));
    IntStream.rangeClosed(0, file.length)
        .forEach(cut -> assertThat(fedInTwo(file, cut)).as("%d", cut).isEqualTo(dataSet));
  }

  private static byte[] fed(byte[] file, int size) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (DataSetOutput out = new DataSetOutput(target)) {
      for (int at = 0; at < file.length; at += size) {
        out.write(file, at, Math.min(size, file.length - at));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target.toByteArray();
  }

  private static byte[] fedInTwo(byte[] file, int cut) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (DataSetOutput out = new DataSetOutput(target)) {
      out.write(file, 0, cut);
      for (int at = cut; at < file.length; at++) {
        out.write(file[at]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target.toByteArray();
  }
}
