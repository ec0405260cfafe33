package org.radcanon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static FilteredServer server;

  @BeforeAll
  static void start() throws Exception {
    server = FilteredServer.with(BodyLimit.class, new BodyLimit());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/site-map", "/fhir/ImagingStudy/_search", "/dicomweb/studiesX", "/dicomweb"})
  void a_body_of_more_than_a_mebibyte_is_413_in_one_sentence(String path) throws Exception {
    for (BodyPublisher body : both(BodyLimit.MAX_BYTES + 1)) {
      HttpResponse<String> answer = send("POST", path, "application/json", body);

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body())
          .isEqualTo("The body is larger than the 1 MiB that is taken here.\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"POST,/site-map", "PUT,/site-map", "DELETE,/fhir/x", "GET,/dicomweb/studies"})
  void a_body_up_to_a_mebibyte_arrives_whole(String method, String path) throws Exception {
    for (BodyPublisher body : both(BodyLimit.MAX_BYTES)) {
      assertThat(send(method, path, "application/json", body).body())
          .isEqualTo(String.valueOf(BodyLimit.MAX_BYTES));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dicomweb/studies", "/dicomweb/studies/1.2.3"})
  void instances_to_be_stored_may_be_larger(String path) throws Exception {
    for (BodyPublisher body : both(BodyLimit.MAX_BYTES + 999)) {
      assertThat(send("POST", path, "multipart/related; boundary=b", body).body())
          .isEqualTo(String.valueOf(BodyLimit.MAX_BYTES + 999));
    }
    assertThat(send("PUT", path, "text/plain", both(2 << 20)[0]).statusCode()).isEqualTo(413);
  }

  /** Again and again, because a reset that takes the answer with it is a race. */
  @RepeatedTest(40)
  void a_form_of_unknown_length_is_411() throws Exception {
    String form = "application/x-www-form-urlencoded; charset=utf-8";

    assertThat(send("POST", "/site-map", form, both(9)[0]).statusCode()).isEqualTo(200);
    assertThat(send("POST", "/site-map", form, both(9)[1]).statusCode()).isEqualTo(411);
  }

  /** A body with its length declared, and the same in chunks. */
  private static BodyPublisher[] both(int length) {
    byte[] body = new byte[length];
    return new BodyPublisher[] {
      BodyPublishers.ofByteArray(body),
      BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
    };
  }

  private static HttpResponse<String> send(
      String method, String path, String type, BodyPublisher body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", type)
            .method(method, body)
            .build(),
        BodyHandlers.ofString());
  }
}
