package org.radcanon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;

/** The DICOM door in the server: DCMTK stores, asks and is turned away. */
@EnabledIf("dcmtkIsThere")
class DimseIT extends RadcanonServer {

  private static final String PORT =
      Integer.toString(11112 + Integer.getInteger("radcanon.it.port-offset"));

  @TempDir private Path directory;

  static boolean dcmtkIsThere() {
    return Files.isExecutable(Path.of("/usr/bin/storescu"));
  }

  @Test
  void whatIsStoredByCStoreIsFoundByItsCodeThroughEitherDoorAlsoAfterARestart() throws Exception {
    Study study = StudyMaker.of(StudyKind.CT).seed(20_261_130).instances(3).size(16).list().get(0);

    Ran stored = run("storescu", "-v", "-aec", "RADCANON", "127.0.0.1", PORT, "+sd", files(study));

    assertThat(stored.exit()).as(stored.output()).isZero();
    String code = codeByQido(study);
    assertThatItIsFoundBy(code, study);

    restart();

    assertThatItIsFoundBy(code, study);
  }

  private static String codeByQido(Study study) throws IOException, InterruptedException {
    String answer =
        get(door(
                "dicomweb/studies?includefield=ProcedureCodeSequence&StudyInstanceUID="
                    + study.studyInstanceUid()))
            .body();
    Matcher code = Pattern.compile("RPID[0-9]+").matcher(answer);
    assertThat(code.find()).as(answer).isTrue();
    return code.group();
  }

  private void assertThatItIsFoundBy(String code, Study study)
      throws IOException, InterruptedException {
    Ran found =
        run(
            "findscu",
            "-S",
            "-aec",
            "RADCANON",
            "127.0.0.1",
            PORT,
            "-k",
            "QueryRetrieveLevel=STUDY",
            "-k",
            "StudyInstanceUID=" + study.studyInstanceUid(),
            "-k",
            "NumberOfStudyRelatedInstances",
            "-k",
            "ProcedureCodeSequence[0].CodeValue=" + code,
            "-k",
            "ProcedureCodeSequence[0].CodingSchemeDesignator=RADLEX");
    assertThat(found.exit()).as(found.output()).isZero();
    assertThat(found.output()).contains(code, "ISO_IR 192").containsPattern("IS \\[3 *\\]");
  }

  @Test
  void whoCallsItByAnotherNameIsRejected() throws Exception {
    assertThat(run("echoscu", "-aec", "RADCANON", "127.0.0.1", PORT).exit()).isZero();

    Ran wrong = run("echoscu", "-aec", "SOMEBODY", "127.0.0.1", PORT);
    assertThat(wrong.exit()).isNotZero();
    assertThat(wrong.output()).contains("Called AE Title Not Recognized");
  }

  @Test
  void fortyAssociationsAreServedAtTheSameTime() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(40);
    try {
      List<Future<Ran>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        calls.add(
            callers.submit(
                () -> run("echoscu", "--repeat", "20", "-aec", "RADCANON", "127.0.0.1", PORT)));
      }
      for (Future<Ran> call : calls) {
        assertThat(call.get().exit()).as(call.get().output()).isZero();
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void healthTellsOfTheDoor() throws Exception {
    assertThat(get(management("health/ready")).body()).contains("\"dimse\":\"OK\"");
  }

  private String files(Study study) throws IOException {
    for (Instance instance : study.instances()) {
      Files.write(directory.resolve(instance.sopInstanceUid() + ".dcm"), instance.bytes());
    }
    return directory.toString();
  }

  private record Ran(int exit, String output) {}

  private static Ran run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
