package org.radcanon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.dicom.Tag;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Procedure;
import org.radcanon.studies.Study;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.image.View;
import org.radcanon.studies.writer.Vr;

class ResolveStudiesTest {

  private static final String SCREEN = "1.2.840.10008.5.1.4.1.1.7";

  @TempDir private Path folder;

  private CommandLineRun resolve(Path in) {
    return CommandLineRun.of("resolve", in.toString(), out().toString());
  }

  private Path out() {
    return folder.resolve("out.csv");
  }

  private Path store(Study study, String place) throws IOException {
    Path directory = Files.createDirectories(folder.resolve("in").resolve(place));
    int number = 0;
    for (Instance instance : study.instances()) {
      Files.write(directory.resolve("I" + number++), instance.bytes());
    }
    return directory;
  }

  private String row(Study study) throws IOException {
    return Files.readAllLines(out()).stream()
        .filter(line -> line.startsWith(study.studyInstanceUid() + ","))
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  @Test
  void a_folder_gives_a_row_a_study_wherever_its_files_lie() throws IOException {
    Study chest = TinyStudies.ctChest();
    Study petCt = TinyStudies.petCt();
    store(chest, "a");
    store(petCt, "b/c");
    store(TinyStudies.coded(), "b/d");
    Files.writeString(folder.resolve("in/README"), "no DICOM\n".repeat(100));
    Files.write(folder.resolve("in/empty"), new byte[0]);

    CommandLineRun run = resolve(folder.resolve("in"));

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .containsPattern("other files, skipped +2")
        .containsPattern("studies +3")
        .containsPattern("rows +3 ");
    assertThat(Files.readAllLines(out()))
        .hasSize(4)
        .first()
        .asString()
        .startsWith(
            "StudyInstanceUID,text,modality,instances,concept,name,basis,confidence,write,"
                + "not_understood,RADLEX,LN,I10P,99RIMAG");
    assertThat(row(chest))
        .contains(",CT Chest wo IV Contrast,CT,2,")
        .contains(",text,")
        .contains(",yes,")
        .contains("RPID16");
    assertThat(row(petCt)).contains(",\"CT,PT\",");
    assertThat(row(TinyStudies.coded())).contains(",code,1.00,yes,").contains("RPID16");
  }

  @Test
  void one_file_is_a_study_and_patients_stay_out_of_the_table() throws IOException {
    Study chest = TinyStudies.ctChest();
    Path file = store(chest, "one").resolve("I0");

    resolve(file);

    List<String> lines = Files.readAllLines(out());
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).doesNotContain("Patient");
    assertThat(row(chest)).contains(",1,");
  }

  @Test
  void a_report_alone_tells_no_modality_and_is_not_written() throws IOException {
    Study report = TinyStudies.reportOnly();
    store(report, "sr");

    resolve(folder.resolve("in"));

    assertThat(row(report)).contains(",no,");
  }

  @Test
  void an_image_of_another_view_contradicts_wherever_it_stands_in_the_folder() throws IOException {
    Study made = TinyStudies.xrChest();
    View[] views = made.procedure().views().toArray(View[]::new);
    Study oneView = TinyStudies.of("oneView", Procedure.of("XR CHEST 1 VIEW", views));
    store(with(oneView, Tag.ViewPosition, "PA", "LL"), "one");
    store(with(made, Tag.ViewPosition, "PA", "LL"), "two");

    resolve(folder.resolve("in"));

    assertThat(row(oneView)).contains(",text,0.60,no,");
    assertThat(row(made)).contains(",yes,");
  }

  @Test
  void a_secondary_capture_does_not_decide_the_modality_whatever_it_says() throws IOException {
    Study head = TinyStudies.mrHead();
    Study withScreen = with(with(head, Tag.Modality, "MR", "CT"), Tag.SOPClassUID, "", SCREEN);
    assertThat(withScreen.instances().size()).isGreaterThan(1);
    store(withScreen, "mr");

    resolve(folder.resolve("in"));

    assertThat(row(head)).contains(",MR,").contains(",yes,");
  }

  /** A value for each instance in turn, the last for all further ones; nothing stays as it is. */
  private static Study with(Study study, int tag, String... values) {
    List<Instance> changed = new ArrayList<>();
    for (Instance instance : study.instances()) {
      String value = values[Math.min(changed.size(), values.length - 1)];
      Vr vr = tag == Tag.SOPClassUID ? Vr.UI : Vr.CS;
      changed.add(value.isEmpty() ? instance : instance.changed(o -> o.set(tag, vr, value)));
    }
    return new Study(study.studyInstanceUid(), study.procedure(), changed);
  }

  @Test
  void a_folder_without_any_instance_is_refused_rather_than_called_done() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("nothing"));

    assertThat(resolve(empty).exit()).isEqualTo(1);
    assertThat(out()).doesNotExist();
  }
}
