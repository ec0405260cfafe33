package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.dicom.DataSetOutput;
import org.radcanon.dicom.Tag;
import org.radcanon.studies.Instance;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Syntax;

class DcmtkCallsTheServerTest {

  private record Received(StorageService.Request request, byte[] dataSet) {}

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RecordedEvents events = new RecordedEvents();
  private final Map<String, Received> received = new ConcurrentHashMap<>();
  private final List<String> levels = new CopyOnWriteArrayList<>();
  private volatile int matchesTaken;
  private DimseServer server;

  @TempDir private Path folder;

  @BeforeEach
  void open() throws IOException {
    server =
        DimseServer.open(
            new ServerSettings(
                InetAddress.getLoopbackAddress(),
                0,
                Optional.empty(),
                Set.of(new AeTitle("RADCANON")),
                Set.of(),
                8,
                DimseSettings.DEFAULT,
                StorageAcceptance.STANDARD),
            (request, dataSet) -> {
              received.put(request.sopInstance(), new Received(request, dataSet.readAllBytes()));
              return Status.SUCCESS;
            },
            (request, matches) -> {
              levels.addAll(request.identifier().strings(Tag.parse("QueryRetrieveLevel").get()));
              while (matchesTaken < 1_000_000
                  && matches.test(new FindService.Match(match(matchesTaken), true))) {
                matchesTaken++;
              }
              return Status.SUCCESS;
            },
            events,
            threads);
  }

  @AfterEach
  void close() {
    server.close();
    threads.shutdownNow();
  }

  /** Study Instance UID, implicit or explicit VR being the same length. */
  private byte[] match(int number) {
    String uid = "1.2.%07d".formatted(1_000_000 + number);
    byte[] bytes = new byte[8 + 12];
    bytes[0] = 0x20;
    bytes[2] = 0x0D;
    bytes[4] = 'U';
    bytes[5] = 'I';
    bytes[6] = 12;
    System.arraycopy(uid.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, bytes, 8, 11);
    return bytes;
  }

  private Path file(Instance instance, Syntax syntax) throws IOException {
    return Files.write(
        folder.resolve(instance.sopInstanceUid() + "." + syntax.label()), instance.bytes(syntax));
  }

  private static byte[] dataSet(byte[] file) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (DataSetOutput out = new DataSetOutput(target)) {
      out.write(file);
    }
    return target.toByteArray();
  }

  @Test
  void echoscu_is_answered() throws Exception {
    assertThat(Dcmtk.call(server, "echoscu", List.of("--repeat", "3"), List.of()).exit()).isZero();
    assertThat(events.accepted).containsExactly("DCMTK");
  }

  @Test
  void echoscu_with_many_contexts_and_transfer_syntaxes_is_answered() throws Exception {
    Dcmtk.Outcome outcome =
        Dcmtk.call(server, "echoscu", List.of("-ppc", "128", "-pts", "35"), List.of());

    assertThat(outcome.exit()).as("%s", outcome.lines()).isZero();
  }

  @Test
  void a_wrong_called_ae_title_is_rejected() throws Exception {
    Dcmtk.Outcome outcome = Dcmtk.call(server, "echoscu", List.of("-aec", "SOMEBODY"), List.of());

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.lines()).anyMatch(line -> line.contains("Called AE Title Not Recognized"));
  }

  @ParameterizedTest
  @CsvSource({
    "-xi, IMPLICIT",
    "-xe, EXPLICIT",
    "-xb, BIG_ENDIAN",
    "-xr, RLE",
    "-xs, JPEG_LOSSLESS"
  })
  void storescu_stores_in_every_transfer_syntax(String option, Syntax syntax) throws Exception {
    Instance instance = TinyStudies.ctChest().first();

    Dcmtk.Outcome outcome =
        Dcmtk.call(server, "storescu", List.of(option, "-R"), List.of(file(instance, syntax)));

    assertThat(outcome.exit()).as("%s", outcome.lines()).isZero();
    Received stored = received.get(instance.sopInstanceUid());
    assertThat(stored.request())
        .isEqualTo(
            new StorageService.Request(
                instance.sopClassUid(),
                instance.sopInstanceUid(),
                syntax.uid(),
                new AeTitle("DCMTK"),
                new AeTitle("RADCANON")));
    assertThat(stored.dataSet()).isEqualTo(dataSet(instance.bytes(syntax)));
  }

  @Test
  void storescu_stores_deflated() throws Exception {
    Instance instance = TinyStudies.ctChest().first();

    Dcmtk.Outcome outcome =
        Dcmtk.call(
            server, "storescu", List.of("-xd", "-R"), List.of(file(instance, Syntax.DEFLATED)));

    assertThat(outcome.exit()).as("%s", outcome.lines()).isZero();
    assertThat(received.get(instance.sopInstanceUid()).request().transferSyntax())
        .isEqualTo(Syntax.DEFLATED.uid());
  }

  @Test
  void storescu_that_combines_transfer_syntaxes_gets_explicit_vr() throws Exception {
    Instance instance = TinyStudies.mrHead().first();

    Dcmtk.Outcome outcome =
        Dcmtk.call(
            server, "storescu", List.of("+C", "-x="), List.of(file(instance, Syntax.EXPLICIT)));

    assertThat(outcome.exit()).as("%s", outcome.lines()).isZero();
    assertThat(received.get(instance.sopInstanceUid()).request().transferSyntax())
        .isEqualTo(Syntax.EXPLICIT.uid());
  }

  @Test
  void storescu_calls_at_once_are_served_at_once() throws Exception {
    List<Path> files = new ArrayList<>();
    for (Instance instance : TinyStudies.petCt().instances()) {
      files.add(file(instance, Syntax.EXPLICIT));
    }
    List<Future<Dcmtk.Outcome>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(
          threads.submit(() -> Dcmtk.call(server, "storescu", List.of("--repeat", "5"), files)));
    }

    for (Future<Dcmtk.Outcome> call : calls) {
      assertThat(call.get(60, TimeUnit.SECONDS).exit()).isZero();
    }
    assertThat(received).hasSize(files.size());
    assertThat(events.failures).isEmpty();
    assertThat(events.broken).isEmpty();
  }

  @Test
  void findscu_gets_the_matches_until_it_cancels() throws Exception {
    Dcmtk.Outcome outcome =
        Dcmtk.call(
            server,
            "findscu",
            List.of(
                "-S",
                "-xe",
                "--cancel",
                "3",
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                "StudyInstanceUID"),
            List.of());

    assertThat(outcome.exit()).as("%s", outcome.lines()).isZero();
    assertThat(outcome.lines()).anyMatch(line -> line.contains("1.2.1000002"));
    assertThat(outcome.lines()).anyMatch(line -> line.contains("Cancel"));
    assertThat(levels).containsExactly("STUDY");
    assertThat(matchesTaken).isBetween(3, 999_999);
  }
}
