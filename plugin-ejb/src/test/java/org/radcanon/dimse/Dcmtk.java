package org.radcanon.dimse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The network tools of DCMTK, which has none of our code. */
final class Dcmtk {

  /** What a tool said and how it ended. */
  record Outcome(int exit, List<String> lines) {}

  private Dcmtk() {}

  /**
   * Runs a tool to its end.
   *
   * @throws AssertionError when it is not installed, or does not end
   */
  static Outcome run(List<String> command) throws IOException, InterruptedException {
    Process process = start(command);
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
            .lines()
            .toList();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("%s does not end".formatted(command.get(0)));
    }
    return new Outcome(process.exitValue(), lines);
  }

  /** Runs a tool of a service user against a server of ours. */
  static Outcome call(DimseServer server, String tool, List<String> options, List<Path> files)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(tool, "-v", "-aet", "DCMTK", "-aec", "RADCANON"));
    command.addAll(options);
    command.add(InetAddress.getLoopbackAddress().getHostAddress());
    command.add(Integer.toString(server.port()));
    files.forEach(file -> command.add(file.toString()));
    return run(command);
  }

  /** {@code storescp} that keeps what it receives byte for byte in a folder. */
  static Process storescp(int port, Path folder, List<String> options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("storescp", "+B", "-uf", "-od", folder.toString()));
    command.addAll(options);
    command.add(Integer.toString(port));
    return start(command);
  }

  private static Process start(List<String> command) throws IOException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new AssertionError(
          "%s is missing: ./radcanon test installs dcmtk".formatted(command.get(0)), e);
    }
  }

  /** A port that was free a moment ago: the tools do not tell which one they took. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
