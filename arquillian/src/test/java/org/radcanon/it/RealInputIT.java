package org.radcanon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.radcanon.studies.hostile.HostileInputs;
import org.radcanon.studies.hostile.Input;

/**
 * Files of others (Debian's python3-pydicom, and DCMTK's conversions of them to every transfer
 * syntax) through the whole line, from STOW-RS to WADO-RS, read afterwards by DCMTK, dicom3tools
 * and pydicom; and input that nobody should send.
 */
class RealInputIT extends RadcanonServer {

  private static final Path PYDICOM = Path.of("/usr/lib/python3/dist-packages/pydicom/data");
  private static final Path SCRIPTS =
      Path.of("../plugin-ejb/src/test/resources/org/radcanon/dicom");
  private static final Path WORK = Path.of("target", "real-input");
  private static final Path IN = WORK.resolve("in");
  private static final Path OUT = WORK.resolve("out");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "radcanon-real-input";
  private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

  /** Modality, transfer syntax and object of every kind; each gets converted. */
  private static final List<String> CONVERTED =
      List.of("CT_small.dcm", "MR_small.dcm", "rtplan.dcm", "test-SR.dcm", "waveform_ecg.dcm");

  /** Procedure Code, Coding Scheme Identification, Contributing Equipment. */
  private static final int ELEMENTS_PUT_IN = 3;

  @Test
  void filesOfOthersComeBackByteForByteButForWhatWasSet() throws Exception {
    prepare();
    int kept = 0;
    int refused = 0;
    for (Path file : files(IN)) {
      Optional<String> url = store(Files.readAllBytes(file));
      if (url.isPresent()) {
        byte[] stored = retrieve(url.get());
        assertOnlyElementsPutIn(file, stored);
        Files.write(OUT.resolve(file.getFileName()), stored);
        kept++;
      } else {
        refused++;
      }
    }

    assertThat(kept).isGreaterThan(80);
    assertThat(refused).as("fragments and truncated files").isBetween(1, 40);
    assertThat(run("sh", SCRIPTS.resolve("validate.sh").toString(), IN.toString(), OUT.toString()))
        .singleElement()
        .asString()
        .matches("validated 1\\d|validated 20");
    assertThat(run("/usr/bin/python3", "-c", PYDICOM_READS, OUT.toString())).isEmpty();
  }

  @Test
  void hostileInputIsAnsweredAndNothingOfItIsThere() throws Exception {
    int before = studies();
    List<Input> inputs =
        Stream.of(HostileInputs.small(), HostileInputs.badUids()).flatMap(List::stream).toList();

    for (Input input : inputs) {
      assertThat(stow(input.bytes()).statusCode()).as(input.name()).isIn(400, 409);
    }

    assertThat(studies()).isEqualTo(before);
    assertThat(get(management("health/ready")).statusCode()).isEqualTo(200);
  }

  private static final String PYDICOM_READS =
      """
      import pathlib, sys, warnings, pydicom
      warnings.simplefilter("ignore")
      for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
          try:
              str(pydicom.dcmread(path))
          except Exception as e:
              print(path.name, repr(e))
      """;

  private static void prepare() throws Exception {
    assertThat(PYDICOM).as("apt-get install python3-pydicom dcmtk dicom3tools").isDirectory();
    for (Path directory : List.of(IN, OUT)) {
      Files.createDirectories(directory);
      for (Path old : files(directory)) {
        Files.delete(old);
      }
    }
    for (Path file : files(PYDICOM.resolve("test_files"))) {
      if (file.toString().endsWith(".dcm")) {
        Files.copy(file, IN.resolve(file.getFileName()));
      }
    }
    List<String> command =
        new ArrayList<>(List.of("sh", SCRIPTS.resolve("convert.sh").toString(), IN.toString()));
    command.addAll(CONVERTED);
    run(command.toArray(String[]::new));
    for (Path file : files(IN)) {
      if (file.toString().matches(".*\\.(groups.*|bare.*)")) {
        Files.delete(file);
      }
    }
  }

  private static void assertOnlyElementsPutIn(Path file, byte[] stored) {
    try {
      byte[] sent = inflated(Files.readAllBytes(file));
      byte[] kept = inflated(stored);
      assertThat(Insertions.count(sent, kept, ELEMENTS_PUT_IN))
          .as("%s: %d bytes came, %d lie there", file, sent.length, kept.length)
          .isPresent();
    } catch (IOException | DataFormatException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  /** A deflated file with its data set inflated; any other as it is. */
  private static byte[] inflated(byte[] file) throws DataFormatException {
    String head = new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1);
    if (!head.contains(DEFLATED)) {
      return file;
    }
    int meta = 144 + (file[140] & 0xFF | (file[141] & 0xFF) << 8);
    Inflater inflater = new Inflater(true);
    inflater.setInput(file, meta, file.length - meta);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, meta);
    byte[] buffer = new byte[1 << 16];
    while (!inflater.finished()) {
      int n = inflater.inflate(buffer);
      if (n == 0 && inflater.needsInput()) {
        throw new DataFormatException("the deflate stream ends early");
      }
      out.write(buffer, 0, n);
    }
    inflater.end();
    return out.toByteArray();
  }

  /** The instance's Retrieve URL, or empty when it was refused. */
  private static Optional<String> store(byte[] instance) throws Exception {
    HttpResponse<byte[]> response = stow(instance);
    assertThat(response.statusCode()).isIn(200, 202, 400, 409);
    JsonNode stored = JSON.readTree(response.body()).path("00081199").path("Value");
    return stored.isEmpty()
        ? Optional.empty()
        : Optional.of(stored.get(0).path("00081190").path("Value").get(0).asText());
  }

  private static HttpResponse<byte[]> stow(byte[] instance) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n"));
    body.writeBytes(instance);
    body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
    return http()
        .send(
            HttpRequest.newBuilder(door("dicomweb/studies"))
                .header(
                    "Content-Type",
                    "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
                .header("Accept", "application/dicom+json")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofByteArray());
  }

  private static byte[] retrieve(String url) throws Exception {
    HttpResponse<byte[]> response =
        http()
            .send(
                HttpRequest.newBuilder(java.net.URI.create(url))
                    .header("Accept", "application/dicom; transfer-syntax=*")
                    .build(),
                BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).as(url).isEqualTo(200);
    return response.body();
  }

  private static int studies() throws Exception {
    HttpResponse<String> response = get(door("dicomweb/studies?limit=1000"));
    return JSON.readTree(response.body()).size();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static List<String> run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines;
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      lines = output.lines().toList();
    }
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("%s %s", List.of(command), lines).isZero();
    return lines;
  }
}
