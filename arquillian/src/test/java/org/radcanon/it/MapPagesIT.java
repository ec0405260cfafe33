package org.radcanon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A terminologist finds a procedure, follows it to a sibling and takes the tables home. */
class MapPagesIT extends RadcanonServer {

  @Test
  void a_procedure_is_found_by_words_and_leads_to_its_sibling() throws Exception {
    URI search = door("map/concepts?q=" + encoded("CT chest with contrast"));
    URI concept = search.resolve(link(get(search).body(), "CT chest with IV contrast"));

    String page = get(concept).body();
    String sibling = get(concept.resolve(link(page, "without IV contrast"))).body();

    assertThat(page).contains("<h1>CT chest with IV contrast</h1>", "RPID18", "RID28769");
    assertThat(sibling).contains("<h1>CT chest without IV contrast</h1>");
  }

  @Test
  void a_code_leads_to_its_procedure_and_the_start_to_the_search() throws Exception {
    for (String from : new String[] {"map", "map/", "map/codes/RADLEX/RPID18"}) {
      HttpResponse<String> answer = get(door(from));
      assertThat(answer.statusCode()).as(from).isEqualTo(303);
      URI to = door(from).resolve(answer.headers().firstValue("Location").orElseThrow());
      assertThat(to.getPath()).startsWith("/radcanon/map/concepts");
      assertThat(get(to).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void the_gap_report_and_the_tables_are_downloaded_and_not_twice() throws Exception {
    HttpResponse<String> gaps = get(door("map/gaps.csv?scheme=RADLEX&kind=equal-attributes"));
    HttpResponse<String> codes = get(door("map/download/codes.csv"));
    HttpResponse<String> again =
        send(
            HttpRequest.newBuilder(door("map/download/codes.csv"))
                .header("If-None-Match", codes.headers().firstValue("ETag").orElseThrow())
                .build());

    assertThat(gaps.body()).startsWith("kind,scheme,code").contains("EQUAL_ATTRIBUTES,RADLEX,");
    assertThat(codes.body()).contains(",RADLEX,RPID18,");
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void pages_run_our_script_only_and_take_nothing_but_get() throws Exception {
    HttpResponse<String> page = get(door("map/browse"));
    HttpResponse<String> posted =
        send(
            HttpRequest.newBuilder(door("map/browse"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
    assertThat(get(door("map/map.js")).statusCode()).isEqualTo(200);
    assertThat(get(door("style.css")).statusCode()).isEqualTo(200);
    assertThat(posted.statusCode()).isEqualTo(405);
  }

  /** The address behind the first link with this text. */
  private static String link(String page, String text) {
    Matcher link =
        Pattern.compile("<a href=\"([^\"]*)\"[^>]*>" + Pattern.quote(text) + "</a>").matcher(page);
    assertThat(link.find()).as(text).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
