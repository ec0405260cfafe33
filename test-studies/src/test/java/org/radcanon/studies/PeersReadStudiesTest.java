package org.radcanon.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Syntax;

/** What is written here is read by programs that we did not write. */
class PeersReadStudiesTest {

  @TempDir Path folder;

  @Test
  void dciodvfyFindsNoErrorInAnyKindOfStudy() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (Study study : StudyMaker.of(StudyKind.MIXED).studies(39).size(16).list()) {
      Path file = Files.write(folder.resolve("one.dcm"), study.first().bytes());
      Peer.output("dciodvfy", file.toString())
          .lines()
          .filter(line -> line.startsWith("Error"))
          .forEach(line -> complaints.add(study.description() + ": " + line));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void pydicomReadsTextAndPixelsAlikeFromEveryEncoding() throws IOException {
    List<String> expected = new ArrayList<>();
    for (String name : List.of("ctChest", "usAbdomen", "chinese", "japanese", "korean", "latin1")) {
      Instance instance = TinyStudies.all().get(name).first();
      for (Syntax syntax : EnumSet.complementOf(EnumSet.of(Syntax.JPEG_LOSSLESS))) {
        for (Encoding.Lengths lengths : Encoding.Lengths.values()) {
          Encoding encoding = Encoding.of(syntax).with(lengths).withGroupLengths();
          String stem = String.join("-", name, syntax.label(), lengths.name());
          Files.write(folder.resolve(stem + ".dcm"), instance.bytes(encoding));
          expected.add(stem + "|" + texts(instance.object()));
        }
      }
    }

    List<String> read = Peer.pydicom(folder);

    assertThat(read.stream().map(line -> line.substring(0, line.lastIndexOf('|'))))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            read.stream().map(line -> line.split("-")[0] + line.substring(line.lastIndexOf('|'))))
        .as("one picture for each study, whatever the encoding")
        .hasSize(expected.size())
        .satisfies(pictures -> assertThat(pictures.stream().distinct()).hasSize(6));
  }

  @Test
  void dcmtkDecompressesTheLosslessJpegToThePicturesThatWentIn() throws IOException {
    for (Study study : StudyMaker.of(StudyKind.MIXED).studies(6).size(200).list()) {
      Instance instance = study.first();
      Path jpeg = Files.write(folder.resolve("jpeg"), instance.bytes(Syntax.JPEG_LOSSLESS));
      Path plain = folder.resolve("plain-" + instance.sopInstanceUid() + ".dcm");
      assertThat(Peer.output("dcmdjpeg", jpeg.toString(), plain.toString())).isEmpty();
      Files.write(folder.resolve("as-is-" + instance.sopInstanceUid() + ".dcm"), instance.bytes());
    }
    assertThat(Peer.pydicom(folder).stream().map(line -> line.substring(line.lastIndexOf('|'))))
        .hasSize(12)
        .satisfies(pictures -> assertThat(pictures.stream().distinct()).hasSize(6));
  }

  @Test
  void dcmtkReadsEveryTinyStudyWithoutAWarning() throws IOException {
    for (var named : TinyStudies.all().entrySet()) {
      for (Instance instance : named.getValue().instances()) {
        String file = named.getKey() + "-" + instance.sopInstanceUid() + ".dcm";
        Files.write(folder.resolve(file), instance.bytes());
      }
    }
    assertThat(Peer.output("dcmdump", "--quiet", "--scan-directories", folder.toString()))
        .isNotEmpty()
        .doesNotContain("W: ", "E: ");
  }

  private static String texts(DicomObject object) {
    return object.text(Attribute.PATIENT_NAME).orElseThrow()
        + "|"
        + object.text(Attribute.STUDY_DESCRIPTION).orElseThrow();
  }
}
