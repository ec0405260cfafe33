package org.radcanon.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcanon.studies.peer.Ports;
import org.radcanon.studies.reader.Comparison;
import org.radcanon.studies.writer.Syntax;

/** With DCMTK's storescu on our side and its storescp on the other. */
class SendByCStoreTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Syntax.class)
  void instancesArriveByteForByte(Syntax syntax) throws IOException, InterruptedException {
    int port = Ports.free();
    Process scp =
        new ProcessBuilder(
                "/usr/bin/storescp",
                "+B",
                "+xa",
                "-od",
                folder.toString(),
                "-fe",
                ".dcm",
                "" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Ports.await(port, Duration.ofSeconds(20));
      String[] line = {
        "--cstore",
        "localhost:" + port,
        "--kind",
        "ct",
        "--studies",
        "2",
        "--size",
        "16",
        "--associations",
        "2",
        "--transfer-syntax",
        syntax.label()
      };

      int exit = send(line);

      assertThat(exit).as(err.toString()).isZero();
      assertThat(out.toString()).contains("8 stored, 0 stored with a warning, 0 failed");
      assertThat(received())
          .as("the data sets that storescp got, bit for bit")
          .hasSize(8)
          .allSatisfy(
              kept ->
                  assertThat(
                          StudyMaker.of(StudyKind.CT).studies(2).size(16).stream()
                              .flatMap(study -> study.instances().stream())
                              .map(instance -> instance.bytes(syntax)))
                      .anySatisfy(
                          sent -> assertThat(Comparison.differences(sent, kept)).isEmpty()));
    } finally {
      scp.destroy();
      scp.waitFor();
    }
  }

  @Test
  void nobodyListeningIsSaidPlainly() {
    int exit = send("--cstore", "localhost:" + Ports.free(), "--studies", "1", "--kind", "us");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("Nothing was sent").contains("refused");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void wrongAddressesAndTitlesAreTold() {
    for (List<String> line :
        List.of(
            List.of("--cstore", "localhost"),
            List.of("--cstore", "localhost:99999"),
            List.of("--cstore", "localhost:1", "--aec", "SEVENTEEN_LETTERS"),
            List.of("--cstore", "localhost:1", "--associations", "0"))) {
      assertThat(send(line.toArray(String[]::new))).isEqualTo(2);
    }
    assertThat(err.toString()).contains("Try --help.").doesNotContain("\tat ");
  }

  private List<byte[]> received() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(SendByCStoreTest::read).toList();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int send(String... arguments) {
    return Send.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
