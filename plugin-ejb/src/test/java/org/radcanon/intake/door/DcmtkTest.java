package org.radcanon.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.dimse.AeTitle;
import org.radcanon.dimse.DimseServer;
import org.radcanon.dimse.DimseSettings;
import org.radcanon.dimse.ServerSettings;
import org.radcanon.dimse.StorageAcceptance;
import org.radcanon.intake.LineOverH2;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.TinyStudies;

/** DCMTK's own senders at our door, over real associations. */
@EnabledIf("dcmtkIsThere")
class DcmtkTest {

  @TempDir private Path directory;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private LineOverH2 line;
  private DimseServer server;

  static boolean dcmtkIsThere() {
    return Files.isExecutable(Path.of("/usr/bin/storescu"));
  }

  @BeforeEach
  void open() throws IOException {
    line = LineOverH2.in(directory);
    server =
        DimseServer.open(
            new ServerSettings(
                InetAddress.getLoopbackAddress(),
                0,
                Optional.empty(),
                Set.of(new AeTitle("RADCANON")),
                Set.of(),
                9,
                DimseSettings.DEFAULT,
                StorageAcceptance.STANDARD),
            new StorageDoor(line.intake()),
            new FindDoor(line.index(), Optional.empty()),
            new LoggedEvents(),
            threads);
  }

  @AfterEach
  void close() {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void it_echoes_and_is_rejected_under_a_wrong_name() throws Exception {
    assertThat(run("echoscu", "-aec", "RADCANON").exit()).isZero();

    Ran wrong = run("echoscu", "-aec", "SOMEBODY");
    assertThat(wrong.exit()).isNotZero();
    assertThat(wrong.output()).contains("Called AE Title Not Recognized");
  }

  @Test
  void what_it_stores_gets_its_code_and_is_found_by_it() throws Exception {
    Study study = StudyMaker.of(StudyKind.CT).instances(3).size(16).list().get(0);
    Study plain = TinyStudies.uncodable();

    Ran stored = run("storescu", "-v", "-aec", "RADCANON", "+sd", files(study, plain).toString());

    assertThat(stored.exit()).as(stored.output()).isZero();
    assertThat(stored.output()).contains("Warning: CoercionOfDataElements");
    assertThat(line.archive().size()).isEqualTo(3 + plain.instances().size());
    Ran found =
        run(
            "findscu",
            "-S",
            "-aec",
            "RADCANON",
            "-k",
            "QueryRetrieveLevel=STUDY",
            "-k",
            "StudyInstanceUID",
            "-k",
            "ProcedureCodeSequence[0].CodeValue=" + rpid(study),
            "-k",
            "ProcedureCodeSequence[0].CodingSchemeDesignator=RADLEX");
    assertThat(found.exit()).as(found.output()).isZero();
    assertThat(found.output())
        .contains(study.studyInstanceUid())
        .doesNotContain(plain.studyInstanceUid());
  }

  private String rpid(Study study) {
    Matcher code =
        Pattern.compile("RPID[0-9]+")
            .matcher(
                line.index().study(study.studyInstanceUid()).orElseThrow().attributes().toJson());
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private Path files(Study... studies) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("send"));
    for (Study study : studies) {
      for (Instance instance : study.instances()) {
        Files.write(folder.resolve(instance.sopInstanceUid() + ".dcm"), instance.bytes());
      }
    }
    return folder;
  }

  private record Ran(int exit, String output) {}

  private Ran run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    List<String> options = new ArrayList<>(Arrays.asList(arguments));
    int peerAt = options.contains("+sd") ? options.indexOf("+sd") + 1 : options.size();
    options.addAll(peerAt, List.of("127.0.0.1", String.valueOf(server.port())));
    command.addAll(options);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    return new Ran(process.waitFor(), output);
  }
}
