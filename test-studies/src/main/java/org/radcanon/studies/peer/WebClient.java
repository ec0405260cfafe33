package org.radcanon.studies.peer;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Plain HTTP to a server on loopback. */
public final class WebClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String base;

  /**
   * @param base without a slash at its end
   */
  public WebClient(String base) {
    this.base = base;
  }

  /** An answer with its body. */
  public record Answer(int status, String type, byte[] body) {

    public JsonValue json() {
      try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
        return reader.readValue();
      }
    }
  }

  public Answer get(String path, String accept) throws IOException {
    return send(request(path).header("Accept", accept).GET());
  }

  public Answer get(String path) throws IOException {
    return get(path, "*/*");
  }

  public Answer delete(String path) throws IOException {
    return send(request(path).DELETE());
  }

  /** The body of a 200. */
  public Answer required(String path, String accept) throws IOException {
    Answer answer = get(path, accept);
    if (answer.status() != 200) {
      throw new IOException("status " + answer.status() + " from " + base + path);
    }
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(2));
  }

  private static Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
