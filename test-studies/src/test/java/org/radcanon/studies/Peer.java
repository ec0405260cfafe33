package org.radcanon.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other people's DICOM programs, from Debian's dcmtk, dicom3tools and python3-pydicom. */
public final class Peer {

  private Peer() {}

  /** What the program printed on both streams, whatever it exited with. */
  public static String output(String... command) {
    Path program = Path.of("/usr/bin", command[0]); // not what the PATH may put before it
    assertThat(program)
        .as("%s is needed: apt-get install dcmtk dicom3tools python3-pydicom", command[0])
        .isExecutable();
    try {
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true);
      builder.command().set(0, program.toString());
      builder.environment().put("PYTHONIOENCODING", "utf-8");
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The lines that pydicom reads out of a folder's files. */
  public static List<String> pydicom(Path folder) throws IOException {
    Path script = Files.createTempFile("read", ".py");
    try (var source = Peer.class.getResourceAsStream("read_with_pydicom.py")) {
      Files.write(script, source.readAllBytes());
      return output("python3", script.toString(), folder.toString()).lines().toList();
    } finally {
      Files.delete(script);
    }
  }
}
