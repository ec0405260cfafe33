package org.radcanon.studies;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A DICOMweb server on loopback that answers as it is told to and keeps what it got. */
public final class FakeStow implements AutoCloseable {

  public record Answer(int status, String type, String body) {
    static Answer json(int status, String body) {
      return new Answer(status, "application/dicom+json", body);
    }
  }

  private static final Pattern SOP_INSTANCE_UID =
      Pattern.compile("\u0002\0\u0003\0UI..([0-9.]+)", Pattern.DOTALL);

  private final HttpServer server;
  private final Function<List<String>, Answer> store;
  private final Map<String, Answer> resources = new ConcurrentHashMap<>();
  private final List<byte[]> parts = Collections.synchronizedList(new ArrayList<>());
  private final List<Map<String, List<String>>> requests =
      Collections.synchronizedList(new ArrayList<>());

  /**
   * @param store from the SOP Instance UIDs of a request to its answer
   */
  public FakeStow(Function<List<String>, Answer> store) throws IOException {
    this.store = store;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Stores all, as one study. */
  public static FakeStow storingAll(String studyUid) throws IOException {
    return new FakeStow(uids -> Answer.json(200, response(studyUid, uids, List.of())));
  }

  /** The items of a store response; failed ones with a reason. */
  static String response(String studyUid, List<String> stored, List<String> failed) {
    String url =
        "{\"vr\":\"UR\",\"Value\":[\"http://x/studies/" + studyUid + "/series/1/instances/2\"]}";
    List<String> sequences = new ArrayList<>();
    if (!stored.isEmpty()) {
      sequences.add(
          sequence(
              "00081199",
              stored.stream().map(uid -> "{" + uid(uid) + ",\"00081190\":" + url + "}").toList()));
    }
    if (!failed.isEmpty()) {
      sequences.add(
          sequence(
              "00081198",
              failed.stream()
                  .map(uid -> "{" + uid(uid) + "," + reason("00081197", 0xA900) + "}")
                  .toList()));
    }
    return "{" + String.join(",", sequences) + "}";
  }

  static String sequence(String tag, List<String> items) {
    return "\"" + tag + "\":{\"vr\":\"SQ\",\"Value\":[" + String.join(",", items) + "]}";
  }

  static String uid(String uid) {
    return "\"00081155\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]}";
  }

  static String reason(String tag, int code) {
    return "\"" + tag + "\":{\"vr\":\"US\",\"Value\":[" + code + "]}";
  }

  FakeStow with(String pathAndQuery, Answer answer) {
    resources.put(pathAndQuery, answer);
    return this;
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/server/dicomweb";
  }

  public List<byte[]> parts() {
    return parts;
  }

  /** The header fields of each request that stored. */
  public List<Map<String, List<String>>> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Answer answer =
        exchange.getRequestMethod().equals("POST")
            ? store(exchange)
            : resource(exchange.getRequestURI());
    if (answer == null) {
      exchange.close();
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Answer resource(URI uri) {
    return resources.entrySet().stream()
        .filter(entry -> uri.toString().contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new Answer(404, "text/plain", "no"));
  }

  private Answer store(HttpExchange exchange) throws IOException {
    requests.add(Map.copyOf(exchange.getRequestHeaders()));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String boundary = type.replaceFirst(".*boundary=", "");
    byte[] body = exchange.getRequestBody().readAllBytes();
    List<byte[]> received = split(body, boundary);
    parts.addAll(received);
    return store.apply(
        received.stream().map(FakeStow::sopInstanceUid).collect(Collectors.toList()));
  }

  private static String sopInstanceUid(byte[] file) {
    Matcher matcher = SOP_INSTANCE_UID.matcher(new String(file, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1) : "?";
  }

  private static List<byte[]> split(byte[] body, String boundary) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    List<byte[]> found = new ArrayList<>();
    String delimiter = "\r\n--" + boundary;
    int at = text.indexOf(delimiter);
    while (at >= 0 && !text.startsWith("--", at + delimiter.length())) {
      int content = text.indexOf("\r\n\r\n", at + delimiter.length()) + 4;
      int end = text.indexOf(delimiter, content);
      found.add(Arrays.copyOfRange(body, content, end));
      at = end;
    }
    return found;
  }
}
