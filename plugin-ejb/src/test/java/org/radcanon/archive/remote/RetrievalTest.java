package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Passage;

/** Retrieval, queries and the passage against a server that does what a test wants. */
class RetrievalTest {

  private static final InstanceKey KEY = new InstanceKey("1.2", "1.2.3", "1.2.3.1");

  private ScriptedServer server;

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  @Test
  void an_instance_may_come_as_a_single_part() throws IOException {
    server = ScriptedServer.thatAnswers(200, "Content-Type: application/dicom\r\n", "DICM");

    assertThat(retrieved()).isEqualTo("DICM");
    assertThat(server.requests().get(0).head())
        .startsWith("GET /pacs/studies/1.2/series/1.2.3/instances/1.2.3.1 HTTP/1.1\n")
        .containsIgnoringCase("accept: multipart/related; type=\"application/dicom\"; ");
  }

  @Test
  void an_instance_may_come_as_the_only_part_of_many() throws IOException {
    server =
        ScriptedServer.thatAnswers(
            200,
            "Content-Type: multipart/related; type=\"application/dicom\"; boundary=b\r\n",
            "--b\r\nContent-Type: application/dicom\r\n\r\nDICM\r\n--b--\r\n");

    assertThat(retrieved()).isEqualTo("DICM");
  }

  @Test
  void an_instance_that_is_not_there_is_none() throws IOException {
    server = ScriptedServer.thatAnswers(404, "", "no");

    assertThat(archive().retrieve(KEY)).isEmpty();
    assertThat(archive().holds(KEY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 406, 500})
  void any_other_answer_is_a_failure(int status) {
    server = ScriptedServer.thatAnswers(status, "Location: /x\r\n", "");

    assertThatThrownBy(() -> archive().retrieve(KEY))
        .isInstanceOf(AnswerException.class)
        .hasMessage("the archive answered " + status);
    assertThatThrownBy(() -> archive().holds(KEY)).isInstanceOf(AnswerException.class);
    assertThat(archive().unavailable()).contains("the archive answered " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/dicom+json", "multipart/related", "x"})
  void something_else_than_an_instance_is_a_failure(String type) {
    server = ScriptedServer.thatAnswers(200, "Content-Type: " + type + "\r\n", "hello");

    assertThatThrownBy(() -> archive().retrieve(KEY)).isInstanceOf(ArchiveException.class);
  }

  @Test
  void an_instance_that_breaks_off_is_noticed() throws IOException {
    server =
        ScriptedServer.that(
            request ->
                request.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/dicom\r\n"
                        + "Content-Length: 100\r\n\r\nDI"));

    try (InputStream in = archive().retrieve(KEY).orElseThrow()) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(ArchiveException.class);
    }
  }

  @Test
  void an_instance_that_stalls_is_given_up() throws IOException {
    server =
        ScriptedServer.that(
            request -> {
              request.send(
                  "HTTP/1.1 200 OK\r\nContent-Type: application/dicom\r\n"
                      + "Content-Length: 100\r\n\r\nDI");
              request.stall();
            });

    try (InputStream in = archive().retrieve(KEY).orElseThrow()) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(ArchiveException.class)
          .hasMessage("the archive's answer stalled");
    }
  }

  @Test
  void an_archive_that_does_not_filter_its_answer_is_not_believed() throws IOException {
    server =
        ScriptedServer.thatAnswers(
            200, "", "[{\"00080018\": {\"vr\": \"UI\", \"Value\": [\"1.2.3.9\"]}}]");

    assertThat(archive().holds(KEY)).isFalse();
  }

  @Test
  void its_availability_is_asked_for_once_in_a_while() throws IOException {
    server = ScriptedServer.thatAnswers(200, "", "[]");
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    DicomWebArchive archive =
        new DicomWebArchive(DicomWebSettings.of(server.url()), new MovingClock(now));

    assertThat(archive.unavailable()).isEmpty();
    assertThat(archive.unavailable()).isEmpty();
    assertThat(server.requests()).hasSize(1);
    now.updateAndGet(instant -> instant.plusSeconds(6));
    assertThat(archive.unavailable()).isEmpty();

    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(1).head()).startsWith("GET /pacs/studies?limit=1 HTTP/1.1\n");
  }

  @Test
  void a_passage_hands_the_request_and_the_answer_through() throws IOException {
    server =
        ScriptedServer.thatAnswers(
            206,
            "Content-Type: image/jpeg\r\nContent-Range: bytes 0-3/9\r\nETag: \"e\"\r\n"
                + "Keep-Alive: timeout=1\r\nX-Hop: 1\r\nConnection: X-Hop\r\n",
            "abcd");
    Passage.Request request =
        new Passage.Request(
            "GET",
            "studies/1.2/rendered",
            Optional.of("viewport=64%2C64&q=a%20b"),
            Map.of(
                "Range", List.of("bytes=0-3"),
                "Accept", List.of("image/jpeg", "image/png"),
                "X-Once", List.of("1"),
                "Connection", List.of("close, X-Once"),
                "Host", List.of("radcanon"),
                "TE", List.of("trailers"),
                "Authorization", List.of("Basic x"),
                "Content-Length", List.of("0")));

    try (Passage.Answer answer = archive().passage().orElseThrow().get(request)) {
      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.headers())
          .containsEntry("content-type", List.of("image/jpeg"))
          .containsEntry("Content-Range", List.of("bytes 0-3/9"))
          .containsEntry("ETag", List.of("\"e\""))
          .doesNotContainKeys("Keep-Alive", "Connection", "X-Hop");
      assertThat(answer.body()).hasContent("abcd");
    }

    String head = server.requests().get(0).head();
    assertThat(head)
        .startsWith("GET /pacs/studies/1.2/rendered?viewport=64%2C64&q=a%20b HTTP/1.1\n")
        .containsIgnoringCase("range: bytes=0-3\n")
        .containsIgnoringCase("accept: image/jpeg\n")
        .containsIgnoringCase("accept: image/png\n")
        .doesNotContainIgnoringCase("x-once")
        .doesNotContainIgnoringCase("authorization")
        .doesNotContainIgnoringCase("host: radcanon");
  }

  @Test
  void a_passage_hands_errors_and_heads_through() throws IOException {
    server = ScriptedServer.thatAnswers(406, "Content-Type: text/plain\r\n", "");
    Passage.Request head = new Passage.Request("HEAD", "studies/1.2", Optional.empty(), Map.of());

    try (Passage.Answer answer = archive().passage().orElseThrow().get(head)) {
      assertThat(answer.status()).isEqualTo(406);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(server.requests().get(0).head()).startsWith("HEAD /pacs/studies/1.2 ");
  }

  @Test
  void a_passage_can_be_let_go_of_in_the_middle() throws IOException {
    AtomicReference<IOException> end = new AtomicReference<>();
    Object done = new Object();
    server =
        ScriptedServer.that(
            request -> {
              try {
                request.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
                while (true) {
                  request.send("x".repeat(10_000));
                }
              } catch (IOException e) {
                synchronized (done) {
                  end.set(e);
                  done.notifyAll();
                }
              }
            });

    Passage.Answer answer =
        archive()
            .passage()
            .orElseThrow()
            .get(new Passage.Request("GET", "studies/1.2", Optional.empty(), Map.of()));
    assertThat(answer.body().read()).isEqualTo('x');
    answer.close();

    synchronized (done) {
      for (int i = 0; i < 100 && end.get() == null; i++) {
        try {
          done.wait(100);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    assertThat(end.get()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "studies/../../admin",
        "studies/..;/..;x=y/admin",
        "studies/.%2e;/admin",
        "studies/%2e%2E%3b/admin",
        "studies/%2e%2E/x",
        "./studies",
        "studies/a b",
        "a|b"
      })
  void a_passage_leads_nowhere_else(String path) {
    server = ScriptedServer.thatAnswers(200, "", "");
    Passage.Request request = new Passage.Request("GET", path, Optional.empty(), Map.of());

    assertThatThrownBy(() -> archive().passage().orElseThrow().get(request))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_token_in_a_file_is_read_anew(@TempDir Path directory) throws IOException {
    server = ScriptedServer.thatAnswers(200, "", "[]");
    Path file = Files.writeString(directory.resolve("token"), "first\n", StandardCharsets.UTF_8);
    DicomWebArchive archive =
        new DicomWebArchive(
            DicomWebSettings.of(server.url()).with(Credentials.bearerFrom(file)),
            Clock.systemUTC());

    archive.holds(KEY);
    Files.writeString(file, "second\n");
    archive.holds(KEY);
    Files.delete(file);

    assertThatThrownBy(() -> archive.holds(KEY)).isInstanceOf(ArchiveException.class);
    assertThat(server.requests().get(0).head()).contains("Bearer first\n");
    assertThat(server.requests().get(1).head()).contains("Bearer second\n");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void settings_that_cannot_be_meant_are_refused() {
    server = ScriptedServer.thatAnswers(200, "", "[]");
    for (String url :
        List.of("ftp://a/b", "http:///b", "/b", "http://u:p@a/b", "http://a/b?c", "http://a/b#c")) {
      assertThatThrownBy(() -> DicomWebSettings.of(URI.create(url)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("u:p");
    }
    assertThatThrownBy(() -> Credentials.bearer("two words"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Credentials.basic("a:b", "c"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String retrieved() throws IOException {
    try (InputStream in = archive().retrieve(KEY).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private DicomWebArchive archive() {
    Duration limit = Duration.ofSeconds(1);
    return new DicomWebArchive(
        new DicomWebSettings(server.url(), Credentials.none(), Optional.empty(), limit, limit),
        Clock.systemUTC());
  }
}
