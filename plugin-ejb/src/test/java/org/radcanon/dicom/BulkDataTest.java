package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Syntax;

class BulkDataTest {
  private static final int LARGEST = 64;
  private static final int PIXELS = 16 * 16 * 2;
  private static final Path SAMPLES =
      Path.of("/usr/lib/python3/dist-packages/pydicom/data/test_files");

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT", "EXPLICIT", "DEFLATED", "BIG_ENDIAN"})
  void native_pixel_data_come_in_little_endian(Syntax syntax) throws IOException {
    byte[] explicit = TinyStudies.ctChest().first().bytes();
    byte[] file = TinyStudies.ctChest().first().bytes(syntax);

    BulkData data = find(file, "7FE00010").orElseThrow();

    assertThat(data.pieces()).isEqualTo(1);
    assertThat(data.isEncapsulated()).isFalse();
    assertThat(copy(data, file, 0))
        .isEqualTo(Arrays.copyOfRange(explicit, explicit.length - PIXELS, explicit.length));
  }

  @ParameterizedTest
  @EnumSource(names = {"RLE", "JPEG_LOSSLESS"})
  void a_compressed_frame_comes_as_it_is_compressed(Syntax syntax) throws IOException {
    byte[] file = TinyStudies.ctChest().first().bytes(syntax);

    BulkData data = find(file, "7FE00010").orElseThrow();

    assertThat(data.isEncapsulated()).isTrue();
    assertThat(data.transferSyntax().uid()).isEqualTo(syntax.uid());
    byte[] frame = copy(data, file, 0);
    assertThat(Arrays.copyOfRange(file, file.length - 8 - frame.length, file.length - 8))
        .as("the last fragment before the sequence delimiter")
        .isEqualTo(frame);
  }

  @Test
  void each_frame_is_a_piece_where_each_has_its_fragment() throws IOException {
    byte[] file = Files.readAllBytes(SAMPLES.resolve("SC_rgb_rle_2frame.dcm"));

    BulkData data = find(file, "7FE00010").orElseThrow();

    assertThat(data.pieces()).isEqualTo(2);
    assertThat(copy(data, file, 0)).isNotEmpty().isNotEqualTo(copy(data, file, 1));
  }

  @Test
  void a_value_in_an_item_is_found_by_its_path() throws IOException {
    byte[] file = Files.readAllBytes(SAMPLES.resolve("waveform_ecg.dcm"));

    BulkData data = find(file, "54000100/1/54001010").orElseThrow();

    assertThat(data.vr()).isEqualTo(VR.OW);
    assertThat(copy(data, file, 0)).hasSize(28_800);
  }

  @Test
  void metadata_and_bulk_data_agree_on_paths() throws IOException {
    byte[] file = Files.readAllBytes(SAMPLES.resolve("waveform_ecg.dcm"));
    DataSet metadata =
        DicomStream.readMetadata(new ByteArrayInputStream(file), LARGEST, ReadLimits.DEFAULT);

    JsonDataSet.of(
        metadata,
        tag -> true,
        (path, length) -> {
          assertThat(size(file, path)).as(path).isEqualTo(length);
          return Optional.of(path);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00100010",
        "7FE00011",
        "7FE00010/0",
        "7FE00010/0/00100010",
        "00081140/-1/7FE00010",
        "00081140/99999999999/7FE00010",
        "",
        "/",
        "x/y/z",
        "../../etc"
      })
  void anything_else_is_none(String path) throws IOException {
    assertThat(find(TinyStudies.ctChest().first().bytes(), path)).isEmpty();
  }

  private static Optional<BulkData> find(byte[] file, String path) throws IOException {
    return BulkData.find(new ByteArrayInputStream(file), path, LARGEST, ReadLimits.DEFAULT);
  }

  private static byte[] copy(BulkData data, byte[] file, int piece) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    data.copy(new ByteArrayInputStream(file), piece, out);
    return out.toByteArray();
  }

  private static long size(byte[] file, String path) {
    try {
      return copy(find(file, path).orElseThrow(), file, 0).length;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
