package org.radcanon.studies.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A radcanon server as {@code ./radcanon run} starts it, with ports and data of its own. */
public final class RadcanonServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** WildFly logs each health request that it answers with DOWN. */
  private static final Duration STEP = Duration.ofMillis(500);

  private static final int HTTP = 8080;
  private static final int MANAGEMENT = 9990;
  private static final int DIMSE = 11112;

  /** Of WildFly and radcanon: HTTPS, transactions, DICOM over TLS. */
  private static final int[] ALL = {HTTP, 8443, 8009, MANAGEMENT, 9993, 4712, 4713, 2762, DIMSE};

  private final Path home;
  private final Path folder;
  private final int offset = Ports.offset(ALL);
  private final WebClient web = new WebClient("http://127.0.0.1:" + (HTTP + offset) + "/radcanon");
  private final WebClient management = new WebClient("http://127.0.0.1:" + (MANAGEMENT + offset));
  private Program program;

  /**
   * @param home the provisioned WildFly with the EAR in it
   * @param folder for all it keeps
   * @param properties of {@code docs/configuration.md}
   */
  public RadcanonServer(Path home, Path folder, Map<String, String> properties) {
    this.home = home;
    this.folder = folder;
    try {
      Files.createDirectories(folder.resolve("tmp"));
      List<String> lines = new ArrayList<>();
      properties.forEach((key, value) -> lines.add(key + "=" + value));
      Files.write(folder.resolve("radcanon.properties"), lines, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and waits until it is ready. */
  public void start() {
    launch();
    awaitReady();
  }

  public void launch() {
    program = Program.start(command(), environment(), folder.resolve("console.log"));
  }

  /**
   * Waits until it takes instances.
   *
   * @throws IllegalStateException when that does not come
   */
  public void awaitReady() {
    Wait.until(PATIENCE, STEP, () -> !program.isAlive() || isReady());
    if (!isReady()) {
      program.kill();
      throw new IllegalStateException("radcanon is not ready; see " + log());
    }
  }

  public boolean isReady() {
    try {
      WebClient.Answer answer = management.get("/health/ready");
      return answer.status() == 200
          && new String(answer.body(), StandardCharsets.UTF_8).contains("\"radcanon.ear\":\"OK\"");
    } catch (IOException e) {
      return false;
    }
  }

  /** {@code kill -9}. */
  public void kill() {
    program.kill();
  }

  public boolean isAlive() {
    return program != null && program.isAlive();
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
    }
  }

  public long pid() {
    return program.pid();
  }

  public String dicomWeb() {
    return "http://127.0.0.1:" + (HTTP + offset) + "/radcanon/dicomweb";
  }

  public int httpPort() {
    return HTTP + offset;
  }

  public int dimsePort() {
    return DIMSE + offset;
  }

  /** Below its web context. */
  public WebClient web() {
    return web;
  }

  public Path folder() {
    return folder;
  }

  public Path log() {
    return folder.resolve("log/server.log");
  }

  private List<String> command() {
    return List.of(
        home.resolve("bin/standalone.sh").toString(),
        "--read-only-server-config=standalone.xml",
        "-Djboss.socket.binding.port-offset=" + offset,
        "-Djboss.server.data.dir=" + folder.resolve("wildfly"),
        "-Djboss.server.temp.dir=" + folder.resolve("tmp"),
        "-Djboss.server.log.dir=" + folder.resolve("log"),
        "-Dradcanon.data.dir=" + folder.resolve("data"),
        "-P",
        folder.resolve("radcanon.properties").toString());
  }

  private static Map<String, String> environment() {
    return Map.of(
        "LAUNCH_JBOSS_IN_BACKGROUND",
        "true",
        "JBOSS_JAVA_SIZING",
        System.getenv()
            .getOrDefault(
                "JBOSS_JAVA_SIZING",
                "-Xms256m -Xmx1g -XX:MetaspaceSize=160m -XX:MaxMetaspaceSize=512m"));
  }
}
