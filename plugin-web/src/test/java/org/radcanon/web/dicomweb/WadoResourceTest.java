package org.radcanon.web.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.web.MediaTypeValue;
import org.radcanon.web.Rest;
import org.radcanon.web.Rest.Answer;
import org.radcanon.web.dicomweb.MultipartReader.Part;

class WadoResourceTest {
  private static final String LITTLE = "1.2.840.10008.1.2.1";
  private static final String JPEG = "1.2.840.10008.1.2.4.70";

  private final FakeArchive archive =
      new FakeArchive()
          .with("1.2", "1.2.1", "1.2.1.1", LITTLE, "first\r\n--".getBytes())
          .with("1.2", "1.2.1", "1.2.1.2", JPEG, "second".getBytes())
          .with("1.2", "1.2.2", "1.2.2.1", LITTLE, new byte[0])
          .lost("1.3", "1.3.1", "1.3.1.1", LITTLE)
          .with("1.4", "1.4.1", "1.4.1.1", LITTLE, "there".getBytes())
          .lost("1.4", "1.4.1", "1.4.1.2", LITTLE);

  @AfterEach
  void everything_that_was_opened_is_closed() {
    assertThat(archive.open).isZero();
  }

  @Test
  void a_study_comes_whole_and_byte_for_byte_in_the_order_of_the_index() throws IOException {
    Answer answer = get("/studies/1.2", "multipart/related; type=\"application/dicom\"");

    assertThat(answer.status()).isEqualTo(200);
    List<String> contents = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (Part part : parts(answer)) {
      types.add(part.headers().get("content-type"));
      contents.add(new String(part.content().readAllBytes()));
    }
    assertThat(contents).containsExactly("first\r\n--", "second", "");
    assertThat(types.get(1)).isEqualTo("application/dicom; transfer-syntax=" + JPEG);
  }

  @Test
  void a_series_and_an_instance_are_parts_of_a_multipart_too() throws IOException {
    assertThat(parts(get("/studies/1.2/series/1.2.1", "*/*"))).hasSize(2);
    List<Part> one = parts(get("/studies/1.2/series/1.2.1/instances/1.2.1.2", null));
    assertThat(one).hasSize(1);
    assertThat(one.get(0).headers().get("content-location"))
        .endsWith("/studies/1.2/series/1.2.1/instances/1.2.1.2");
  }

  @Test
  void a_single_instance_comes_alone_when_asked_for_so() {
    Answer answer =
        get("/studies/1.2/series/1.2.1/instances/1.2.1.2", "application/dicom; transfer-syntax=*");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type"))
        .isEqualTo("application/dicom;transfer-syntax=" + JPEG);
    assertThat(answer.text()).isEqualTo("second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/dicom",
        "text/html",
        "multipart/related; type=\"application/octet-stream\"",
        "multipart/related; type=\"application/dicom\"; q=0"
      })
  void a_study_in_other_forms_is_406(String accept) {
    assertThat(get("/studies/1.2", accept).status()).isEqualTo(406);
  }

  @Test
  void a_transfer_syntax_that_is_not_the_stored_one_is_406_and_the_stored_one_is_named() {
    String uri = "/studies/1.2/series/1.2.1/instances/1.2.1.2";

    Answer answer = get(uri, "application/dicom; transfer-syntax=" + LITTLE);

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.text()).contains(JPEG);
    assertThat(get(uri, "application/dicom; transfer-syntax=" + JPEG).status()).isEqualTo(200);
  }

  @Test
  void some_of_a_study_in_the_wanted_transfer_syntax_is_206() throws IOException {
    Answer answer =
        get("/studies/1.2", "multipart/related; type=application/dicom; transfer-syntax=" + JPEG);

    assertThat(answer.status()).isEqualTo(206);
    assertThat(parts(answer)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/studies/9.9,404",
    "/studies/1.2/series/9.9,404",
    "/studies/1.2/series/1.2.1/instances/9.9,404",
    "/studies/..%2f..,400",
    "/studies/1.02.x,400"
  })
  void what_is_not_there_is_404_and_what_is_no_uid_400(String uri, int status) {
    assertThat(get(uri, "*/*").status()).isEqualTo(status);
  }

  @Test
  void an_instance_that_the_archive_lost_gives_no_instance() {
    assertThat(get("/studies/1.3", "*/*").status()).isEqualTo(500);
  }

  @Test
  void an_instance_that_fails_midway_leaves_the_multipart_without_an_end() {
    assertThat(get("/studies/1.4", "*/*").text()).contains("there").doesNotContain("--\r\n");
  }

  @Test
  void head_opens_nothing_and_sends_nothing() {
    Answer answer = rest().call("HEAD", "/studies/1.2").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("multipart/related");
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void the_accept_parameter_goes_before_the_header() {
    Answer answer =
        get("/studies/1.2/series/1.2.1/instances/1.2.1.2?accept=application/dicom", "text/html");

    assertThat(answer.text()).isEqualTo("second");
  }

  private Answer get(String uri, String accept) {
    Rest.Call call = rest().get(uri);
    return (accept == null ? call : call.header("Accept", accept)).send();
  }

  private Rest rest() {
    DicomWebSettings settings =
        new DicomWebSettings(Optional.empty(), 200, 7, 1 << 20, 200, 10, 20);
    return new Rest(new WadoResource(new InstanceStreams(archive, archive), settings));
  }

  private static List<Part> parts(Answer answer) throws IOException {
    MediaTypeValue type = MediaTypeValue.parse(answer.header("Content-Type"));
    assertThat(type.typeParameter("type")).contains("application/dicom");
    List<Part> parts = new ArrayList<>();
    MultipartReader reader =
        new MultipartReader(
            new ByteArrayInputStream(answer.bytes()),
            type.parameter("boundary").orElseThrow(),
            1 << 20);
    for (Optional<Part> p = reader.next(); p.isPresent(); p = reader.next()) {
      byte[] content = p.get().content().readAllBytes();
      parts.add(
          new Part(
              p.get().headers(),
              new PartContent(new ByteArrayInputStream(content), Long.MAX_VALUE)));
    }
    return parts;
  }
}
