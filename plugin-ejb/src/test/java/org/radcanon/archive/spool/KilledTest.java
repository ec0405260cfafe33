package org.radcanon.archive.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pulls the plug on a process that spools, again and again. */
class KilledTest extends SpoolTest {

  private static final int KILLS = 20;

  private final Set<String> acknowledged = new HashSet<>();
  private final Set<String> confirmed = new HashSet<>();

  @Test
  @Timeout(120)
  void whatever_was_acknowledged_is_with_the_archive_or_in_the_spool_whole() throws Exception {
    Random random = new Random(7);
    for (int run = 0; run < KILLS; run++) {
      spoolUntilKilled(run, 1 + random.nextInt(60));
    }

    try (Spool spool =
        Spool.open(
            settings(),
            new org.radcanon.archive.FreeSpace(() -> 1, 0),
            Clock.systemUTC(),
            events)) {
      Set<String> there = new HashSet<>(confirmed);
      for (Waiting waiting : spool.lanes().all()) {
        there.add(waiting.spooled.key().instance());
      }
      assertThat(acknowledged).hasSizeGreaterThan(KILLS).isSubsetOf(there);
    }
    assertThat(events.all).noneMatch(event -> event.startsWith("missing"));
    assertThat(files("incoming")).isEmpty();
    everyFileIsWhole();
  }

  private void spoolUntilKilled(int run, int lines) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                SpoolAndTell.class.getName(),
                directory.toString(),
                Integer.toString(run + 1))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader told = process.inputReader()) {
      int left = lines;
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        if (--left == 0) {
          // the handle's, which leaves what was told readable
          process.toHandle().destroyForcibly();
        }
        note(line);
      }
    }
    process.waitFor();
  }

  private void note(String line) {
    String[] words = line.split(" ");
    // the pipe's last line may be torn
    if (words.length == 2) {
      (words[0].equals("confirmed") ? confirmed : acknowledged).add(words[1]);
    }
  }

  private void everyFileIsWhole() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("waiting"))) {
      for (Path file : files.toList()) {
        String uid = SpoolDirectory.named(file).orElseThrow().instance();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        SpoolAndTell.write(expected, uid);
        assertThat(Files.readAllBytes(file)).isEqualTo(expected.toByteArray());
      }
    }
  }
}
