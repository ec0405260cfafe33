package org.radcanon.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.it.DicomWeb.Answer;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Syntax;

/** STOW-RS, QIDO-RS and WADO-RS as a client sees them. */
class DicomWebIT extends RadcanonServer {
  private static final byte[] RUBBISH = "this is no DICOM at all".getBytes(ISO_8859_1);

  private final DicomWeb web = new DicomWeb(http(), door("dicomweb").toString());

  @ParameterizedTest
  @EnumSource
  void what_cannot_be_coded_comes_back_byte_for_byte(Syntax syntax) throws Exception {
    Study study = TinyStudies.ctDescribedAs("DicomWebIT " + syntax);
    byte[] file = study.first().bytes(syntax);

    Answer stored = web.store("/studies", file);

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.header("Content-Type")).isEqualTo("application/dicom+json");
    assertThat(stored.value("00081190")).isEqualTo(web.service() + path(study));
    Answer alone = web.get(path(study.first()), "Accept", "application/dicom");
    assertThat(alone.bytes()).isEqualTo(file);
    assertThat(alone.header("Content-Type")).contains(syntax.uid());
    assertThat(web.get(path(study)).parts()).containsExactly(file);
    assertThat(web.get(path(study.first()), "Accept", "application/dicom; transfer-syntax=1.2.3"))
        .satisfies(a -> assertThat(a.status()).isEqualTo(406))
        .satisfies(a -> assertThat(a.text()).contains(syntax.uid()));
  }

  @Test
  void some_failed_is_202_and_the_others_are_stored() throws Exception {
    Study study = TinyStudies.ctDescribedAs("DicomWebIT some");
    byte[] cut = study.instances().get(1).bytes();

    Answer answer =
        web.store("/studies", study.first().bytes(), RUBBISH, Arrays.copyOf(cut, cut.length - 5));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("00081199").path("Value")).hasSize(1);
    assertThat(web.get(path(study)).parts()).hasSize(1);
  }

  @Test
  void nothing_stored_is_409_for_conflicts_and_400_for_nonsense() throws Exception {
    Study study = TinyStudies.ctDescribedAs("DicomWebIT none");

    Answer conflict = web.store("/studies/1.2.3", study.first().bytes());

    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.json().has("00081199")).isFalse();
    JsonNode failed = conflict.json().path("00081198").path("Value").path(0);
    assertThat(failed.path("00081155").path("Value").path(0).asText())
        .isEqualTo(study.first().sopInstanceUid());
    assertThat(web.store("/studies", RUBBISH).status()).isEqualTo(400);
    assertThat(web.store("/studies").status()).isEqualTo(400);
    assertThat(web.post("/studies", DicomWeb.RELATED, RUBBISH).status()).isEqualTo(400);
    assertThat(web.get(path(study)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "application/dicom",
        "multipart/form-data; boundary=" + DicomWeb.BOUNDARY,
        "multipart/related; type=\"application/dicom+json\"; boundary=" + DicomWeb.BOUNDARY
      })
  void other_content_types_are_415(String contentType) throws Exception {
    byte[] body = DicomWeb.multipart(TinyStudies.ctDescribedAs("DicomWebIT 415").first().bytes());

    assertThat(web.post("/studies", contentType, body).status()).isEqualTo(415);
  }

  @Test
  void a_connection_lost_midway_keeps_the_instances_that_were_whole() throws Exception {
    Study study = TinyStudies.ctDescribedAs("DicomWebIT lost");
    byte[] first = study.first().bytes();
    byte[] body = DicomWeb.multipart(first, study.instances().get(1).bytes());

    sendPartly(body, body.length - 300).close();

    Answer stored = web.get(path(study));
    for (int i = 0; stored.status() == 404 && i < 2000; i++) {
      stored = web.get(path(study)); // the server is still at it
    }
    assertThat(stored.parts()).containsExactly(first);
  }

  @Test
  void a_body_that_ends_before_its_first_part_is_400() throws Exception {
    byte[] body = DicomWeb.multipart(TinyStudies.ctDescribedAs("DicomWebIT cut").first().bytes());

    try (Socket sender = sendPartly(body, 40)) {
      sender.shutdownOutput();
      assertThat(new String(sender.getInputStream().readAllBytes(), ISO_8859_1))
          .startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void a_study_is_found_by_its_attributes_and_described_at_each_level() throws Exception {
    Study study = TinyStudies.ctDescribedAs("DicomWebIT found");
    web.store("/studies", files(study));

    Answer studies = web.get("/studies?StudyDescription=DicomWebIT%20found&includefield=00081032");
    Answer instances = web.get(path(study) + "/instances?limit=1");

    assertThat(studies.json()).hasSize(1);
    assertThat(studies.json().path(0).path("0020000D").path("Value").path(0).asText())
        .isEqualTo(study.studyInstanceUid());
    assertThat(studies.json().path(0).path("00201208").path("Value").path(0).asInt()).isEqualTo(2);
    assertThat(instances.json()).hasSize(1);
    assertThat(instances.header("Warning")).startsWith("299 ").contains("additional results");
    assertThat(web.get("/instances?StudyInstanceUID=" + study.studyInstanceUid()).json())
        .hasSize(2);
    assertThat(web.get(path(study) + "/series").json()).hasSize(1);
    assertThat(web.get("/studies?limit=-1").status()).isEqualTo(400);
    assertThat(web.get("/studies", "Accept", "application/dicom+xml").status()).isEqualTo(406);
  }

  @Test
  void a_coded_study_is_found_by_its_code_and_by_no_other() throws Exception {
    Study study = TinyStudies.ctChest();
    Answer stored = web.store("/studies", files(study));
    String only = "&StudyInstanceUID=" + study.studyInstanceUid();

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.text()).contains("\"00081196\":{\"vr\":\"US\",\"Value\":[45056]}");
    assertThat(web.get("/studies?ProcedureCodeSequence.CodeValue=RPID16" + only).json()).hasSize(1);
    assertThat(web.get("/studies?00081032.00080100=RPID17" + only).json()).isEmpty();
    JsonNode coding = web.get(door("coding/" + study.studyInstanceUid()).toString()).json();
    assertThat(coding.path("basis").asText()).isEqualTo("TEXT");
    String concept = coding.path("concept").asText();
    assertThat(
            web.get(
                    "/studies?00081032.CodeValue="
                        + concept
                        + "&ProcedureCodeSequence.00080102=99RADCANON"
                        + only)
                .json())
        .hasSize(1);
  }

  @Test
  void metadata_come_for_each_instance_and_every_bulk_data_uri_can_be_had() throws Exception {
    Study study = TinyStudies.ctDescribedAs("DicomWebIT metadata");
    byte[] file = study.first().bytes();
    web.store("/studies", files(study));

    JsonNode metadata = web.get(path(study) + "/metadata").json();
    JsonNode large =
        StudyMaker.of(StudyKind.CT).seed(4711).studies(1).instances(1).size(64).stream()
            .map(this::storedMetadata)
            .findFirst()
            .orElseThrow();

    assertThat(metadata).hasSize(2);
    byte[] pixels = java.util.Base64.getDecoder().decode(inline(metadata.path(0)));
    assertThat(pixels)
        .isEqualTo(Arrays.copyOfRange(file, file.length - pixels.length, file.length));
    String uri = large.path("7FE00010").path("BulkDataURI").asText();
    Answer bulk = web.get(uri, "Accept", "application/octet-stream");
    assertThat(bulk.bytes()).hasSize(64 * 64 * 2);
    assertThat(web.get(uri).parts()).containsExactly(bulk.bytes());
    assertThat(web.get(path(study.first()) + "/bulkdata/00100010").status()).isEqualTo(404);
  }

  @Test
  void an_answer_that_breaks_midway_does_not_look_whole() throws Exception {
    Study study =
        StudyMaker.of(StudyKind.CT).seed(815).studies(1).instances(3).size(256).stream()
            .findFirst()
            .orElseThrow();
    assertThat(web.store("/studies", files(study)).status()).isEqualTo(200);
    assertThat(web.get(path(study)).parts()).hasSize(3);
    Files.delete(archived(study.instances().get(2)));

    assertThatThrownBy(() -> web.get(path(study))).isInstanceOf(IOException.class);
    assertThat(web.get(path(study.first())).status()).isEqualTo(200);
  }

  @Test
  void a_caller_by_another_name_is_not_served() throws Exception {
    URI door = door("dicomweb/studies");
    try (Socket socket = new Socket(door.getHost(), door.getPort())) {
      String request =
          "GET " + door.getPath() + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

      assertThat(answer).startsWith("HTTP/1.1 403").contains("loopback only");
    }
  }

  private JsonNode storedMetadata(Study study) {
    try {
      web.store("/studies", files(study));
      return web.get(path(study) + "/metadata").json().path(0);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String inline(JsonNode metadata) {
    return metadata.path("7FE00010").path("InlineBinary").asText();
  }

  /** Sends the beginning of a Store Instances request that declares more. */
  private static Socket sendPartly(byte[] body, int length) throws IOException {
    URI door = door("dicomweb/studies");
    Socket socket = new Socket(door.getHost(), door.getPort());
    OutputStream out = socket.getOutputStream();
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(door.getPath(), DicomWeb.RELATED, body.length);
    out.write(head.getBytes(ISO_8859_1));
    out.write(body, 0, length);
    out.flush();
    return socket;
  }

  private static Path archived(Instance instance) throws IOException {
    try (Stream<Path> files = Files.walk(DATA.resolve("archive"))) {
      List<Path> found = files.filter(f -> f.endsWith(instance.sopInstanceUid() + ".dcm")).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  private static byte[][] files(Study study) {
    return study.instances().stream().map(Instance::bytes).toArray(byte[][]::new);
  }

  private static String path(Study study) {
    return "/studies/" + study.studyInstanceUid();
  }

  private static String path(Instance instance) {
    return "/studies/%s/series/%s/instances/%s"
        .formatted(instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid());
  }
}
