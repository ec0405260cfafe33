package org.radcanon.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.peer.Orthanc;
import org.radcanon.studies.peer.Wait;
import org.radcanon.studies.peer.WebClient;
import org.radcanon.studies.reader.Comparison;
import org.radcanon.studies.reader.DicomFile;
import org.radcanon.studies.reader.Element;
import org.radcanon.studies.send.Peer;
import org.radcanon.studies.send.StoreScu;

/** Orthanc behind radcanon: stored to by STOW-RS, retrieved from by passage, away for a while. */
class ArchiveBehindIT extends RadcanonServer {

  private static final Path FOLDER = DATA.resolve("behind");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PORT_OFFSET = Integer.getInteger("radcanon.it.port-offset");
  private static final int PROCEDURE_CODE_SEQUENCE = 0x00081032;
  private static final String CODE = "RPID16";
  private static final String FRAMES = "multipart/related; type=\"application/octet-stream\"";
  private static final Pattern PARAMETER = Pattern.compile("(?:[^;\"]|\"[^\"]*\")+");
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");

  private static Orthanc orthanc;

  private final WebClient radcanon = new WebClient(door("dicomweb").toString());
  private final StoreScu storescu =
      new StoreScu(new Peer("127.0.0.1", 11112 + PORT_OFFSET, "RADCANON", "MODALITY"));

  @TempDir private Path directory;

  @BeforeAll
  static void archive() {
    orthanc = Orthanc.start(FOLDER.resolve("orthanc"));
  }

  @AfterAll
  static void noArchive() {
    orthanc.close();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "radcanon.archive.kind", "dicomweb",
        "radcanon.archive.dicomweb.url", orthanc.dicomWeb(),
        "radcanon.spool.first-retry", "1",
        "radcanon.spool.longest-retry", "2",
        // The DICOM door then listens on every address of the IP version that WildFly's JVM is
        // told.
        "radcanon.security.open-without-authentication", "true",
        "radcanon.data.dir", FOLDER.resolve("radcanon").toString());
  }

  @Test
  void what_either_door_takes_lies_in_the_archive_with_its_code() throws Exception {
    Study byStow = Stow.store(study(20_261_140));
    Study byCStore = store(study(20_261_141));

    assertThat(radcanon.get("/studies?ProcedureCodeSequence.CodeValue=" + CODE).json().toString())
        .contains(byStow.studyInstanceUid(), byCStore.studyInstanceUid());
    assertThatTheArchiveHas(byStow);
    assertThatTheArchiveHas(byCStore);
  }

  @ParameterizedTest
  @CsvSource({
    "'', multipart/related; type=\"application/dicom\"",
    "/metadata, application/dicom+json",
    "/rendered, image/png",
    "/frames/1, multipart/related; type=\"application/octet-stream\""
  })
  void retrieval_is_answered_as_the_archive_answers(String what, String accept) throws Exception {
    String path = path(Stow.store(study(20_261_142)).first()) + what;

    WebClient.Answer through = radcanon.get(path, accept);
    WebClient.Answer direct = new WebClient(orthanc.dicomWeb()).get(path, accept);

    assertThat(through.status()).as(text(through)).isEqualTo(direct.status()).isEqualTo(200);
    assertThat(parameters(through)).isEqualTo(parameters(direct));
    assertThat(withoutBoundary(through)).isNotEmpty().isEqualTo(withoutBoundary(direct));
  }

  @Test
  void a_frame_that_is_not_there_is_the_archives_error() throws Exception {
    String path = path(Stow.store(study(20_261_142)).first()) + "/frames/99";

    WebClient.Answer through = radcanon.get(path, FRAMES);
    WebClient.Answer direct = new WebClient(orthanc.dicomWeb()).get(path, FRAMES);

    assertThat(through.status()).isEqualTo(direct.status()).isEqualTo(400);
    assertThat(direct.type()).as("Orthanc does not say what its errors are").isEmpty();
    assertThat(through.type()).isEqualTo("application/octet-stream");
    assertThat(text(through)).contains("OrthancError").isEqualTo(text(direct));
  }

  @Test
  void while_the_archive_is_away_the_doors_take_what_it_gets_afterwards() throws Exception {
    Study byStow;
    Study byCStore;
    orthanc.close();
    try {
      byStow = Stow.store(study(20_261_143));
      byCStore = store(study(20_261_144));

      assertThat(spool().getInt("waiting")).isEqualTo(4);
      assertThat(spool().getJsonObject("down").getString("reason")).isNotBlank();
      assertThatRadcanonIsReadyAndSaysWhyTheArchiveIsBehind();
      assertThatRadcanonHandsOut(byStow.first());
      assertThatRadcanonHandsOut(byCStore.first());

      crash();

      assertThat(spool().getInt("waiting")).isEqualTo(4);
      assertThatRadcanonHandsOut(byCStore.first());
    } finally {
      orthanc.start();
    }

    await(() -> spool().getInt("waiting") == 0);
    assertThat(spool().getJsonObject("setAside").getInt("count")).isZero();
    assertThatTheArchiveHas(byStow);
    assertThatTheArchiveHas(byCStore);
    await(() -> !spool().containsKey("down"));
    assertThat(get(management("health/ready")).body()).contains("\"archive behind\":\"OK\"");
  }

  @Test
  void a_deployment_takes_port_and_spool_over_from_the_one_before() throws Exception {
    ModelNode redeploy = new ModelNode();
    redeploy.get("operation").set("redeploy");
    redeploy.get("address").add("deployment", "radcanon.ear");

    try (ModelControllerClient client =
        ModelControllerClient.Factory.create(
            InetAddress.getLoopbackAddress(), 9990 + PORT_OFFSET)) {
      ModelNode answer = client.execute(redeploy);
      assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
    }

    assertThatTheArchiveHas(store(study(20_261_145)));
    assertThat(spool().getBoolean("present")).isTrue();
  }

  private static Study study(long seed) {
    return StudyMaker.of(StudyKind.CT).seed(seed).instances(2).size(64).list().get(0);
  }

  /** Stores all instances by C-STORE; all must be taken. */
  private Study store(Study study) throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (Instance instance : study.instances()) {
      Path file = directory.resolve(instance.sopInstanceUid() + ".dcm");
      files.add(Files.write(file, instance.bytes()));
    }
    StoreScu.Result result = storescu.store(files);
    assertThat(result.statuses().keySet()).as(result.toString()).containsAll(files);
    assertThat(result.statuses().values()).allMatch(StoreScu.Result::isStored);
    return study;
  }

  private static void assertThatTheArchiveHas(Study study) throws IOException {
    Map<String, List<String>> kept = orthanc.instances();
    for (Instance instance : study.instances()) {
      assertThat(kept.get(instance.sopInstanceUid())).hasSize(1);
      byte[] file = orthanc.file(kept.get(instance.sopInstanceUid()).get(0));
      assertThat(Comparison.differences(instance.bytes(), file)).isEmpty();
      assertThat(DicomFile.parse(file).element(PROCEDURE_CODE_SEQUENCE).map(Element::text))
          .hasValueSatisfying(codes -> assertThat(codes).contains(CODE));
    }
  }

  private void assertThatRadcanonHandsOut(Instance instance) throws IOException {
    WebClient.Answer answer = radcanon.get(path(instance), "application/dicom");
    assertThat(answer.status()).as(text(answer)).isEqualTo(200);
    assertThat(Comparison.differences(instance.bytes(), answer.body())).isEmpty();
  }

  private static void assertThatRadcanonIsReadyAndSaysWhyTheArchiveIsBehind()
      throws IOException, InterruptedException {
    var health = get(management("health/ready"));
    assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
    assertThat(health.body())
        .containsPattern("\"archive behind\":\"takes nothing since [^\"]+: [^\"]+\"")
        .contains("\"spool\":\"4 waiting, ");
  }

  private static JsonObject spool() {
    try {
      return new WebClient(door("spool").toString()).required("", "*/*").json().asJsonObject();
    } catch (IOException e) {
      throw new IllegalStateException("radcanon does not tell of its spool", e);
    }
  }

  private static void await(BooleanSupplier condition) {
    assertThat(Wait.until(LIMIT, condition)).as("in time; spool: %s", spool()).isTrue();
  }

  private static String text(WebClient.Answer answer) {
    return new String(answer.body(), ISO_8859_1);
  }

  /** The media type and its parameters in any order, without the boundary. */
  private static Set<String> parameters(WebClient.Answer answer) {
    return PARAMETER
        .matcher(answer.type())
        .results()
        .map(parameter -> parameter.group().strip())
        .filter(parameter -> !parameter.startsWith("boundary="))
        .collect(Collectors.toSet());
  }

  /** The boundary is another one each time. */
  private static String withoutBoundary(WebClient.Answer answer) {
    Matcher boundary = BOUNDARY.matcher(answer.type());
    return boundary.find() ? text(answer).replace(boundary.group(1), "") : text(answer);
  }

  private static String path(Instance instance) {
    return "/studies/%s/series/%s/instances/%s"
        .formatted(instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid());
  }
}
