package org.radcanon.web.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.web.Rest;
import org.radcanon.web.Rest.Answer;

class StowResourceTest {
  private static final String RELATED = "multipart/related; type=\"application/dicom\"; boundary=b";

  private final FakeIntake intake = new FakeIntake();
  private DicomWebSettings settings = settings(200, 8L << 30);
  private int maxParts = 1000;

  @Test
  void all_stored_is_200_with_where_they_are() {
    Answer answer = post("/studies", RELATED, "ok 1.2 1.2.1", "ok 1.2 1.2.2");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/dicom+json");
    JsonObject json = json(answer);
    assertThat(json.keySet()).containsExactly("00081190", "00081199");
    assertThat(value(json, "00081190")).endsWith("/studies/1.2");
    JsonObject item = items(json, "00081199").getJsonObject(1);
    assertThat(value(item, "00081150")).isEqualTo(FakeIntake.CT);
    assertThat(value(item, "00081155")).isEqualTo("1.2.2");
    assertThat(value(item, "00081190")).endsWith("/studies/1.2/series/1.2.1/instances/1.2.2");
    assertThat(item.keySet()).doesNotContain("00081196");
  }

  @Test
  void instances_of_several_studies_have_no_common_retrieve_url() {
    JsonObject json = json(post("/studies", RELATED, "ok 1.2 1.2.1", "ok 1.3 1.3.1"));

    assertThat(json.getJsonObject("00081190").keySet()).containsExactly("vr");
    assertThat(items(json, "00081199")).hasSize(2);
  }

  @Test
  void some_failed_is_202_and_says_which_and_why() {
    Answer answer =
        post("/studies", RELATED, "ok 1.2 1.2.1", "DATA_SET_DOES_NOT_MATCH 1.2.2", "rubbish");

    assertThat(answer.status()).isEqualTo(202);
    JsonObject json = json(answer);
    JsonObject failed = items(json, "00081198").getJsonObject(0);
    assertThat(value(failed, "00081155")).isEqualTo("1.2.2");
    assertThat(number(failed, "00081197")).isEqualTo(0xA900);
    assertThat(items(json, "0008119A")).hasSize(1);
    assertThat(number(items(json, "0008119A").getJsonObject(0), "00081197")).isEqualTo(0xC000);
    assertThat(intake.kept).containsExactly("1.2.1");
  }

  @Test
  void a_coerced_instance_bears_its_warning_whatever_the_status() {
    Answer answer = post("/studies", RELATED, "coerced 1.2 1.2.1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(number(items(json(answer), "00081199").getJsonObject(0), "00081196"))
        .isEqualTo(0xB000);

    settings = settings(202, 8L << 30);
    assertThat(post("/studies", RELATED, "coerced 1.2 1.2.1").status()).isEqualTo(202);
    assertThat(post("/studies", RELATED, "ok 1.2 1.2.2").status()).isEqualTo(200);
  }

  @Test
  void what_the_archive_remarks_or_refuses_is_passed_on_as_it_gave_it() {
    settings = settings(202, 8L << 30);
    Answer remarked = post("/studies", RELATED, "remarked 1.2 1.2.1");
    assertThat(remarked.status()).isEqualTo(202);
    assertThat(number(items(json(remarked), "00081199").getJsonObject(0), "00081196"))
        .isEqualTo(0xB007);

    Answer refused = post("/studies", RELATED, "refused 1.2.1");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(number(items(json(refused), "00081198").getJsonObject(0), "00081197"))
        .isEqualTo(0xA9FF);
  }

  @Test
  void an_instance_of_another_study_fails_by_itself() {
    Answer some = post("/studies/1.2", RELATED, "ok 1.2 1.2.1", "ok 1.3 1.3.1");
    assertThat(some.status()).isEqualTo(202);
    assertThat(number(items(json(some), "00081198").getJsonObject(0), "00081197"))
        .isEqualTo(0xC409);

    Answer none = post("/studies/1.2", RELATED, "ok 1.3 1.3.1");
    assertThat(none.status()).isEqualTo(409);
    assertThat(json(none).keySet()).doesNotContain("00081199");
  }

  @Test
  void nothing_stored_for_lack_of_resources_is_503_with_a_time_to_retry() {
    Answer answer = post("/studies", RELATED, "OUT_OF_RESOURCES 1.2.1", "OUT_OF_RESOURCES 1.2.2");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("7");
    assertThat(post("/studies", RELATED, "OUT_OF_RESOURCES 1.2.1", "rubbish").status())
        .isEqualTo(409);
  }

  @Test
  void nothing_dicom_in_the_body_is_400() {
    assertThat(post("/studies", RELATED, "rubbish", "more of it").status()).isEqualTo(400);
    assertThat(raw(RELATED, "--b--\r\n").status()).isEqualTo(400);
    assertThat(raw(RELATED, "no boundary anywhere").status()).isEqualTo(400);
    assertThat(raw(RELATED, "").status()).isEqualTo(400);
    assertThat(raw("multipart/related; type=\"application/dicom\"", "x").status()).isEqualTo(400);
    assertThat(post("/studies/not-a-uid", RELATED, "ok 1.2 1.2.1").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "application/dicom",
        "multipart/form-data; boundary=b",
        "multipart/related; type=\"application/dicom+json\"; boundary=b",
        "multipart/related; type=application/dicom+xml; boundary=b"
      })
  void other_content_types_are_415(String contentType) {
    assertThat(post("/studies", contentType, "ok 1.2 1.2.1").status()).isEqualTo(415);
    assertThat(intake.kept).isEmpty();
  }

  @Test
  void a_compressed_body_is_415() {
    Answer answer =
        rest()
            .post("/studies", RELATED, body("ok 1.2 1.2.1"))
            .header("Content-Encoding", "gzip")
            .send();

    assertThat(answer.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related; type=application/dicom; boundary=b",
        "Multipart/Related; TYPE=\"Application/DICOM\"; Boundary=\"b\"",
        "multipart/related;boundary=b"
      })
  void parameters_may_be_quoted_or_not_in_any_letter_case(String contentType) {
    assertThat(post("/studies", contentType, "ok 1.2 1.2.1").status()).isEqualTo(200);
  }

  @Test
  void parts_of_other_types_fail_without_being_read_as_dicom() {
    String text = "--b\r\nContent-Type: text/plain\r\n\r\nok 1.2 1.2.1\r\n--b--";

    assertThat(raw(RELATED, text).status()).isEqualTo(400);
    assertThat(intake.kept).isEmpty();
  }

  @Test
  void a_part_without_a_type_is_what_the_whole_says() {
    String text = "--b\r\n\r\nok 1.2 1.2.1\r\n--b--";

    assertThat(raw(RELATED, text).status()).isEqualTo(200);
    assertThat(raw("multipart/related; boundary=b", text).status()).isEqualTo(400);
  }

  @Test
  void the_transfer_syntax_of_a_part_is_handed_on() {
    String text =
        "--b\r\nContent-Type: application/dicom; transfer-syntax=1.2.840.10008.1.2\r\n\r\nok 1.2 1.2.1\r\n--b--";

    raw(RELATED, text);

    assertThat(intake.syntaxes)
        .containsExactly(Optional.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
  }

  @Test
  void a_body_that_breaks_off_keeps_what_was_whole() {
    byte[] whole = body("ok 1.2 1.2.1", "ok 1.2 1.2.2");
    byte[] broken = Arrays.copyOf(whole, whole.length - 9);

    Answer answer = rest().post("/studies", RELATED, broken).send();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(intake.kept).containsExactly("1.2.1");
    assertThat(items(json(answer), "0008119A")).hasSize(1);
  }

  @Test
  void a_part_past_the_limit_ends_the_work() {
    settings = settings(200, 20);

    Answer none = post("/studies", RELATED, "ok 1.2 1.2.1" + " ".repeat(50));
    Answer some = post("/studies", RELATED, "ok 1.2 1.2.1", "ok 1.2 1.2.2" + " ".repeat(50));

    assertThat(none.status()).isEqualTo(413);
    assertThat(some.status()).isEqualTo(202);
    assertThat(intake.kept).containsExactly("1.2.1");
  }

  @Test
  void a_part_too_many_ends_the_work_and_what_came_before_stays() {
    maxParts = 2;

    Answer two = post("/studies", RELATED, "ok 1.2 1.2.1", "ok 1.2 1.2.2");
    Answer four = post("/studies", RELATED, "ok 1.3 1.3.1", "rubbish", "ok 1.3 1.3.2", "rubbish");

    assertThat(two.status()).isEqualTo(200);
    assertThat(four.status()).isEqualTo(202);
    assertThat(intake.kept).containsExactly("1.2.1", "1.2.2", "1.3.1");
    assertThat(items(json(four), "0008119A")).hasSize(2);
    assertThat(number(items(json(four), "0008119A").getJsonObject(1), "00081197"))
        .isEqualTo(0xA700);
  }

  @Test
  void a_caller_that_takes_xml_only_gets_406_and_nothing_is_stored() {
    Answer answer =
        rest()
            .post("/studies", RELATED, body("ok 1.2 1.2.1"))
            .header("Accept", "application/dicom+xml")
            .send();

    assertThat(answer.status()).isEqualTo(406);
    assertThat(intake.kept).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/dicom+json", "application/json", "*/*", "text/html, */*;q=.1"})
  void a_caller_that_takes_json_gets_it(String accept) {
    Answer answer =
        rest().post("/studies", RELATED, body("ok 1.2 1.2.1")).header("Accept", accept).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).matches("application/(dicom\\+)?json");
  }

  private Answer post(String uri, String contentType, String... parts) {
    return rest().post(uri, contentType, body(parts)).send();
  }

  private Answer raw(String contentType, String body) {
    return rest().post("/studies", contentType, body.getBytes(ISO_8859_1)).send();
  }

  private Rest rest() {
    return new Rest(new StowResource(new StowService(intake, settings, maxParts), settings));
  }

  private static byte[] body(String... parts) {
    return TestBodies.multipart(
        "b", "", "", Arrays.stream(parts).map(p -> p.getBytes(ISO_8859_1)).toList());
  }

  private static DicomWebSettings settings(int coercedStatus, long maxPartBytes) {
    return new DicomWebSettings(Optional.empty(), coercedStatus, 7, maxPartBytes, 200, 10, 20);
  }

  private static JsonObject json(Answer answer) {
    return Json.createReader(new StringReader(answer.text())).readObject();
  }

  private static JsonArray items(JsonObject json, String tag) {
    assertThat(json.getJsonObject(tag).getString("vr")).isEqualTo("SQ");
    return json.getJsonObject(tag).getJsonArray("Value");
  }

  private static String value(JsonObject json, String tag) {
    return json.getJsonObject(tag).getJsonArray("Value").getString(0);
  }

  private static int number(JsonObject json, String tag) {
    assertThat(json.getJsonObject(tag).getString("vr")).isEqualTo("US");
    return json.getJsonObject(tag).getJsonArray("Value").getInt(0);
  }
}
