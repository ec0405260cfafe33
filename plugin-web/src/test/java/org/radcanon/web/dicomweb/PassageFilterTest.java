package org.radcanon.web.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.web.MediaTypeValue;
import org.radcanon.web.RestServer;

class PassageFilterTest {
  private static final DicomWebSettings SETTINGS =
      new DicomWebSettings(Optional.empty(), 200, 7, 1000, 200, 10, 20);
  private static final String INSTANCE = "/studies/1.2/series/1.3/instances/1.4";
  private static final byte[] FILE = bytes("the instance as it lies in the spool");

  private final HttpClient client = HttpClient.newHttpClient();
  private final FakeArchive archive = new FakeArchive();
  private UpstreamServer upstream;
  private RestServer radcanon;

  @BeforeEach
  void start() throws IOException, ServletException {
    upstream = new UpstreamServer();
    archive.passage = Optional.of(upstream.passage());
    radcanon =
        RestServer.with(
            new PassageFilter(archive, archive, SETTINGS),
            new WadoResource(new InstanceStreams(archive, archive), SETTINGS),
            new QidoResource(archive, SETTINGS));
  }

  @AfterEach
  void stop() {
    radcanon.close();
    upstream.close();
    assertThat(upstream.open).hasValue(0);
  }

  @Test
  void the_archives_answer_comes_back_as_it_is() throws Exception {
    byte[] body = new byte[300_000];
    new Random(7).nextBytes(body);
    String type = "multipart/related; type=\"application/dicom\"; boundary=\"a b'c\"";
    upstream.answers(
        200, body, "Content-Type", type, "ETag", "\"v1\"", "Warning", "299 pacs: slow today");

    HttpResponse<byte[]> answer = get("/studies/1.2?accept=*%2f*&x=%20");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(MediaTypeValue.parse(header(answer, "Content-Type")))
        .isEqualTo(MediaTypeValue.parse(type));
    assertThat(header(answer, "Content-Length")).isEqualTo("300000");
    assertThat(header(answer, "ETag")).isEqualTo("\"v1\"");
    assertThat(header(answer, "Warning")).isEqualTo("299 pacs: slow today");
    assertThat(upstream.asked).containsExactly("GET /pacs/studies/1.2?accept=*%2f*&x=%20");
  }

  @Test
  void a_range_and_its_conditions_go_through() throws Exception {
    upstream.answers(
        206,
        bytes("cde"),
        "Content-Type",
        "application/octet-stream",
        "Content-Range",
        "bytes 2-4/9");

    HttpResponse<byte[]> answer =
        get(INSTANCE + "/bulk/7fe00010", "Range", "bytes=2-4", "If-Range", "\"v1\"");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(bytes("cde"));
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes 2-4/9");
    assertThat(upstream.received).containsEntry("Range", List.of("bytes=2-4"));
    assertThat(upstream.received).containsEntry("If-range", List.of("\"v1\""));
  }

  @Test
  void what_has_not_changed_is_304_without_a_body() throws Exception {
    upstream.answers(304, new byte[0], "ETag", "\"v1\"");

    HttpResponse<byte[]> answer = get("/studies/1.2/metadata", "If-None-Match", "\"v1\"");

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(header(answer, "ETag")).isEqualTo("\"v1\"");
    assertThat(upstream.received).containsEntry("If-none-match", List.of("\"v1\""));
  }

  @Test
  void head_brings_the_header_fields_only() throws Exception {
    upstream.answers(200, bytes("0123456789"), "Content-Type", "application/dicom");

    HttpResponse<byte[]> answer = send("HEAD", INSTANCE);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Length")).isEqualTo("10");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/dicom");
    assertThat(upstream.asked).containsExactly("HEAD /pacs" + INSTANCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 406, 410, 500, 501, 503})
  void the_archives_errors_are_its_own(int status) throws Exception {
    upstream.answers(status, bytes("why"), "Content-Type", "text/plain;charset=us-ascii");

    HttpResponse<byte[]> answer = get("/studies/1.2/rendered");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(bytes("why"));
    assertThat(header(answer, "Content-Type")).isEqualTo("text/plain;charset=us-ascii");
  }

  @Test
  void an_answer_that_does_not_say_what_it_is_gets_no_name_from_what_was_asked_for()
      throws Exception {
    upstream.answers(400, bytes("{}"));

    HttpResponse<byte[]> answer =
        get("/studies/1.2", "Accept", "multipart/related; type=\"application/dicom\"");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo(bytes("{}"));
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
  }

  @Test
  void credentials_and_cookies_go_neither_way() throws Exception {
    upstream.answers(
        200, bytes("x"), "Set-Cookie", "a=b", "Access-Control-Allow-Origin", "*", "Server", "pacs");

    HttpResponse<byte[]> answer =
        get("/studies/1.2/rendered", "Authorization", "Basic eDp5", "Cookie", "s=1", "X-Any", "y");

    assertThat(upstream.received).doesNotContainKeys("Authorization", "Cookie", "X-any");
    assertThat(upstream.received.get("Via")).containsExactly("1.1 radcanon");
    assertThat(answer.headers().map())
        .doesNotContainKeys("set-cookie", "access-control-allow-origin", "server");
  }

  @Test
  void an_archive_that_refuses_our_credentials_is_502() throws Exception {
    upstream.answers(401, bytes("who?"), "WWW-Authenticate", "Basic realm=\"pacs\"");

    HttpResponse<byte[]> answer = get("/studies/1.2");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().map()).doesNotContainKey("www-authenticate");
  }

  @Test
  void an_archive_that_cannot_be_reached_is_503_with_a_time_to_retry() throws Exception {
    upstream.close();

    HttpResponse<byte[]> answer = get("/studies/1.2");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("7");
  }

  @Test
  void an_answer_that_breaks_off_does_not_look_whole() {
    upstream.breaksOff(5, new byte[100_000]);

    assertThatThrownBy(() -> get("/studies/1.2")).isInstanceOf(IOException.class);
  }

  @Test
  void search_is_answered_by_the_index() throws Exception {
    get("/studies/1.2/series");
    get("/studies/1.2/instances");
    get("/studies?StudyInstanceUID=1.2");

    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void a_study_that_is_ahead_is_put_together_here() throws Exception {
    archive.with("1.2", "1.3", "1.4", "1.2.840.10008.1.2.1", FILE).ahead = true;
    upstream.answers(404, bytes("unknown"));

    HttpResponse<byte[]> answer = get(INSTANCE, "Accept", "application/dicom");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(FILE);
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void what_only_the_archive_can_do_for_a_study_ahead_is_503_and_not_404() throws Exception {
    archive.with("1.2", "1.3", "1.4", "1.2.840.10008.1.2.1", FILE).ahead = true;
    upstream.answers(404, bytes("unknown"));

    HttpResponse<byte[]> rendered = get(INSTANCE + "/rendered");
    HttpResponse<byte[]> other = get("/studies/1.2/series/1.3/instances/1.5/rendered");

    assertThat(rendered.statusCode()).isEqualTo(503);
    assertThat(header(rendered, "Retry-After")).isEqualTo("7");
    assertThat(other.statusCode()).isEqualTo(404);
  }

  @Test
  void what_the_index_does_not_know_is_the_archives_even_when_the_study_is_ahead()
      throws Exception {
    archive.with("1.2", "1.3", "1.4", "1.2.840.10008.1.2.1", FILE).ahead = true;
    upstream.answers(200, bytes("old"), "Content-Type", "application/dicom");

    assertThat(get("/studies/1.2/series/1.9/instances/1.9.1").body()).isEqualTo(bytes("old"));
  }

  @Test
  void without_a_passage_all_is_as_it_was() throws Exception {
    archive.with("1.2", "1.3", "1.4", "1.2.840.10008.1.2.1", FILE).passage = Optional.empty();

    assertThat(get(INSTANCE, "Accept", "application/dicom").body()).isEqualTo(FILE);
    assertThat(get(INSTANCE + "/rendered").statusCode()).isEqualTo(404);
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void a_path_that_leads_elsewhere_never_reaches_the_archive() throws Exception {
    assertThat(get("/studies/1.2/%2e%2e/%2e%2e/tools").statusCode()).isIn(400, 404);
    assertThat(get("/studies/1.2/a%2F..%2Fb").statusCode()).isIn(400, 404);
    assertThat(upstream.asked).isEmpty();
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(radcanon.uri(path)).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
