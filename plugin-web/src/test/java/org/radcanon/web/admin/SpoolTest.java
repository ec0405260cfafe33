package org.radcanon.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.archive.spool.SpoolState.Down;
import org.radcanon.intake.SpoolDesk;
import org.radcanon.web.Rest;
import org.radcanon.web.Rest.Answer;

class SpoolTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final byte[] NOTHING = new byte[0];

  private final FakeSpool spool = new FakeSpool();

  @Test
  void a_spool_in_good_order_says_what_waits() {
    spool.waiting = 3;

    JsonObject json = json(rest(spool).get("/spool").send());

    assertThat(json.getBoolean("present")).isTrue();
    assertThat(json.getInt("waiting")).isEqualTo(3);
    assertThat(json.getString("oldest")).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(json.containsKey("down")).isFalse();
    assertThat(json.getJsonObject("setAside").getInt("count")).isZero();
  }

  @Test
  void an_archive_that_is_down_is_said_with_reason_and_next_try() {
    spool.down =
        Optional.of(
            new Down(
                Instant.parse("2026-01-02T03:04:05Z"),
                "connection <refused>",
                Instant.parse("2026-01-02T03:05:00Z")));

    JsonObject down = json(rest(spool).get("/spool").send()).getJsonObject("down");
    String page = rest(spool).get("/spool.html").send().text();

    assertThat(down.getString("since")).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(down.getString("reason")).isEqualTo("connection <refused>");
    assertThat(down.getString("nextTry")).isEqualTo("2026-01-02T03:05:00Z");
    assertThat(page)
        .contains("takes nothing", "connection &lt;refused&gt;", "2026-01-02 03:05:00 UTC")
        .doesNotContain("<refused>");
  }

  @Test
  void what_was_set_aside_is_listed_in_pages() {
    spool.withSetAside(5);

    JsonObject aside =
        json(rest(spool).get("/spool?limit=2&offset=2").send()).getJsonObject("setAside");
    String page = rest(spool).get("/spool.html?limit=2&offset=2").send().text();

    assertThat(aside.getInt("count")).isEqualTo(5);
    assertThat(aside.getJsonArray("instances")).hasSize(2);
    assertThat(aside.getJsonArray("instances").getJsonObject(0).getInt("sequence")).isEqualTo(3);
    assertThat(page)
        .contains("Number 3", "Number 4", "offset=0", "offset=4", "reason 3", "spool/3/retry")
        .doesNotContain("Number 2", "Number 5");
  }

  @Test
  void one_is_tried_again_by_json_or_by_button() {
    spool.withSetAside(3);

    Answer json = rest(spool).post("/spool/1/retry", null, NOTHING).send();
    Answer form = rest(spool).post("/spool/2/retry", FORM, NOTHING).send();

    assertThat(json(json).getInt("retried")).isEqualTo(1);
    assertThat(form.status()).isEqualTo(303);
    assertThat(form.header("Location")).endsWith("/spool.html?retried=1");
    assertThat(spool.numbers()).containsExactly(3L);
    assertThat(rest(spool).post("/spool/9/retry", null, NOTHING).send().status()).isEqualTo(404);
  }

  @Test
  void all_are_tried_again_by_json_or_by_button() {
    spool.withSetAside(3);
    assertThat(json(rest(spool).post("/spool/retry", null, NOTHING).send()).getInt("retried"))
        .isEqualTo(3);

    spool.withSetAside(2);
    assertThat(rest(spool).post("/spool/retry", FORM, NOTHING).send().header("Location"))
        .endsWith("/spool.html?retried=2");
    assertThat(rest(spool).get("/spool.html?retried=2").send().text()).contains("again: 2.");
    assertThat(spool.numbers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/spool/retry", "/spool/1/retry"})
  void a_page_of_another_origin_tries_nothing(String path) {
    spool.withSetAside(1);

    Answer answer =
        rest(spool)
            .post(path, FORM, "x=y".getBytes(UTF_8))
            .header("Origin", "http://evil.example")
            .send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(spool.numbers()).containsExactly(1L);
  }

  @Test
  void an_embedded_archive_has_no_spool() {
    Rest rest = rest(SpoolDesk.of(Optional::empty));

    assertThat(rest.get("/spool").send().text()).isEqualTo("{\"present\":false}");
    assertThat(rest.get("/spool.html").send().text()).contains("There is no spool");
    assertThat(json(rest.post("/spool/retry", null, NOTHING).send()).getInt("retried")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/spool?limit=0", "/spool?offset=-1", "/spool.html?limit=501"})
  void paging_out_of_range_is_refused(String uri) {
    assertThat(rest(spool).get(uri).send().status()).isEqualTo(400);
  }

  private static Rest rest(SpoolDesk desk) {
    return new Rest(new SpoolResource(desk))
        .provider(SameOriginGuard.class)
        .provider(AnswerHeaders.class);
  }

  private static JsonObject json(Answer answer) {
    return Json.createReader(new StringReader(answer.text())).readObject();
  }
}
