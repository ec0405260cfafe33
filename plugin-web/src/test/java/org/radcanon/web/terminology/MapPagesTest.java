package org.radcanon.web.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.intake.MapDesk;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.web.Rest;
import org.radcanon.web.Rest.Answer;

class MapPagesTest {
  private CanonicalMap map = new SmallMap("test <1>");
  private final MapDesk desk = MapDesk.of(() -> map);
  private final Rest rest =
      new Rest(
              new StartResource(),
              new ConceptResource(desk),
              new CodeResource(desk),
              new BrowseResource(desk),
              new SchemeResource(desk),
              new GapResource(desk),
              new DownloadResource(desk))
          .provider(PageHeaders.class);

  @Test
  void words_find_procedures_by_the_names_of_any_scheme() {
    String page = text("/concepts?q=" + encoded("chest w ivcon"));

    assertThat(page).contains("concepts/RC0000026", "CT chest with IV contrast", "99RIMAG");
    assertThat(page).doesNotContain("concepts/RC0000042");
  }

  @Test
  void chinese_words_find_procedures_and_are_marked_as_chinese() {
    String page = text("/concepts?q=" + encoded("\u589E\u5F3A"));

    assertThat(page).contains("concepts/RC0000026");
    assertThat(page).contains("<span lang=\"zh-Hans\">\u80F8\u90E8 CT \u589E\u5F3A</span>");
  }

  @Test
  void a_code_without_procedure_is_found_by_its_very_code() {
    assertThat(text("/concepts?q=RPID9")).contains("codes/RADLEX/RPID9\">RADLEX RPID9</a>");
  }

  @Test
  void the_search_is_a_form_that_works_without_script_and_keeps_what_was_asked() {
    String page = text("/concepts?q=%3Cx%3E&scheme=99RIMAG");

    assertThat(page)
        .contains("value=\"&lt;x&gt;\"", "Nothing found")
        .contains("<option value=\"99RIMAG\" selected=\"selected\">");
  }

  @Test
  void a_procedure_shows_its_attributes_with_every_code_for_them() {
    assertThat(text("/concepts/RC0000026"))
        .contains("<h1>CT chest with IV contrast</h1>", "in force")
        .contains(
            "RID1243",
            "SCT 43799004",
            "Thorax",
            "CHEST, THORAX",
            "<span lang=\"zh-Hans\">\u80F8\u90E8</span>")
        .contains("with IV contrast", "RID28769");
    assertThat(text("/concepts/RC0000042")).contains("RV-OWN", "our own");
  }

  @Test
  void a_procedure_shows_its_codes_in_every_scheme_with_their_names() {
    assertThat(text("/concepts/RC0000026"))
        .contains("RPID2", "RPID20", "01020304050607", "a name of RPID20", "preferred");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/concepts/RC0000026", "/schemes/RADLEX"})
  void core_and_deprecated_codes_are_marked_as_such(String path) {
    assertThat(text(path).replaceAll("<[^>]*>|\\s+", " ").replaceAll(" +", " "))
        .containsPattern("RPID2( preferred)? core")
        .contains("RPID20 deprecated");
  }

  @Test
  void siblings_stand_under_the_attribute_that_differs_and_lead_there() {
    String page = text("/concepts/RC0000026");

    assertThat(page)
        .contains("<dt>Contrast</dt>")
        .contains("href=\"../concepts/RC0000034\" title=\"CT chest without IV contrast\"");
  }

  @Test
  void broader_and_narrower_procedures_say_what_differs() {
    assertThat(text("/concepts/RC0000018")).contains("Contrast: + with IV contrast");
    assertThat(text("/concepts/RC0000026")).contains("Contrast: \u2212 with IV contrast");
  }

  @Test
  void a_retired_procedure_leads_to_what_replaced_it() {
    assertThat(text("/concepts/RC0000059"))
        .contains("retired", "replaced by", "../concepts/RC0000026");
  }

  @Test
  void a_wrong_mapping_is_corrected_by_a_line_to_copy() {
    String page =
        text(
            "/concepts/RC0000026?from=RADLEX+RPID20&relation=equivalent&to=RC0000034&reason="
                + encoded("says \"plain\", in its text"));

    assertThat(page)
        .contains(
            "RADLEX,RPID20,equivalent,99RADCANON,RC0000034,&quot;says &quot;&quot;plain&quot;&quot;,"
                + " in its text&quot;")
        .contains("CT chest without IV contrast");
  }

  @ParameterizedTest
  @CsvSource({
    "from=RPID20&to=RC0000034&reason=x,scheme first",
    "from=NO+RPID20&to=RC0000034&reason=x,There is no scheme NO",
    "from=RADLEX+RPID20&to=RC9&reason=x,Nothing is known as",
    "from=RADLEX+RPID20&to=RC0000034,needs a reason"
  })
  void a_line_that_the_build_would_refuse_is_not_written(String query, String fault) {
    assertThat(text("/concepts/RC0000026?" + query)).contains(fault).doesNotContain("id=\"line\"");
  }

  @Test
  void whatever_a_scheme_says_stays_text() {
    assertThat(text("/concepts/RC0000042") + text("/schemes/RADLEX") + text("/concepts?q=head"))
        .doesNotContain("<script>", "<reason>", "<notice>")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;");
  }

  @Test
  void a_code_leads_to_its_procedure_or_to_what_was_not_understood() {
    Answer known = rest.get("/codes/RADLEX/RPID20").send();
    Answer without = rest.get("/codes/RADLEX/RPID9").send();

    assertThat(known.status()).isEqualTo(303);
    assertThat(known.header("Location")).endsWith("concepts/RC0000026");
    assertThat(without.status()).isEqualTo(200);
    assertThat(without.text()).contains("CT &lt;b&gt;Gizmo", "gizmo", "RADLEX,RPID9,equivalent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/concepts/RC1",
        "/concepts/RC1.csv",
        "/codes/RADLEX/RPID99",
        "/schemes/NO",
        "/download/passwords.csv"
      })
  void what_is_not_there_is_not_found(String uri) {
    assertThat(rest.get(uri).send().status()).isEqualTo(404);
  }

  @Test
  void browsing_counts_by_modality_and_region_and_lists_them() {
    assertThat(text("/browse"))
        .contains("?modality=RID10321&amp;region=RID1243\">3</a>", "chest", "head");
    assertThat(text("/browse?modality=RID10321&region=RID9080"))
        .contains("CT, head", "concepts/RC0000042")
        .doesNotContain("concepts/RC0000026");
    assertThat(text("/browse?region=none")).contains("region not stated", "0 procedures");
  }

  @Test
  void lists_are_paged() {
    String page = text("/browse?region=RID1243&limit=1&offset=1");

    assertThat(page)
        .contains("2\u20132 of 3", "offset=0", "offset=2")
        .contains("concepts/RC0000026")
        .doesNotContain("concepts/RC0000018", "concepts/RC0000034");
    assertThat(rest.get("/browse?region=RID1243&limit=0").send().status()).isEqualTo(400);
  }

  @Test
  void a_scheme_shows_its_version_notice_counts_and_codes() {
    assertThat(text("/schemes")).contains("RadLex Playbook", ">5<", ">4<", "list=without\">1</a>");
    assertThat(text("/schemes/RADLEX"))
        .contains("\u00A9 RSNA &lt;notice&gt;", "5 codes of 4 procedures", "1 without procedure")
        .contains("RPID20", "../concepts/RC0000026");
    assertThat(text("/schemes/RADLEX?list=without")).contains("RPID9", "gizmo");
  }

  @Test
  void a_scheme_of_values_shows_what_they_mean() {
    assertThat(text("/schemes/RADLEX?list=values")).contains("0 codes of attribute values");
    assertThat(rest.get("/schemes/RADLEX?list=odd").send().status()).isEqualTo(400);
  }

  @Test
  void the_gap_report_counts_filters_and_is_downloaded() {
    assertThat(text("/gaps"))
        .contains("Not understood", "Equal attributes", "CT &lt;b&gt;Gizmo", "RPID20");
    assertThat(text("/gaps?scheme=RADLEX&kind=equal-attributes"))
        .contains("RPID20", "gaps.csv?scheme=RADLEX&amp;kind=equal-attributes")
        .doesNotContain("Gizmo");
    assertThat(text("/gaps.csv?kind=not-understood"))
        .startsWith("kind,scheme,code,name,concept,detail,others\r\n")
        .contains("NOT_UNDERSTOOD,RADLEX,RPID9,CT <b>Gizmo,,");
    assertThat(rest.get("/gaps?kind=odd").send().status()).isEqualTo(400);
  }

  @Test
  void a_procedure_shows_what_the_gap_report_says_of_it() {
    assertThat(text("/concepts/RC0000026")).contains("Issues", "Equal attributes");
  }

  @Test
  void pages_allow_our_script_and_style_and_nothing_else() {
    Answer answer = rest.get("/concepts").send();

    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.text()).doesNotContain("style=", "onclick", "http://", "https://");
    assertThat(rest.get("/map.js").send().header("Content-Type")).startsWith("text/javascript");
    assertThat(rest.get("/map.css").send().header("Content-Type")).startsWith("text/css");
  }

  private String text(String uri) {
    Answer answer = rest.get(uri).send();
    assertThat(answer.status()).as(uri).isEqualTo(200);
    return answer.text();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void another_map_in_force_is_shown_at_once() {
    String before = text("/concepts");
    map = new SmallMap("the next");

    assertThat(before).contains("test &lt;1&gt;");
    assertThat(text("/concepts")).contains("the next");
  }
}
