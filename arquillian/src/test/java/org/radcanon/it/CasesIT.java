package org.radcanon.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.radcanon.studies.Study;
import org.radcanon.studies.TinyStudies;

/** A study that nothing resolves becomes a case; a line of the site map decides it and its like. */
class CasesIT extends RadcanonServer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DicomWeb web = new DicomWeb(http(), door("dicomweb").toString());

  @Test
  void a_case_is_decided_on_the_page_and_its_study_is_then_found_by_code() throws Exception {
    Study study = TinyStudies.ctDescribedAs("Sonderfall <Nr. 7>");
    web.store("/studies", study.first().bytes());
    String page = get(door("")).body();
    assertThat(page)
        .contains("Sonderfall &lt;Nr. 7&gt;", study.studyInstanceUid())
        .doesNotContain("<script", "Sonderfall <Nr");
    assertThat(openCase(study).path("kind").asText()).isEqualTo("UNRESOLVED");

    HttpResponse<String> decided =
        post(
            "site-map",
            "application/x-www-form-urlencoded",
            "match="
                + URLEncoder.encode("text\tStudyDescription\tSonderfall <Nr. 7>", UTF_8)
                + "&modality=CT&value=RPID16&scheme=RADLEX");

    assertThat(decided.statusCode()).isEqualTo(303);
    assertThat(get(door("").resolve(decided.headers().firstValue("Location").orElseThrow())).body())
        .contains("The site map has the line");
    assertThat(openCase(study).isMissingNode()).isTrue();
    JsonNode coding = JSON.readTree(get(door("coding/" + study.studyInstanceUid())).body());
    assertThat(coding.path("basis").asText()).isEqualTo("SITE_MAP");
    String byCode =
        "/studies?00081032.00080100=RPID16&StudyInstanceUID=" + study.studyInstanceUid();
    assertThat(web.get(byCode).json()).hasSize(1);
    assertThat(web.get("/studies/" + study.studyInstanceUid()).parts())
        .as("stored bytes do not change")
        .containsExactly(study.first().bytes());
  }

  @Test
  void a_line_that_means_nothing_is_refused_and_a_foreign_page_changes_nothing() throws Exception {
    String line = "{\"text\":\"CasesIT\",\"target\":{\"value\":\"%s\",\"scheme\":\"RADLEX\"}}";

    assertThat(post("site-map", "application/json", line.formatted("RPID0")).statusCode())
        .isEqualTo(422);
    assertThat(
            post("site-map", "application/json", line.formatted("RPID16"), "http://evil.example")
                .statusCode())
        .isEqualTo(403);
  }

  private static JsonNode openCase(Study study) throws Exception {
    for (JsonNode one : JSON.readTree(get(door("cases?limit=500")).body()).path("cases")) {
      if (one.path("study").asText().equals(study.studyInstanceUid())) {
        return one;
      }
    }
    return JSON.missingNode();
  }

  private static HttpResponse<String> post(
      String path, String contentType, String body, String... origin) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door(path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body));
    if (origin.length > 0) {
      request.header("Origin", origin[0]);
    }
    return send(request.build());
  }
}
