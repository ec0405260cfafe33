package org.radcanon.studies.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.radcanon.studies.reader.DicomFile;

/** Stands before a DICOMweb service and passes requests on, stores in the mood of the moment. */
public final class StowGate implements AutoCloseable {

  private static final String DICOM_JSON = "application/dicom+json";
  private static final int PROCESSING_FAILURE = 0x0110;

  private final URI upstream;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile Supplier<StowMood> mood = StowMood.Honest::new;

  /**
   * @param upstream scheme, host and port of the service behind; paths stay as they are
   */
  public StowGate(URI upstream) throws IOException {
    this.upstream = upstream;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * @param each asked once for each store request
   */
  public void mood(Supplier<StowMood> each) {
    mood = each;
  }

  public void mood(StowMood now) {
    mood = () -> now;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean store = exchange.getRequestMethod().equals("POST");
      StowMood now = store ? mood.get() : new StowMood.Honest();
      if (now instanceof StowMood.Refusing refusing) {
        byte[] text = refusing.body().getBytes(StandardCharsets.UTF_8);
        answer(exchange, refusing.status(), refusing.type(), text);
      } else if (now instanceof StowMood.Choosing choosing) {
        choose(exchange, body, choosing);
      } else {
        HttpResponse<byte[]> response = pass(exchange, body);
        answer(exchange, response.statusCode(), type(response), response.body());
      }
    }
  }

  private void choose(HttpExchange exchange, byte[] body, StowMood.Choosing choosing)
      throws IOException {
    String boundary = Multipart.boundary(exchange.getRequestHeaders().getFirst("Content-Type"));
    List<byte[]> kept = new ArrayList<>();
    List<DicomFile> refused = new ArrayList<>();
    for (byte[] part : Multipart.parts(body, boundary)) {
      DicomFile file = DicomFile.parse(part);
      if (choosing.keeps().test(file.sopInstanceUid())) {
        kept.add(part);
      } else {
        refused.add(file);
      }
    }
    JsonObject stored =
        kept.isEmpty()
            ? JsonObject.EMPTY_JSON_OBJECT
            : object(pass(exchange, Multipart.body(kept, boundary)).body());
    byte[] answer = with(stored, refused).toString().getBytes(StandardCharsets.UTF_8);
    answer(exchange, kept.isEmpty() ? 409 : refused.isEmpty() ? 200 : 202, DICOM_JSON, answer);
  }

  private static JsonObject object(byte[] json) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
      return reader.readObject();
    }
  }

  private static JsonObject with(JsonObject stored, List<DicomFile> refused) {
    if (refused.isEmpty()) {
      return stored;
    }
    JsonArrayBuilder items = Json.createArrayBuilder();
    for (DicomFile file : refused) {
      items.add(
          Json.createObjectBuilder()
              .add("00081150", value("UI").add("Value", one(sopClass(file))))
              .add("00081155", value("UI").add("Value", one(file.sopInstanceUid())))
              .add(
                  "00081197",
                  value("US").add("Value", Json.createArrayBuilder().add(PROCESSING_FAILURE))));
    }
    return Json.createObjectBuilder(stored)
        .add("00081198", value("SQ").add("Value", items))
        .build();
  }

  private static String sopClass(DicomFile file) {
    return file.element(0x00080016).orElseThrow().text();
  }

  private static JsonObjectBuilder value(String vr) {
    return Json.createObjectBuilder().add("vr", vr);
  }

  private static JsonArrayBuilder one(String text) {
    return Json.createArrayBuilder().add(text);
  }

  private HttpResponse<byte[]> pass(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(upstream.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : List.of("Content-Type", "Accept")) {
      String field = exchange.getRequestHeaders().getFirst(name);
      if (field != null) {
        request.header(name, field);
      }
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("application/octet-stream");
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
