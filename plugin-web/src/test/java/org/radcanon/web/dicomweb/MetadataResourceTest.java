package org.radcanon.web.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.intake.configuration.IntakeConfiguration;
import org.radcanon.web.Rest;
import org.radcanon.web.Rest.Answer;

class MetadataResourceTest {
  private static final String LITTLE = "1.2.840.10008.1.2.1";
  private static final String INSTANCE = "/studies/1.2/series/1.2.1/instances/1.2.1.1";
  private static final byte[] CONTOUR = "-12.5\\100.25\\3.75 \\".repeat(3000).getBytes(ISO_8859_1);
  private static final int CONTOURS = 320;

  private final FakeArchive archive =
      new FakeArchive()
          .with("1.2", "1.2.1", "1.2.1.1", LITTLE, contours(CONTOURS))
          .with("1.3", "1.3.1", "1.3.1.1", LITTLE, "no DICOM at all".repeat(99).getBytes());

  @Test
  void metadata_of_a_structure_set_with_more_contours_than_intake_holds_are_whole() {
    assertThat((long) CONTOUR.length * CONTOURS).isGreaterThan(ReadLimits.DEFAULT.headerBytes());

    Answer answer = rest().get(INSTANCE + "/metadata").send();

    assertThat(answer.status()).isEqualTo(200);
    String end = answer.text().substring(answer.text().length() - 200);
    assertThat(end).contains("\"300E0002\"", "APPROVED").endsWith("]");
  }

  @Test
  void bulk_data_behind_so_many_contours_are_found() {
    Rest.Call call = rest().get(INSTANCE + "/bulkdata/7FE00010");

    Answer answer = call.header("Accept", "application/octet-stream").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).hasSize(4096);
  }

  @Test
  void an_archived_file_that_is_no_dicom_is_500_with_an_error_number() {
    Answer answer = rest().get("/studies/1.3/metadata").send();

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).contains("A stored instance cannot be read", " under ");
  }

  @Test
  void the_configured_limits_count_where_they_are_wider() {
    ReadLimits wide = new ReadLimits(512 << 20, 9, 11);

    assertThat(MetadataBody.forMetadata(wide)).isEqualTo(wide);
    assertThat(MetadataBody.forMetadata(new ReadLimits(1 << 20, 9, 11)))
        .isEqualTo(new ReadLimits(256 << 20, 9, 11));
  }

  private Rest rest() {
    DicomWebSettings settings =
        new DicomWebSettings(Optional.empty(), 200, 7, 1 << 20, 200, 10, 20);
    return new Rest(
        new MetadataResource(
            new InstanceStreams(archive, archive),
            settings,
            new IntakeConfiguration(ReadLimits.DEFAULT)));
  }

  /** An RT Structure Set (PS3.3 C.8.8.6) with one ROI, an approval, and a value of bytes. */
  private static byte[] contours(int count) {
    ByteArrayOutputStream file = new ByteArrayOutputStream(CONTOUR.length * count + 99_999);
    file.writeBytes(new byte[128]);
    file.writeBytes("DICM".getBytes(ISO_8859_1));
    byte[] syntax = (LITTLE + "\0").getBytes(ISO_8859_1);
    element(file, 0x0002, 0x0000, "UL", new byte[] {(byte) (8 + syntax.length), 0, 0, 0});
    element(file, 0x0002, 0x0010, "UI", syntax);
    element(file, 0x0008, 0x0060, "CS", "RTSTRUCT".getBytes(ISO_8859_1));
    sequence(file, 0x3006, 0x0039);
    tag(file, 0xFFFE, 0xE000, -1);
    sequence(file, 0x3006, 0x0040);
    for (int i = 0; i < count; i++) {
      tag(file, 0xFFFE, 0xE000, CONTOUR.length + 8);
      element(file, 0x3006, 0x0050, "DS", CONTOUR);
    }
    tag(file, 0xFFFE, 0xE0DD, 0);
    tag(file, 0xFFFE, 0xE00D, 0);
    tag(file, 0xFFFE, 0xE0DD, 0);
    element(file, 0x300E, 0x0002, "CS", "APPROVED".getBytes(ISO_8859_1));
    number(file, 0x7FE0, 2);
    number(file, 0x0010, 2);
    file.writeBytes("OB\0\0".getBytes(ISO_8859_1));
    number(file, 4096, 4);
    file.writeBytes(new byte[4096]);
    return file.toByteArray();
  }

  private static void element(
      ByteArrayOutputStream to, int group, int number, String vr, byte[] value) {
    number(to, group, 2);
    number(to, number, 2);
    to.writeBytes(vr.getBytes(ISO_8859_1));
    number(to, value.length, 2);
    to.writeBytes(value);
  }

  private static void sequence(ByteArrayOutputStream to, int group, int number) {
    number(to, group, 2);
    number(to, number, 2);
    to.writeBytes("SQ\0\0".getBytes(ISO_8859_1));
    number(to, -1, 4);
  }

  private static void tag(ByteArrayOutputStream to, int group, int number, int length) {
    number(to, group, 2);
    number(to, number, 2);
    number(to, length, 4);
  }

  private static void number(ByteArrayOutputStream to, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      to.write(value >>> (8 * i));
    }
  }
}
