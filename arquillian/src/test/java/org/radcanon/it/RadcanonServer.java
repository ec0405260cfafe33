package org.radcanon.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that drives radcanon from outside, in the WildFly that plugin-ear built with the EAR in
 * it, exactly as {@code ./radcanon run} starts it, but on ports of its own and with data of its
 * own.
 *
 * <p>The server is started before the first test and serves all test classes that ask for the same
 * {@link #settings()}; a class that asks for others gets a server started with those. Data lives in
 * {@link #DATA} for the whole run unless the settings name another {@code radcanon.data.dir}; so
 * tests use identifiers of their own and do not count what others stored. A test that needs to see
 * what survives uses {@link #restart()} or {@link #crash()}.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class RadcanonServer {

  /** Where the shared server keeps its data: below {@code arquillian/target}, new in each run. */
  protected static final Path DATA = Path.of(System.getProperty("radcanon.it.data"));

  private static final String CONTAINER = "wildfly";
  private static final int PORT_OFFSET = Integer.getInteger("radcanon.it.port-offset");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /** What the running server was started with; tests run one after another. */
  private static Map<String, String> running = Map.of();

  @ArquillianResource private ContainerController containers;

  /**
   * Configuration keys (MicroProfile Config, as system properties) that this class needs the server
   * to have. Values hold no space.
   */
  protected Map<String, String> settings() {
    return Map.of();
  }

  @BeforeEach
  final void serverRunsAsAsked() {
    if (containers.isStarted(CONTAINER) && !running.equals(settings())) {
      containers.stop(CONTAINER);
    }
    if (!containers.isStarted(CONTAINER)) {
      start();
    }
  }

  /** Stops the server in good order and starts it again on the same data. */
  protected final void restart() {
    containers.stop(CONTAINER);
    start();
  }

  /** Takes the server's process away as a power cut would, and starts it again on the same data. */
  protected final void crash() {
    ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("jboss-modules.jar"))
        .forEach(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
    containers.kill(CONTAINER);
    start();
  }

  private void start() {
    Map<String, String> properties = new TreeMap<>(settings());
    properties.put("jboss.socket.binding.port-offset", Integer.toString(PORT_OFFSET));
    properties.putIfAbsent("radcanon.data.dir", DATA.toString());
    String arguments =
        properties.entrySet().stream()
            .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" ", "-Xmx768m ", ""));
    containers.start(
        CONTAINER,
        Map.of(
            "javaVmArguments", arguments, "managementPort", Integer.toString(9990 + PORT_OFFSET)));
    running = Map.copyOf(settings());
  }

  /** A URI below the application's root, {@code /radcanon/}. */
  protected static URI door(String path) {
    return URI.create("http://127.0.0.1:" + (8080 + PORT_OFFSET) + "/radcanon/" + path);
  }

  /** A URI of WildFly's management listener: {@code health/ready}, {@code metrics}. */
  protected static URI management(String path) {
    return URI.create("http://127.0.0.1:" + (9990 + PORT_OFFSET) + "/" + path);
  }

  protected static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri).build());
  }

  protected static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HTTP.send(request, BodyHandlers.ofString());
  }

  /** The client itself, for bodies that are no text. */
  protected static HttpClient http() {
    return HTTP;
  }
}
