package org.radcanon.enrichment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of Debian that reads DICOM without any of our code. */
final class Peer {

  private Peer() {}

  /**
   * What the program writes, warnings and errors included.
   *
   * @throws AssertionError when it is not installed
   */
  static List<String> lines(String input, List<String> command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new AssertionError(
          "%s is missing: ./radcanon test installs dcmtk, dicom3tools and python3-pydicom"
              .formatted(command.get(0)),
          e);
    }
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
