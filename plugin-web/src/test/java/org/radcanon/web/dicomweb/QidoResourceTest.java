package org.radcanon.web.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.dicom.Tag;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.web.Rest;
import org.radcanon.web.Rest.Answer;

class QidoResourceTest {
  private static final Key BY_CODE =
      new Key(List.of(Tag.ProcedureCodeSequence, Tag.CodeValue), "RPID16");

  private FakeIndex index = new FakeIndex(3);
  private DicomWebSettings settings = settings(200);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ProcedureCodeSequence.CodeValue",
        "00081032.00080100",
        "ProcedureCodeSequence.00080100",
        "00081032.CodeValue"
      })
  void a_key_may_be_named_by_keyword_or_tag_or_both(String name) {
    JsonArray matches = json(get("/studies?" + name + "=RPID16"));

    assertThat(index.asked.level()).isEqualTo(Level.STUDY);
    assertThat(index.asked.keys()).containsExactly(BY_CODE);
    assertThat(matches).hasSize(3);
    assertThat(matches.getJsonObject(0).keySet()).contains("00081032");
  }

  @Test
  void tags_are_read_in_any_letter_case_of_hex() {
    get("/studies?0020000d=1.2&0040A170=x&0040a170=y");

    assertThat(index.asked.keys())
        .containsExactlyInAnyOrder(
            new Key(List.of(Tag.StudyInstanceUID), "1.2"),
            new Key(List.of(Tag.PurposeOfReferenceCodeSequence), "x"),
            new Key(List.of(Tag.PurposeOfReferenceCodeSequence), "y"));
  }

  @Test
  void a_study_comes_with_the_attributes_of_the_table_and_where_it_is() {
    JsonObject study = json(get("/studies")).getJsonObject(0);

    assertThat(study.keySet())
        .containsExactly("00080005", "00080020", "00080056", "00081190", "00100010", "0020000D");
    assertThat(study.getJsonObject("00080005").getJsonArray("Value").getString(0))
        .isEqualTo("ISO_IR 192");
    assertThat(study.getJsonObject("00100010").toString()).contains("M\u00FCller^Eva");
    assertThat(study.getJsonObject("00081190").getJsonArray("Value").getString(0))
        .isEqualTo("https://pacs.example/radcanon/dicomweb/studies/1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "includefield=PatientComments&includefield=00081032",
        "includefield=00104000,ProcedureCodeSequence",
        "includefield=ProcedureCodeSequence.CodeValue,%20PatientComments",
        "includefield=all",
        "ProcedureCodeSequence=&PatientComments="
      })
  void more_attributes_come_when_asked_for(String query) {
    JsonObject study = json(get("/studies?" + query)).getJsonObject(0);

    assertThat(study.keySet()).contains("00081032", "00104000");
    assertThat(index.asked.keys()).isEmpty();
  }

  @Test
  void series_and_instances_of_a_study_leave_out_what_the_url_says() {
    JsonObject series = json(get("/studies/1.0/series")).getJsonObject(0);
    JsonObject instance = json(get("/studies/1.0/series/1.0.1/instances")).getJsonObject(0);

    assertThat(index.asked.studyUid()).contains("1.0");
    assertThat(index.asked.seriesUid()).contains("1.0.1");
    assertThat(series.keySet())
        .contains("0020000D", "0020000E", "00080060")
        .doesNotContain("00100010", "00200060");
    assertThat(instance.keySet())
        .contains("0020000D", "0020000E", "00080018", "00280010")
        .doesNotContain("00080060", "00100010", "00204000");
    assertThat(instance.getJsonObject("00081190").toString())
        .contains("/studies/1.0/series/1.0.1/instances/1.0.1.1");
  }

  @Test
  void all_series_and_all_instances_come_with_the_attributes_of_the_levels_above() {
    assertThat(json(get("/series")).getJsonObject(0).keySet()).contains("00100010", "00080060");
    assertThat(json(get("/instances")).getJsonObject(0).keySet())
        .contains("00100010", "00080060", "00280010");
    assertThat(json(get("/studies/1.0/instances")).getJsonObject(0).keySet())
        .contains("00080060")
        .doesNotContain("00100010");
  }

  @Test
  void limit_and_offset_are_handed_on_and_what_remains_is_said() {
    Answer answer = get("/studies?limit=2&offset=0");

    assertThat(json(answer)).hasSize(2);
    assertThat(answer.headers("Warning"))
        .containsExactly(
            "299 https://pacs.example/radcanon/dicomweb: There are additional results that can be"
                + " requested with offset.");
    assertThat(get("/studies?limit=2&offset=1").headers("Warning")).isEmpty();
  }

  @Test
  void our_own_limit_cuts_and_says_so() {
    index = new FakeIndex(100);

    Answer byDefault = get("/studies");
    Answer byMaximum = get("/studies?limit=1000");

    assertThat(json(byDefault)).hasSize(10);
    assertThat(json(byMaximum)).hasSize(20);
    assertThat(byMaximum.headers("Warning").get(0)).contains("exceeded the maximum");
  }

  @Test
  void fuzzy_matching_is_literal_and_said_so_in_the_words_of_the_standard() {
    assertThat(get("/studies?fuzzymatching=true&PatientName=Miller").headers("Warning"))
        .containsExactly(
            "299 https://pacs.example/radcanon/dicomweb: The fuzzymatching parameter is not"
                + " supported. Only literal matching has been performed.");
    assertThat(get("/studies?fuzzymatching=false").headers("Warning")).isEmpty();
  }

  @Test
  void what_is_not_known_is_ignored_and_said() {
    Answer answer = get("/studies?Nonsense=1&00091001=x&includefield=Rubbish%0d%0aX:1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers("Warning"))
        .hasSize(3)
        .allMatch(w -> w.startsWith("299 ") && !w.contains("\n"))
        .anyMatch(w -> w.contains("Nonsense"))
        .anyMatch(w -> w.contains("00091001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=-1",
        "limit=x",
        "limit=",
        "offset=-3",
        "offset=1.5",
        "fuzzymatching=maybe",
        "StudyDate=yesterday"
      })
  void a_bad_value_of_a_known_parameter_is_400(String query) {
    Answer answer = get("/studies?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain("Exception").hasLineCount(1);
  }

  @Test
  void nothing_found_is_an_empty_array_or_204_by_configuration() {
    index = new FakeIndex(0);
    assertThat(json(get("/studies"))).isEmpty();

    settings = settings(204);
    assertThat(get("/studies").status()).isEqualTo(204);
    assertThat(get("/studies?offset=50").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "application/dicom+json,200",
    "application/json,200",
    "*/*,200",
    "application/dicom+xml,406",
    "multipart/related; type=\"application/dicom+xml\",406",
    "text/html,406"
  })
  void json_is_what_there_is(String accept, int status) {
    Answer answer = rest().get("/studies").header("Accept", accept).send();

    assertThat(answer.status()).isEqualTo(status);
  }

  private Answer get(String uri) {
    return rest().get(uri).send();
  }

  private Rest rest() {
    return new Rest(new QidoResource(index, settings));
  }

  private static DicomWebSettings settings(int emptyStatus) {
    return new DicomWebSettings(
        Optional.of(URI.create("https://pacs.example/radcanon/dicomweb")),
        200,
        7,
        1,
        emptyStatus,
        10,
        20);
  }

  private static JsonArray json(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return Json.createReader(new ByteArrayInputStream(answer.bytes())).readArray();
  }
}
