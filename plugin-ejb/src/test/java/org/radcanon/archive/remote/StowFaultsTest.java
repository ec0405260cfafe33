package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.InconclusiveException;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.Outcome.Refused;
import org.radcanon.archive.Outcome.Unavailable;
import org.radcanon.archive.TestInstances;

/** What a store transaction makes of archives that do not behave. */
class StowFaultsTest {

  private static final InstanceKey ONE = new InstanceKey("1.2", "1.2.3", "1.2.3.1");
  private static final InstanceKey TWO = new InstanceKey("1.2", "1.2.3", "1.2.3.2");
  private static final InstanceKey THREE = new InstanceKey("1.2", "1.2.3", "1.2.3.3");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private ScriptedServer server;

  @AfterEach
  void end() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_delivery_is_one_request_with_a_part_for_each_instance() throws IOException {
    server = ScriptedServer.thatAnswers(200, "", stored(ONE));

    assertThat(store(ONE)).containsExactly(Kept.as(Outcome.Change.TAKEN));

    ScriptedServer.Request request = server.requests().get(0);
    assertThat(request.head())
        .startsWith("POST /pacs/studies HTTP/1.1\n")
        .containsIgnoringCase("content-type: multipart/related; type=\"application/dicom\"; bound")
        .containsIgnoringCase("accept: application/dicom+json\n")
        .containsIgnoringCase("transfer-encoding: chunked\n")
        .doesNotContainIgnoringCase("upgrade");
    assertThat(new String(request.body(), StandardCharsets.ISO_8859_1))
        .contains("Content-Type: application/dicom\r\n\r\n")
        .contains(new String(file(ONE), StandardCharsets.ISO_8859_1))
        .endsWith("--\r\n");
  }

  @Test
  void each_instance_has_its_own_answer() throws IOException {
    server =
        ScriptedServer.thatAnswers(
            202,
            "",
            """
            {"00081199": {"vr": "SQ", "Value": [
               {"00081155": {"vr": "UI", "Value": ["1.2.3.2"]},
                "00081196": {"vr": "US", "Value": [45056]}}]},
             "00081198": {"vr": "SQ", "Value": [
               {"00081155": {"vr": "UI", "Value": ["1.2.3.1"]},
                "00081197": {"vr": "US", "Value": [290]}},
               {"00081155": {"vr": "UI", "Value": ["1.2.3.3"]},
                "00081197": {"vr": "US", "Value": [42752]}}]}}
            """);

    List<Outcome> outcomes = store(ONE, TWO, THREE);

    assertThat(outcomes.get(0))
        .isEqualTo(new Refused(0x0122, "the archive failed the instance with 0122"));
    assertThat(outcomes.get(1)).isEqualTo(new Kept(Outcome.Change.TAKEN, OptionalInt.of(0xB000)));
    assertThat(reason(outcomes.get(2))).isEqualTo("the archive failed the instance with A700");
  }

  @Test
  void nothing_stored_is_a_conflict_with_the_reason_of_each() throws IOException {
    server =
        ScriptedServer.thatAnswers(
            409,
            "",
            """
            {"00081198": {"vr": "SQ", "Value": [
               {"00081155": {"vr": "UI", "Value": ["1.2.3.1"]},
                "00081197": {"vr": "US", "Value": [290]}}]}}
            """);

    List<Outcome> outcomes = store(ONE, TWO);

    assertThat(outcomes.get(0)).isInstanceOf(Refused.class);
    assertThat(reason(outcomes.get(1))).isEqualTo("the archive answered 409");
    assertThat(((Unavailable) outcomes.get(1)).cause()).isInstanceOf(InconclusiveException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0110, 0x0124, 0x0213, 0xA700, 0xA7FF})
  void a_failure_of_the_archive_itself_is_for_later(int reason) throws IOException {
    server =
        ScriptedServer.thatAnswers(
            409,
            "",
            """
            {"00081198": {"vr": "SQ", "Value": [
               {"00081155": {"vr": "UI", "Value": ["1.2.3.1"]},
                "00081197": {"vr": "US", "Value": [%d]}}]}}
            """
                .formatted(reason));

    Unavailable outcome = (Unavailable) store(ONE).get(0);

    assertThat(outcome.cause()).isNotInstanceOf(InconclusiveException.class);
  }

  @Test
  void a_failure_without_name_is_that_of_the_only_instance() throws IOException {
    server =
        ScriptedServer.thatAnswers(
            409,
            "",
            """
            {"0008119A": {"vr": "SQ", "Value": [{"00081197": {"vr": "US", "Value": [49152]}}]}}
            """);

    assertThat(store(ONE))
        .containsExactly(new Refused(0xC000, "the archive failed the instance with C000"));
    assertThat(store(ONE, TWO)).allMatch(Unavailable.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "OK", "<html>log in</html>", "{\"00081199\": {\"vr\": \"SQ\"}}", "[]"})
  void a_200_that_does_not_name_the_instance_counts_only_when_the_archive_has_it(String body)
      throws IOException {
    server =
        ScriptedServer.that(
            request -> {
              request.readBody();
              boolean known = request.head().contains("SOPInstanceUID=1.2.3.1");
              String found = "[{\"00080018\": {\"vr\": \"UI\", \"Value\": [\"1.2.3.1\"]}}]";
              String query = known ? found : "[]";
              request.answer(200, "", request.head().startsWith("POST") ? body : query);
            });

    List<Outcome> outcomes = store(ONE, TWO);

    assertThat(outcomes.get(0)).isEqualTo(Kept.as(Outcome.Change.TAKEN));
    assertThat(reason(outcomes.get(1)))
        .isEqualTo("the archive answered 200, but does not have the instance");
  }

  @Test
  void an_archive_that_answers_no_query_is_asked_once() throws IOException {
    server =
        ScriptedServer.that(
            request -> {
              request.readBody();
              request.answer(request.head().startsWith("POST") ? 200 : 500, "", "");
            });

    assertThat(store(ONE, TWO, THREE)).hasSize(3).allMatch(Unavailable.class::isInstance);
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 401, 403, 404, 429, 500, 502, 503, 507})
  void the_archives_own_state_is_no_fault_of_the_instance(int status) throws IOException {
    server = ScriptedServer.thatAnswers(status, "Location: /elsewhere\r\n", "{}");

    assertThat(reason(store(ONE).get(0))).isEqualTo("the archive answered " + status);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 413, 415})
  void what_blames_the_request_refuses_a_single_instance_only(int status) throws IOException {
    server = ScriptedServer.thatAnswers(status, "", "no");

    assertThat(store(ONE))
        .containsExactly(
            new Refused(status == 400 ? 0xC000 : 0x0110, "the archive answered " + status));
    assertThat(store(ONE, TWO)).hasSize(2).allMatch(Unavailable.class::isInstance);
  }

  @Test
  void a_wish_to_be_left_alone_is_carried() throws IOException {
    server = ScriptedServer.thatAnswers(503, "Retry-After: 7\r\n", "");
    assertThat(retryAfter(store(ONE).get(0))).contains(Duration.ofSeconds(7));
    server.close();

    server = ScriptedServer.thatAnswers(429, "Retry-After: Sat, 21 Nov 2026 10:01:30 GMT\r\n", "");
    assertThat(retryAfter(store(ONE).get(0))).contains(Duration.ofSeconds(90));
    server.close();

    server = ScriptedServer.thatAnswers(503, "Retry-After: soon\r\n", "");
    assertThat(retryAfter(store(ONE).get(0))).isEmpty();
  }

  @Test
  void a_connection_that_breaks_in_the_answer_leaves_it_open() throws IOException {
    server =
        ScriptedServer.that(
            request -> {
              request.readBody();
              request.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"0008");
            });

    assertThat(reason(store(ONE).get(0))).isEqualTo("the connection to the archive broke");
  }

  @Test
  void an_archive_that_does_not_answer_is_given_up() throws IOException {
    server =
        ScriptedServer.that(
            request -> {
              request.readBody();
              request.stall();
            });

    assertThat(reason(store(ONE).get(0))).isEqualTo("the archive did not answer in 1 s");
  }

  @Test
  void an_archive_that_stops_in_the_middle_of_its_answer_is_given_up() throws IOException {
    server =
        ScriptedServer.that(
            request -> {
              request.readBody();
              request.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"0008");
              request.stall();
            });

    assertThat(reason(store(ONE).get(0))).isEqualTo("the archive did not answer in 1 s");
  }

  @Test
  void an_archive_that_takes_nothing_more_is_given_up() throws IOException {
    server = ScriptedServer.that(ScriptedServer.Request::stall);

    assertThat(reason(storeLarge())).isEqualTo("the archive took nothing for 1 s");
  }

  @Test
  void an_answer_before_the_end_stops_the_writing() throws IOException {
    server = ScriptedServer.that(request -> request.answer(413, "", ""));
    AtomicLong written = new AtomicLong();

    Outcome outcome =
        archive(server.url())
            .store(
                instance(ONE),
                out -> {
                  for (; written.get() < 4096; written.incrementAndGet()) {
                    out.write(new byte[64 << 10]);
                  }
                });

    assertThat(written).hasValueLessThan(4096);
    // the connection may break before the answer is read
    assertThat(
            outcome instanceof Refused refused
                ? refused.reason()
                : ((Unavailable) outcome).cause().getMessage())
        .isIn(
            "the archive answered 413",
            "the connection to the archive broke",
            "the archive answered before the end of the request");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_early_200_keeps_nothing_whatever_the_archive_names_or_has(boolean named)
      throws IOException {
    server =
        ScriptedServer.that(
            request -> {
              boolean stores = request.head().startsWith("POST");
              String old = "[{\"00080018\": {\"vr\": \"UI\", \"Value\": [\"1.2.3.1\"]}}]";
              request.answer(200, "", stores ? named ? stored(ONE) : "" : old);
            });

    List<Outcome> outcomes;
    try (Delivery delivery = archive(server.url()).begin()) {
      delivery.add(instance(ONE), StowFaultsTest::writeAllTheSame);
      delivery.add(instance(ONE), out -> assertThatThrownBy(() -> out.write(1)));
      outcomes = delivery.finish();
    }

    // the connection may break before the answer is read
    assertThat(outcomes)
        .hasSize(2)
        .extracting(StowFaultsTest::reason)
        .containsAnyOf(
            "the archive answered before the end of the request",
            "the connection to the archive broke");
  }

  @Test
  void an_answer_before_the_end_counts_when_the_archive_takes_the_rest() throws IOException {
    server =
        ScriptedServer.that(
            request -> {
              request.answer(413, "", "");
              request.readBody((bytes, offset, length) -> {});
            });

    assertThat(storeLarge()).isEqualTo(new Refused(0x0110, "the archive answered 413"));
  }

  @Test
  void nobody_there_is_found_out_once_for_a_whole_delivery() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0)) {
      port = gone.getLocalPort();
    }
    DicomWebArchive archive = archive(URI.create("http://127.0.0.1:" + port));

    List<Outcome> outcomes = store(archive, ONE, TWO, THREE);

    assertThat(outcomes).hasSize(3).allMatch(Unavailable.class::isInstance);
    assertThat(reason(outcomes.get(0))).isEqualTo("the archive cannot be reached");
    assertThat(archive.unavailable()).contains("the archive cannot be reached");
  }

  @Test
  void contents_are_asked_even_when_the_archive_has_failed() throws IOException {
    server = ScriptedServer.that(request -> request.answer(401, "", ""));
    DicomWebArchive archive = archive(server.url());
    AtomicLong asked = new AtomicLong();

    try (Delivery delivery = archive.begin()) {
      delivery.add(instance(ONE), out -> writeUntilItFails(out));
      delivery.add(
          instance(TWO),
          out -> {
            asked.incrementAndGet();
            assertThatThrownBy(() -> out.write(1)).isInstanceOf(ArchiveException.class);
          });
      assertThat(delivery.finish()).hasSize(2).allMatch(Unavailable.class::isInstance);
    }

    assertThat(asked).hasValue(1);
  }

  @Test
  void a_content_is_asked_even_when_the_archive_fails_right_before_it() throws IOException {
    server = ScriptedServer.that(ScriptedServer.Request::stall);
    AtomicLong asked = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    long added = 0;

    try (Delivery delivery = archive(server.url()).begin()) {
      for (; failed.get() == 0; added++) {
        delivery.add(
            instance(ONE),
            out -> {
              asked.incrementAndGet();
              try {
                out.write(new byte[0], 0, 0);
              } catch (ArchiveException e) {
                failed.incrementAndGet();
              }
            });
      }
    }

    assertThat(asked).hasValue(added);
  }

  @Test
  void a_content_that_fails_breaks_its_request_off_without_a_last_chunk() throws Exception {
    server =
        ScriptedServer.that(
            request -> {
              request.readBody();
              request.answer(200, "", stored(TWO));
            });
    IOException cut = new IOException("the sender went away");

    try (Delivery delivery = archive(server.url()).begin()) {
      delivery.add(instance(ONE), out -> out.write(file(ONE)));
      assertThatThrownBy(
              () ->
                  delivery.add(
                      instance(THREE),
                      out -> {
                        out.write(new byte[500_000]);
                        throw cut;
                      }))
          .isSameAs(cut);
      delivery.add(instance(TWO), out -> out.write(file(TWO)));

      List<Outcome> outcomes = delivery.finish();
      assertThat(outcomes).hasSize(2);
      assertThat(reason(outcomes.get(0)))
          .isEqualTo("the request was broken off in a later instance");
      assertThat(((Unavailable) outcomes.get(0)).cause()).isInstanceOf(InconclusiveException.class);
      assertThat(outcomes.get(1)).isInstanceOf(Kept.class);
    }

    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(0).isWhole()).isFalse();
    assertThat(server.requests().get(1).isWhole()).isTrue();
  }

  @Test
  void a_delivery_that_is_let_go_of_is_broken_off() throws IOException {
    server =
        ScriptedServer.that(
            request -> {
              request.readBody();
              request.answer(200, "", stored(ONE));
            });

    Delivery delivery = archive(server.url()).begin();
    delivery.add(instance(ONE), out -> out.write(new byte[500_000]));
    delivery.close();

    assertThat(server.requests().get(0).awaitEnd()).isTrue();
    assertThat(server.requests().get(0).isWhole()).isFalse();
  }

  @Test
  void a_large_instance_streams_through() throws IOException {
    AtomicLong received = new AtomicLong();
    AtomicLong ahead = new AtomicLong();
    server =
        ScriptedServer.that(
            request -> {
              request.readBody((bytes, offset, length) -> received.addAndGet(length));
              request.answer(200, "", stored(ONE));
            });
    byte[] piece = new byte[64 << 10];
    int pieces = 1024;

    Outcome outcome =
        archive(server.url())
            .store(
                instance(ONE),
                out -> {
                  for (int i = 0; i < pieces; i++) {
                    out.write(piece);
                    long written = (i + 1L) * piece.length;
                    ahead.accumulateAndGet(written - received.get(), Math::max);
                  }
                });

    assertThat(outcome).isInstanceOf(Kept.class);
    assertThat(received.get()).isGreaterThanOrEqualTo((long) pieces * piece.length);
    // the kernel's socket buffers are in it, which are most of it
    assertThat(ahead.get()).isLessThan(16 << 20);
  }

  @Test
  void credentials_are_sent_and_not_shown() throws IOException {
    server = ScriptedServer.thatAnswers(200, "", stored(ONE));
    DicomWebSettings settings =
        DicomWebSettings.of(server.url()).with(Credentials.basic("radcanon", "s3cret"));

    store(new DicomWebArchive(settings, CLOCK), ONE);

    assertThat(server.requests().get(0).head())
        .containsIgnoringCase("authorization: Basic cmFkY2Fub246czNjcmV0\n");
    assertThat(settings.toString()).doesNotContain("s3cret", "cmFkY2Fub246czNjcmV0");
  }

  private static void writeUntilItFails(OutputStream out) throws IOException {
    for (int i = 0; i < 4096; i++) {
      out.write(new byte[64 << 10]);
    }
  }

  /** As one does that has another use for its bytes. */
  private static void writeAllTheSame(OutputStream out) throws IOException {
    try {
      writeUntilItFails(out);
    } catch (ArchiveException e) {
      return;
    }
  }

  private Outcome storeLarge() throws IOException {
    return archive(server.url()).store(instance(ONE), StowFaultsTest::writeUntilItFails);
  }

  private List<Outcome> store(InstanceKey... keys) throws IOException {
    return store(archive(server.url()), keys);
  }

  private static List<Outcome> store(DicomWebArchive archive, InstanceKey... keys)
      throws IOException {
    try (Delivery delivery = archive.begin()) {
      for (InstanceKey key : keys) {
        delivery.add(instance(key), out -> out.write(file(key)));
      }
      return delivery.finish();
    }
  }

  private static DicomWebArchive archive(URI base) {
    return new DicomWebArchive(
        new DicomWebSettings(base, Credentials.none(), Optional.empty(), LIMIT, LIMIT), CLOCK);
  }

  private static Instance instance(InstanceKey key) {
    return new Instance(key, TestInstances.SOP_CLASS, TestInstances.TRANSFER_SYNTAX);
  }

  private static byte[] file(InstanceKey key) {
    return TestInstances.file(key, "one");
  }

  private static String stored(InstanceKey key) {
    return """
        {"00081199": {"vr": "SQ", "Value": [
           {"00081155": {"vr": "UI", "Value": ["%s"]}}]}}
        """
        .formatted(key.instance());
  }

  private static String reason(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Unavailable.class);
    return ((Unavailable) outcome).cause().getMessage();
  }

  private static Optional<Duration> retryAfter(Outcome outcome) {
    return ((AnswerException) ((Unavailable) outcome).cause()).retryAfter();
  }
}
