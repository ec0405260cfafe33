package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.dicom.DataSetOutput;
import org.radcanon.dimse.AssociationException.Ending;
import org.radcanon.studies.Instance;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Syntax;

/** DICOM over TLS (PS3.15 B.12) with OpenSSL on the other side, both showing certificates. */
@Timeout(120)
class DcmtkTlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Instance CT = TinyStudies.ctChest().first();

  @TempDir private static Path keys;
  private static TlsProfile ours;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RecordedEvents events = new RecordedEvents();
  private final Map<String, Long> received = new ConcurrentHashMap<>();

  @TempDir private Path folder;

  /** Three that trust each other, but for the stranger, whom nobody trusts. */
  @BeforeAll
  static void makeKeys() throws Exception {
    make("own", "EC", "-groupname", "secp256r1");
    make("dcmtk", "RSA", "-keysize", "2048");
    make("stranger", "EC", "-groupname", "secp256r1");
    Path trust = keys.resolve("trust.p12");
    keytool(trust, "-importcert", "-noprompt", "-file", keys.resolve("dcmtk.crt").toString());
    ours = TlsProfile.of(Optional.of(store("own")), new TlsProfile.Store(trust, PASSWORD), true);
  }

  private static TlsProfile.Store store(String name) {
    return new TlsProfile.Store(keys.resolve(name + ".p12"), PASSWORD);
  }

  private static void make(String name, String algorithm, String option, String value)
      throws Exception {
    Path store = keys.resolve(name + ".p12");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        algorithm,
        option,
        value,
        "-dname",
        "CN=" + name,
        "-ext",
        "SAN=ip:127.0.0.1");
    KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD);
    pem(name + ".key", "PRIVATE KEY", made.getKey(name, PASSWORD).getEncoded());
    pem(name + ".crt", "CERTIFICATE", made.getCertificate(name).getEncoded());
  }

  private static void pem(String file, String what, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        keys.resolve(file),
        "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, body, what),
        StandardCharsets.US_ASCII);
  }

  private static void keytool(Path store, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    Dcmtk.Outcome outcome = Dcmtk.run(command);
    assertThat(outcome.exit()).as("%s", outcome.lines()).isZero();
  }

  private static List<String> tls(String who, String profile) {
    return List.of(
        "+tls",
        keys.resolve(who + ".key").toString(),
        keys.resolve(who + ".crt").toString(),
        "+cf",
        keys.resolve("own.crt").toString(),
        profile);
  }

  private DimseServer server() throws IOException {
    ServerSettings settings =
        new ServerSettings(
            InetAddress.getLoopbackAddress(),
            0,
            Optional.of(ours),
            Set.of(),
            Set.of(),
            8,
            DimseSettings.DEFAULT,
            StorageAcceptance.STANDARD);
    return DimseServer.open(
        settings,
        (request, dataSet) -> {
          received.put(request.sopInstance(), (long) dataSet.readAllBytes().length);
          return Status.SUCCESS;
        },
        (request, matches) -> Status.SUCCESS,
        events,
        threads);
  }

  private static AssociationPool pool(int port) {
    Peer peer =
        new Peer(
            InetAddress.getLoopbackAddress().getHostAddress(),
            port,
            new AeTitle("STORESCP"),
            new AeTitle("RADCANON"),
            Optional.of(ours));
    return AssociationPool.to(peer, DimseSettings.DEFAULT, 1, DimseEvents.NONE);
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /** The profiles that are not retired: BCP 195 non-downgrading, as it was, and extended. */
  @ParameterizedTest
  @ValueSource(strings = {"+py", "+px", "+pz"})
  void echoscu_and_storescu_of_every_profile_are_served(String profile) throws Exception {
    Path file = Files.write(folder.resolve("ct.dcm"), CT.bytes(Syntax.EXPLICIT));
    try (DimseServer server = server()) {
      Dcmtk.Outcome echo = Dcmtk.call(server, "echoscu", tls("dcmtk", profile), List.of());
      Dcmtk.Outcome store = Dcmtk.call(server, "storescu", tls("dcmtk", profile), List.of(file));

      assertThat(echo.exit()).as("%s", echo.lines()).isZero();
      assertThat(store.exit()).as("%s", store.lines()).isZero();
    }

    assertThat(received).containsOnlyKeys(CT.sopInstanceUid());
  }

  @Test
  void a_certificate_that_is_not_trusted_is_not_let_in() throws Exception {
    try (DimseServer server = server()) {
      assertThat(Dcmtk.call(server, "echoscu", tls("stranger", "+py"), List.of()).exit())
          .isNotZero();
    }

    assertThat(events.accepted).isEmpty();
    assertThat(events.rejected).hasSize(1).allMatch(reason -> reason.contains("SSL"));
  }

  @Test
  void a_peer_without_certificate_is_not_let_in() throws Exception {
    List<String> anonymous = List.of("+tla", "+cf", keys.resolve("own.crt").toString());
    try (DimseServer server = server()) {
      assertThat(Dcmtk.call(server, "echoscu", anonymous, List.of()).exit()).isNotZero();
    }

    assertThat(events.accepted).isEmpty();
  }

  @Test
  void null_encryption_is_not_spoken() throws Exception {
    try (DimseServer server = server()) {
      assertThat(Dcmtk.call(server, "echoscu", tls("dcmtk", "+pn"), List.of()).exit()).isNotZero();
    }

    assertThat(events.accepted).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+py", "+px", "+pz"})
  void storescp_of_every_profile_is_called(String profile) throws Exception {
    int port = Dcmtk.freePort();
    Process storescp = Dcmtk.storescp(port, folder, tls("dcmtk", profile));
    try (AssociationPool pool = pool(port)) {
      awaitAnswer(pool, storescp);
      Outgoing outgoing =
          new Outgoing(CT.sopClassUid(), CT.sopInstanceUid(), Syntax.EXPLICIT.uid());
      assertThat(pool.store(outgoing, this::dataSet)).isEqualTo(Status.SUCCESS);
    } finally {
      storescp.destroyForcibly().waitFor();
    }

    assertThat(folder).isDirectoryContaining(file -> file.toString().contains(CT.sopInstanceUid()));
  }

  @Test
  void a_storescp_that_is_not_trusted_is_told_nothing() throws Exception {
    int port = Dcmtk.freePort();
    Process storescp = Dcmtk.storescp(port, folder, tls("stranger", "+py"));
    try (AssociationPool pool = pool(port)) {
      assertThat(failureOnceItListens(pool, storescp))
          .hasMessageContaining("SSL")
          .satisfies(e -> assertThat(e.ending()).isEqualTo(Ending.CONNECTION));
    } finally {
      storescp.destroyForcibly().waitFor();
    }
  }

  private void dataSet(OutputStream out) throws IOException {
    try (DataSetOutput dataSet = new DataSetOutput(out)) {
      dataSet.write(CT.bytes(Syntax.EXPLICIT));
    }
  }

  private static void awaitAnswer(AssociationPool pool, Process process) {
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!isAnswered(pool)) {
      assertThat(process.isAlive() && System.nanoTime() < limit).isTrue();
      Thread.onSpinWait();
    }
  }

  private static boolean isAnswered(AssociationPool pool) {
    try {
      return pool.echo().isSuccess();
    } catch (IOException e) {
      return false;
    }
  }

  private static AssociationException failureOnceItListens(AssociationPool pool, Process process)
      throws IOException {
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (process.isAlive() && System.nanoTime() < limit) {
      try {
        pool.echo();
      } catch (AssociationException e) {
        if (!e.getMessage().contains("ConnectException")) {
          return e;
        }
      }
    }
    throw new AssertionError("it does not listen");
  }
}
