package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Debian's Orthanc with its DICOMweb plugin on free ports, started once for all tests, emptied
 * before each, and ended behind the last.
 */
public final class OrthancServer implements BeforeAllCallback, BeforeEachCallback {

  public static final String AE_TITLE = "ORTHANC";

  private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
  private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
  private static final Duration START = Duration.ofSeconds(60);

  private Running running;

  /** The root of the DICOMweb services. */
  public URI dicomWeb() {
    return running.url("/dicom-web");
  }

  public int dicomPort() {
    return running.dicomPort;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(Namespace.create(OrthancServer.class))
            .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    running.empty();
  }

  private static final class Running implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private final int httpPort;
    private final int dicomPort;
    private Process process;

    private Running(Path directory, int httpPort, int dicomPort) {
      this.directory = directory;
      this.httpPort = httpPort;
      this.dicomPort = dicomPort;
    }

    static Running start() {
      if (!Files.isExecutable(PROGRAM) || !Files.exists(PLUGIN)) {
        fail(
            "%s or %s is missing: ./radcanon test installs orthanc and orthanc-dicomweb"
                .formatted(PROGRAM, PLUGIN));
      }
      try {
        int[] ports = freePorts();
        Running running =
            new Running(Files.createTempDirectory("radcanon-orthanc"), ports[0], ports[1]);
        running.launch();
        running.awaitReady();
        return running;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static int[] freePorts() throws IOException {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      try (ServerSocket one = new ServerSocket(0, 1, loopback);
          ServerSocket two = new ServerSocket(0, 1, loopback)) {
        return new int[] {one.getLocalPort(), two.getLocalPort()};
      }
    }

    private void launch() throws IOException {
      Path configuration =
          Files.writeString(
              directory.resolve("orthanc.json"),
              """
              {"Name": "radcanon", "StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db",
               "HttpPort": %2$d, "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
               "DicomAet": "%4$s", "DicomPort": %3$d,
               "DicomAlwaysAllowEcho": true, "DicomAlwaysAllowStore": true,
               "UnknownSopClassAccepted": false, "OverwriteInstances": true,
               "Plugins": ["%5$s"], "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
              """
                  .formatted(directory, httpPort, dicomPort, AE_TITLE, PLUGIN));
      ProcessBuilder builder =
          new ProcessBuilder(List.of(PROGRAM.toString(), configuration.toString()))
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log").toFile());
      builder.environment().put("TCP_NODELAY", "1");
      process = builder.start();
    }

    URI url(String path) {
      return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    private void awaitReady() throws IOException {
      long until = System.nanoTime() + START.toNanos();
      while (!isReady()) {
        if (!process.isAlive() || System.nanoTime() > until) {
          String log = Files.readString(directory.resolve("log"));
          close();
          fail("Orthanc does not start:%n%s".formatted(log));
        }
      }
    }

    private boolean isReady() {
      try {
        return !process.waitFor(50, TimeUnit.MILLISECONDS)
            && send("GET", "/system").statusCode() == 200;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Deletes all patients, by the identifiers that Orthanc gives them. */
    void empty() {
      try {
        for (String patient : again("GET", "/patients").body().split("[^0-9a-f-]+")) {
          if (!patient.isEmpty()) {
            again("DELETE", "/patients/" + patient);
          }
        }
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("Orthanc cannot be emptied", e);
      }
    }

    /**
     * Orthanc closes a connection after a second, perhaps under a request that it does not read.
     */
    private HttpResponse<String> again(String method, String path)
        throws IOException, InterruptedException {
      try {
        return send(method, path);
      } catch (IOException e) {
        return send(method, path);
      }
    }

    private HttpResponse<String> send(String method, String path)
        throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(url(path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .timeout(START)
              .build();
      return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
      process.destroy();
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
      }
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
