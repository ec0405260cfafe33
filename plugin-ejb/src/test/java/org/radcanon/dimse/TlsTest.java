package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.dimse.AssociationException.Ending;
import org.radcanon.dimse.TlsProfile.Store;

@Timeout(120)
class TlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path folder;
  private static Store own;
  private static Store trust;
  private static Store strangers;

  private final BlockingQueue<Long> received = new LinkedBlockingQueue<>();

  @BeforeAll
  static void makeKeys() throws Exception {
    own = key("own");
    strangers = key("stranger");
    Path certificate = folder.resolve("own.crt");
    Path store = folder.resolve("trust.p12");
    keytool(own.file(), "-exportcert", "-alias", "own", "-file", certificate.toString());
    keytool(store, "-importcert", "-noprompt", "-alias", "own", "-file", certificate.toString());
    trust = new Store(store, PASSWORD);
  }

  private static Store key(String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=" + name,
        "-ext",
        "SAN=dns:localhost");
    return new Store(store, PASSWORD);
  }

  private static void keytool(Path store, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static TlsProfile profile(Store keys) throws Exception {
    return TlsProfile.of(Optional.of(keys), trust, true);
  }

  private void count(Association association) {
    try {
      received.add(
          association.next().orElseThrow().dataSet().transferTo(OutputStream.nullOutputStream()));
      association.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void instances_go_over_tls_to_names_and_addresses(String host) throws Exception {
    try (Loopback loopback =
            new Loopback(Loopback.SETTINGS, Optional.of(profile(own)), 2, this::count);
        Association association =
            loopback.requestor.associate(
                new InetSocketAddress(host, loopback.acceptor.address().getPort()),
                Loopback.PEER,
                Loopback.US,
                List.of(Loopback.STORE_CT))) {
      try (OutputStream out = association.sendWithDataSet(1, Loopback.command(true))) {
        out.write(new byte[1_000_000]);
      }
      association.release();

      assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(1_000_000);
    }
  }

  @Test
  void a_peer_without_a_trusted_certificate_is_not_let_in() throws Exception {
    try (Loopback loopback =
            new Loopback(Loopback.SETTINGS, Optional.of(profile(own)), 2, this::count);
        Requestor stranger = new Requestor(Loopback.SETTINGS, Optional.of(profile(strangers)))) {
      assertThatThrownBy(() -> associate(stranger, loopback))
          .isInstanceOfSatisfying(
              AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.CONNECTION));
      assertThat(loopback.reported()).startsWith("rejected: no transport: SSL");
    }
  }

  @Test
  void a_plain_peer_is_not_let_in() throws Exception {
    try (Loopback loopback =
            new Loopback(Loopback.SETTINGS, Optional.of(profile(own)), 2, this::count);
        Requestor plain = new Requestor(Loopback.SETTINGS, Optional.empty())) {
      assertThatThrownBy(() -> associate(plain, loopback)).isInstanceOf(AssociationException.class);
      assertThat(loopback.reported()).startsWith("rejected: no transport: SSL");
    }
  }

  @Test
  void a_server_that_is_not_trusted_is_not_talked_to() throws Exception {
    try (Loopback loopback =
        new Loopback(Loopback.SETTINGS, Optional.of(profile(strangers)), 2, this::count)) {
      assertThatThrownBy(() -> associate(loopback.requestor, loopback))
          .isInstanceOfSatisfying(
              AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.CONNECTION));
    }
  }

  @Test
  void a_handshake_that_never_ends_is_ended_when_artim_expires() throws Exception {
    DimseSettings brief =
        new DimseSettings(
            16384,
            16384,
            1,
            Duration.ofMillis(100),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));
    try (Loopback loopback = new Loopback(brief, Optional.of(profile(own)), 2, this::count);
        RawPeer peer = new RawPeer(loopback.acceptor.address())) {
      peer.write(new byte[] {0x16, 3, 1});

      assertThat(loopback.reported()).startsWith("rejected: no transport: ");
    }
  }

  @Test
  void a_record_that_comes_byte_after_byte_stretches_no_deadline() throws Exception {
    DimseSettings brief =
        new DimseSettings(
            16384,
            16384,
            1,
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));
    ScheduledExecutorService slowly = Executors.newSingleThreadScheduledExecutor();
    try (Loopback loopback = new Loopback(brief, Optional.of(profile(own)), 2, this::count);
        RawPeer peer = new RawPeer(loopback.acceptor.address());
        Socket tls = profile(own).connect(peer.socket, loopback.acceptor.address())) {
      peer.write(new byte[] {0x17, 3, 3, 0x40, 0});
      slowly.scheduleAtFixedRate(() -> writeQuietly(peer), 20, 20, TimeUnit.MILLISECONDS);

      assertThat(loopback.reported()).isEqualTo("rejected: the peer was silent for too long");
      assertThat(tls.isConnected()).isTrue();
    } finally {
      slowly.shutdownNow();
    }
  }

  private static void writeQuietly(RawPeer peer) {
    try {
      peer.write(new byte[1]);
    } catch (IOException e) {
      // It has been closed, as it should be.
    }
  }

  @Test
  void what_is_configured_as_a_name_is_checked_as_one() {
    assertThat(List.of("localhost", "pacs", "10.example.org", "a.b")).allMatch(TlsProfile::isName);
    assertThat(List.of("127.0.0.1", "::1", "fe80::1%eth0")).noneMatch(TlsProfile::isName);
  }

  @Test
  void only_suites_with_forward_secrecy_and_authenticated_encryption_are_in_the_profile()
      throws Exception {
    List<String> known =
        Arrays.asList(profile(own).context().getSupportedSSLParameters().getCipherSuites());

    assertThat(known).containsAll(TlsProfile.CIPHER_SUITES);
    assertThat(TlsProfile.CIPHER_SUITES)
        .allMatch(s -> s.startsWith("TLS_ECDHE_") || !s.contains("_WITH_"))
        .allMatch(s -> s.contains("_GCM_") || s.contains("_CHACHA20_POLY1305_"));
  }

  private static void associate(Requestor requestor, Loopback loopback) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(), loopback.acceptor.address().getPort());
    try (Association association =
        requestor.associate(address, Loopback.PEER, Loopback.US, List.of(Loopback.STORE_CT))) {
      assertThat(association.contexts()).isEmpty();
    }
  }
}
