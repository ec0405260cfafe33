package org.radcanon.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.index.CodingRecord;
import org.radcanon.index.CodingStore.CaseKind;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.site.SiteMapRow;
import org.radcanon.web.Rest;
import org.radcanon.web.Rest.Answer;

class AdminTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final CodingRecord PROPOSED =
      new CodingRecord("C2", Basis.CODE, 1, List.of("a code"));

  private final FakeMap map = new FakeMap();
  private final FakeDesk desk = new FakeDesk(map);

  @Test
  void the_page_lists_open_cases_newest_first_with_what_is_known_of_them() {
    desk.withCase(1, "CT SCHAEDEL").withCase(2, "CT THORAX", "C2");

    String page = rest().get("/").send().text();

    assertThat(page.indexOf("CT THORAX")).isPositive().isLessThan(page.indexOf("CT SCHAEDEL"));
    assertThat(page)
        .contains("Open cases (2)", "Decided cases (0)", "1.2.1", "not resolved")
        .contains(
            "CT Chest &amp; more (C2)",
            "test &lt;1&gt;",
            "/dicomweb",
            "/fhir",
            "/spool.html",
            "/health");
  }

  @Test
  void whatever_a_study_says_stays_text() {
    desk.withCase(1, "\"><script>alert('x')</script>\u0001&amp;");

    String page = rest().get("/").send().text();

    assertThat(page)
        .doesNotContain("<script", "\u0001")
        .contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\uFFFD&amp;amp;");
  }

  @Test
  void answers_forbid_scripts_frames_and_guessing_of_types() {
    Answer answer = rest().get("/").send();

    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(rest().get("/style.css").send().header("Content-Type")).startsWith("text/css");
  }

  @Test
  void cases_are_paged() {
    for (int id = 1; id <= 5; id++) {
      desk.withCase(id, "study number " + id);
    }

    String page = rest().get("/?limit=2&offset=2").send().text();

    assertThat(page)
        .contains("study number 3", "study number 2", "offset=0", "offset=4")
        .doesNotContain("study number 5", "study number 1");
    JsonObject json = json(rest().get("/cases?limit=1&offset=4").send());
    assertThat(json.getInt("open")).isEqualTo(5);
    assertThat(json.getJsonArray("cases")).hasSize(1);
    assertThat(json.getJsonArray("cases").getJsonObject(0).getString("study")).isEqualTo("1.2.1");
  }

  @ParameterizedTest
  @CsvSource({"/?limit=0,400", "/?offset=-1,400", "/cases?limit=501,400", "/cases?state=odd,400"})
  void paging_out_of_range_is_refused(String uri, int status) {
    assertThat(rest().get(uri).send().status()).isEqualTo(status);
  }

  @Test
  void deciding_a_case_by_the_form_adds_a_line_and_resolves_its_like() {
    desk.withCase(1, "CT \u00DCBERSICHT = 1")
        .withCase(2, "CT \u00DCBERSICHT = 1")
        .withCase(3, "else");

    Answer answer =
        form(
            "match",
            "text\tStudyDescription\tCT \u00DCBERSICHT = 1",
            "modality",
            "CT",
            "value",
            " RPID22 ",
            "scheme",
            "RADLEX");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).contains("means=C1", "resolved=2");
    SiteMapRow row = desk.rows.get(0);
    assertThat(row.text()).contains("CT \u00DCBERSICHT = 1");
    assertThat(row.modality()).contains("CT");
    assertThat(row.origin().institution()).isEmpty();
    String page = rest().get("/?means=C1&resolved=2").send().text();
    assertThat(page)
        .contains("CT Head without contrast", "Cases closed by it: 2", "Open cases (1)");
  }

  @Test
  void a_candidate_and_a_local_code_may_be_chosen() {
    form(
        "match",
        "code\t99LOCAL\tX1",
        "institution",
        "St. Elsewhere",
        "candidate",
        "C2",
        "value",
        "");

    SiteMapRow row = desk.rows.get(0);
    assertThat(row.code().orElseThrow().value()).isEqualTo("X1");
    assertThat(row.text()).isEmpty();
    assertThat(row.origin().institution()).contains("St. Elsewhere");
    assertThat(row.target().scheme()).isEqualTo("99RADCANON");
  }

  @Test
  void a_text_about_a_series_is_matched_only_where_it_stands() {
    form("match", "text\tProtocolName\tTHX", "candidate", "C2");
    form(
        "match",
        "text\tRequestAttributesSequence.RequestedProcedureDescription\tTHX",
        "candidate",
        "C2");

    assertThat(desk.rows.get(0).source()).contains("ProtocolName");
    assertThat(desk.rows.get(1).source()).isEmpty();
    assertThat(desk.rows.get(1).text()).contains("THX");
  }

  @Test
  void a_form_that_is_not_filled_in_is_refused() {
    assertThat(form("value", "RPID22", "scheme", "RADLEX").status()).isEqualTo(400);
    assertThat(form("match", "text\tStudyDescription\tCT", "value", "").status()).isEqualTo(400);
    assertThat(form("match", "code\tonly", "candidate", "C1").status()).isEqualTo(400);
    assertThat(desk.rows).isEmpty();
  }

  @Test
  void a_line_may_come_as_json() {
    Answer answer =
        json(
            "/site-map",
            "{\"text\":\"CT X\",\"station\":\"CT1\",\"target\":{\"value\":\"RPID16\",\"scheme\":\"RADLEX\"}}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(json(answer).getString("concept")).isEqualTo("C2");
    assertThat(desk.rows.get(0).origin().station()).contains("CT1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"CT X\"}",
        "{\"text\":1,\"target\":{\"value\":\"RPID16\",\"scheme\":\"RADLEX\"}}",
        "{\"txt\":\"CT X\",\"target\":{\"value\":\"RPID16\",\"scheme\":\"RADLEX\"}}",
        "{\"text\":\"CT X\",\"target\":{\"value\":\"RPID16\"}}",
        "[]",
        "{",
      })
  void a_line_that_is_none_is_refused(String line) {
    assertThat(json("/site-map", line).status()).isEqualTo(400);
  }

  @Test
  void a_line_that_cannot_stand_is_422_with_the_reason() {
    Answer answer =
        json(
            "/site-map", "{\"text\":\"CT X\",\"target\":{\"value\":\"no\",\"scheme\":\"RADLEX\"}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("not in the canonical map");
  }

  @Test
  void open_cases_are_resolved_again_on_demand() {
    desk.withCase(1, "CT X");
    json(
        "/site-map", "{\"text\":\"CT X\",\"target\":{\"value\":\"RPID16\",\"scheme\":\"RADLEX\"}}");

    JsonObject outcome = json(json("/cases/resolve", ""));

    assertThat(outcome.getInt("looked")).isEqualTo(1);
    assertThat(outcome.getInt("resolved")).isEqualTo(1);
    assertThat(json(rest().get("/cases?state=closed").send()).getJsonArray("cases")).hasSize(1);
    assertThat(json(json("/site-map/reload", "")).getInt("lines")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNRESOLVED")
  void a_contradiction_is_decided_by_one_of_two_buttons(CaseKind kind) {
    desk.withContradiction(1, kind, PROPOSED).withContradiction(2, kind, PROPOSED);
    String page = rest().get("/").send().text();
    assertThat(page)
        .contains("Keep the code in force", "Take the proposed code", "action=\"cases/1\"")
        .doesNotContain("action=\"site-map\"");

    Answer kept = rest().post("/cases/1", FORM, "take=in-force".getBytes(UTF_8)).send();
    Answer taken = rest().post("/cases/2", FORM, "take=proposed".getBytes(UTF_8)).send();

    assertThat(List.of(kept.status(), taken.status())).containsExactly(303, 303);
    assertThat(desk.cases(false, 10, 0))
        .extracting(c -> c.how().orElseThrow())
        .containsExactly("taken", "kept");
    assertThat(rest().get("/?state=closed").send().text()).doesNotContain("cases/1");
  }

  @Test
  void a_contradiction_is_decided_by_json_once() {
    desk.withContradiction(1, CaseKind.CONFLICT, PROPOSED);

    assertThat(json("/cases/2", "{\"take\":\"proposed\"}").status()).isEqualTo(404);
    assertThat(json("/cases/1", "{\"take\":\"both\"}").status()).isEqualTo(400);
    assertThat(json("/cases/1", "{\"take\":1}").status()).isEqualTo(400);
    assertThat(json("/cases/1", "{\"take\":\"proposed\",\"x\":1}").status()).isEqualTo(400);
    assertThat(desk.countCases(true)).isEqualTo(1);
    Answer taken = json("/cases/1", "{\"take\":\"proposed\"}");
    assertThat(json(taken).getString("taken")).isEqualTo("proposed");
    Answer again = json("/cases/1", "{\"take\":\"in-force\"}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).isEqualTo("Case 1 is already closed.\n");
  }

  @Test
  void a_page_of_another_origin_decides_nothing() {
    desk.withContradiction(1, CaseKind.CONFLICT, PROPOSED);

    Answer answer =
        rest()
            .post("/cases/1", FORM, "take=proposed".getBytes(UTF_8))
            .header("Origin", "http://evil.example")
            .send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(desk.countCases(true)).isEqualTo(1);
  }

  @Test
  void the_code_in_force_of_a_study_is_told_with_all_its_codes() {
    JsonObject json = json(rest().get("/coding/1.2.3").send());

    assertThat(json.getString("study")).isEqualTo("1.2.3");
    assertThat(json.getString("concept")).isEqualTo("C1");
    assertThat(json.getString("name")).isEqualTo("CT Head without contrast");
    assertThat(json.getString("basis")).isEqualTo("TEXT");
    assertThat(json.getJsonArray("codes").getJsonObject(0).getString("value")).isEqualTo("RPID22");
    assertThat(rest().get("/coding/9.9").send().status()).isEqualTo(404);
    assertThat(rest().get("/coding/1.2.3%0a").send().status()).isEqualTo(400);
    assertThat(rest().get("/coding/" + "1".repeat(65)).send().status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,http://evil.example,403",
    "Origin,null,403",
    "Origin,http://localhost:8080,201",
    "Sec-Fetch-Site,cross-site,403",
    "Sec-Fetch-Site,same-site,403",
    "Sec-Fetch-Site,same-origin,201",
    "X-Nothing,said,201"
  })
  void only_our_own_pages_may_change_anything(String header, String value, int status) {
    Answer answer =
        rest()
            .post(
                "/site-map",
                "application/json",
                "{\"text\":\"CT X\",\"target\":{\"value\":\"RPID16\",\"scheme\":\"RADLEX\"}}"
                    .getBytes(UTF_8))
            .header("Host", "localhost:8080")
            .header(header, value)
            .send();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(desk.rows).hasSize(status == 201 ? 1 : 0);
  }

  private Rest rest() {
    DicomWebSettings settings = new DicomWebSettings(Optional.empty(), 200, 7, 1, 200, 10, 20);
    CodingRecord coding = new CodingRecord("C1", Basis.TEXT, 0.9, List.of("said so"));
    return new Rest(
            new PageResource(desk, map, settings),
            new CasesResource(desk, map),
            new SiteMapResource(desk),
            new CodingResource(FakeDesk.Codings.of("1.2.3", coding), map))
        .provider(SameOriginGuard.class)
        .provider(AnswerHeaders.class)
        .provider(SiteMapExceptionMapper.class);
  }

  private Answer form(String... fields) {
    String body =
        Stream.iterate(0, i -> i < fields.length, i -> i + 2)
            .map(i -> fields[i] + "=" + URLEncoder.encode(fields[i + 1], UTF_8))
            .collect(Collectors.joining("&"));
    return rest().post("/site-map", FORM, body.getBytes(UTF_8)).send();
  }

  private Answer json(String uri, String body) {
    return rest().post(uri, "application/json", body.getBytes(UTF_8)).send();
  }

  private static JsonObject json(Answer answer) {
    return Json.createReader(new StringReader(answer.text())).readObject();
  }
}
