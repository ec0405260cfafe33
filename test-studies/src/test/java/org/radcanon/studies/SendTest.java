package org.radcanon.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.studies.FakeStow.Answer;
import org.radcanon.studies.writer.Syntax;

class SendTest {

  private static final String STUDY = "2.25.1";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void allStoredTellsTotalsAndTheCodesThatWereWritten() throws IOException {
    try (FakeStow server =
        FakeStow.storingAll(STUDY)
            .with(
                "studies?StudyInstanceUID=" + STUDY,
                Answer.json(
                    200,
                    """
                    [{"00081030":{"vr":"LO","Value":["CT 胸部"]},
                      "00081032":{"vr":"SQ","Value":[{
                        "00080100":{"vr":"SH","Value":["RPID16"]},
                        "00080102":{"vr":"SH","Value":["RADLEX"]},
                        "00080104":{"vr":"LO","Value":["CT Chest wo"]}}]}}]"""))
            .with(
                "/server/coding/" + STUDY,
                new Answer(200, "application/json", "{\"basis\":\"SITE_MAP\"}"))) {

      int exit = send("--stow", server.url(), "--kind", "ct", "--studies", "1", "--size", "16");

      assertThat(exit).isZero();
      assertThat(out.toString())
          .contains("4 instances, ")
          .contains("4 stored, 0 stored with a warning, 0 failed")
          .contains("2.25.1  CT 胸部      RPID16 RADLEX CT Chest wo  site map");
      assertThat(err.toString()).isEmpty();
    }
  }

  @Test
  void instancesArriveByteForByteAndOnce() throws IOException {
    try (FakeStow server = FakeStow.storingAll(STUDY)) {
      send(
          "--stow",
          server.url() + "/studies/",
          "--kind",
          "mr",
          "--studies",
          "3",
          "--size",
          "16",
          "--transfer-syntax",
          "implicit",
          "--seed",
          "9",
          "--batch",
          "5",
          "--concurrency",
          "3",
          "--header",
          "X-Test: yes");

      List<byte[]> expected =
          StudyMaker.of(StudyKind.MR).studies(3).size(16).seed(9).stream()
              .flatMap(study -> study.instances().stream())
              .map(instance -> instance.bytes(Syntax.IMPLICIT))
              .toList();
      assertThat(server.parts()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(server.requests())
          .hasSize((expected.size() + 4) / 5)
          .allSatisfy(
              fields -> {
                assertThat(fields).containsEntry("X-test", List.of("yes"));
                assertThat(fields.get("Content-type").get(0))
                    .startsWith("multipart/related; type=\"application/dicom\"; boundary=");
              });
    }
  }

  @Test
  void failuresAreCountedWithTheirReasonsInWords() throws IOException {
    try (FakeStow server =
        new FakeStow(
            uids ->
                Answer.json(
                    202, FakeStow.response(STUDY, uids.subList(1, 4), uids.subList(0, 1))))) {

      int exit = send("--stow", server.url(), "--kind", "ct", "--studies", "1", "--size", "16");

      assertThat(exit).isEqualTo(1);
      assertThat(out.toString())
          .contains("3 stored, 0 stored with a warning, 1 failed")
          .contains("failure: 1 x A900 the data set does not match its SOP class (first: 2.25.");
    }
  }

  @Test
  void warningsAreNoFailures() throws IOException {
    try (FakeStow server =
        new FakeStow(
            uids ->
                Answer.json(
                    202,
                    "{"
                        + FakeStow.sequence(
                            "00081199",
                            uids.stream()
                                .map(
                                    uid ->
                                        "{"
                                            + FakeStow.uid(uid)
                                            + ","
                                            + FakeStow.reason("00081196", 0xB000)
                                            + "}")
                                .toList())
                        + "}"))) {

      int exit = send("--stow", server.url(), "--kind", "us", "--studies", "1", "--size", "16");

      assertThat(exit).isZero();
      assertThat(out.toString()).contains("warning: 1 x B000 data elements were coerced");
    }
  }

  @Test
  void anInstanceThatTheAnswerDoesNotMentionHasFailed() throws IOException {
    try (FakeStow server =
        new FakeStow(
            uids -> Answer.json(200, FakeStow.response(STUDY, uids.subList(0, 3), List.of())))) {

      int exit = send("--stow", server.url(), "--kind", "ct", "--studies", "1", "--size", "16");

      assertThat(exit).isEqualTo(1);
      assertThat(out.toString()).contains("1 x not mentioned in the answer");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, text/html, There is no STOW-RS service at",
    "405, text/plain, There is no STOW-RS service at",
    "413, text/plain, try a smaller --batch",
    "401, text/plain, without the right credentials",
    "503, text/plain, The server is too busy (503)",
    "302, text/plain, The service has moved",
    "500, text/html, status 500",
    "200, text/html, is no STOW-RS server",
    "200, application/json, is no store response",
  })
  void anAnswerThatTellsNothingEndsInASentence(int status, String type, String sentence)
      throws IOException {
    try (FakeStow server = new FakeStow(uids -> new Answer(status, type, "<html>no</html>"))) {

      int exit = send("--stow", server.url(), "--kind", "ct", "--studies", "1", "--size", "16");

      assertThat(exit).isEqualTo(2);
      assertThat(err.toString() + out).contains(sentence).doesNotContain("Exception");
    }
  }

  @Test
  void aRequestRefusedForWhatItHoldsFailsAloneAmongOthers() throws IOException {
    List<Integer> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (FakeStow server =
        new FakeStow(
            uids -> {
              seen.add(1);
              return seen.size() == 1
                  ? new Answer(400, "text/plain", "bad")
                  : Answer.json(200, FakeStow.response(STUDY, uids, List.of()));
            })) {

      int exit =
          send(
              "--stow",
              server.url(),
              "--kind",
              "ct",
              "--studies",
              "1",
              "--size",
              "16",
              "--batch",
              "1",
              "--concurrency",
              "1");

      assertThat(exit).isEqualTo(1);
      assertThat(out.toString()).contains("3 stored, 0 stored with a warning, 1 failed");
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void threeRefusalsAndNoAnswerEndTheRun() throws IOException {
    try (FakeStow server = new FakeStow(uids -> new Answer(413, "text/plain", ""))) {

      int exit =
          send(
              "--stow",
              server.url(),
              "--kind",
              "ct",
              "--studies",
              "9",
              "--size",
              "16",
              "--batch",
              "1",
              "--concurrency",
              "1");

      assertThat(exit).isEqualTo(2);
      assertThat(err.toString()).contains("413").contains("33 instances are not stored");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aServerThatHangsUpIsSaidToHaveDoneSo() throws IOException {
    try (FakeStow server = new FakeStow(uids -> null)) {
      int exit = send("--stow", server.url(), "--kind", "us", "--studies", "1", "--size", "16");

      assertThat(exit).isEqualTo(2);
      assertThat(err.toString()).contains("broke the connection off");
      assertThat(server.requests()).as("nothing is tried again").hasSize(1);
    }
  }

  @Test
  void nobodyListeningIsSaidPlainly() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    int exit = send("--stow", "http://localhost:" + port + "/dicomweb", "--studies", "1");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("No server answers").contains("connection refused");
  }

  @Test
  void aFolderIsSentAsItIsAndOtherFilesAreCounted() throws IOException {
    byte[] file = TinyStudies.usAbdomen().first().bytes(Syntax.RLE);
    Files.createDirectories(folder.resolve("a/b"));
    Files.write(folder.resolve("a/b/image"), file);
    Files.writeString(folder.resolve("a/notes.txt"), "These are notes, not an image.");
    Files.createFile(folder.resolve("empty.dcm"));
    try (FakeStow server = FakeStow.storingAll(STUDY)) {

      int exit = send("--stow", server.url(), folder.toString());

      assertThat(exit).isZero();
      assertThat(server.parts()).containsExactly(file);
      assertThat(out.toString()).contains("2 other files skipped: not DICOM instances");
    }
  }

  @Test
  void writtenFilesAreTheOnesThatWouldBeSent() throws IOException {
    int exit =
        send(
            "--out",
            folder.toString(),
            "--kind",
            "xr",
            "--studies",
            "2",
            "--size",
            "16",
            "--seed",
            "3");

    assertThat(exit).isZero();
    for (Study study : StudyMaker.of(StudyKind.XR).studies(2).size(16).seed(3).list()) {
      for (Instance instance : study.instances()) {
        assertThat(
                folder.resolve(
                    Path.of(
                        instance.studyUid(),
                        instance.seriesUid(),
                        instance.sopInstanceUid() + ".dcm")))
            .hasBinaryContent(instance.bytes());
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--stow ftp://localhost/",
        "--stow not-a-url",
        "--stow http://localhost:1/x?y=z",
        "--stow http://localhost:1 --out /tmp/x",
        "--stow http://localhost:1 --kind nonsense",
        "--stow http://localhost:1 --size 7",
        "--stow http://localhost:1 --studies 0",
        "--stow http://localhost:1 --batch 0",
        "--stow http://localhost:1 --transfer-syntax morse",
        "--stow http://localhost:1 --header nonsense",
        "--stow http://localhost:1 /no/such/folder",
        "--stow http://localhost:1 --kind ct /tmp",
      })
  void wrongUsageIsTold(String line) {
    assertThat(send(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("Try --help.").doesNotContain("\tat ");
  }

  @Test
  void helpNamesEveryKind() {
    assertThat(send("--help")).isZero();
    assertThat(out.toString())
        .contains(Stream.of(StudyKind.values()).map(StudyKind::meaning).toList());
  }

  private int send(String... arguments) {
    return Send.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
