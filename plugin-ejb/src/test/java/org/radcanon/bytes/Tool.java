package org.radcanon.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is not ours, fed and read through files so that neither side waits for the other.
 */
final class Tool {

  private Tool() {}

  /** What it writes, errors included. */
  static List<String> lines(String input, List<String> command) throws IOException {
    Path in = Files.createTempFile("tool", ".in");
    try {
      Files.writeString(in, input);
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectInput(in.toFile()).start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    } finally {
      Files.delete(in);
    }
  }

  static String resource(String name) {
    try {
      assertThat(Tool.class.getResource(name)).as(name).isNotNull();
      return Path.of(Tool.class.getResource(name).toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
