package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.TestInstances;

class TlsToArchiveTest {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final InstanceKey KEY = new InstanceKey("1.2", "1.2.3", "1.2.3.1");

  @TempDir Path directory;

  private HttpsServer server;
  private SSLContext own;

  @BeforeEach
  void start() throws Exception {
    own = context(keys());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(own));
    byte[] stored =
        "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"1.2.3.1\"]}}]}}"
            .getBytes(StandardCharsets.US_ASCII);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, stored.length);
          exchange.getResponseBody().write(stored);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void an_archive_that_is_trusted_gets_its_instances() throws IOException {
    assertThat(store(Optional.of(own))).isInstanceOf(Outcome.Kept.class);
  }

  @Test
  void an_archive_that_is_not_trusted_gets_nothing() throws IOException {
    assertThat(store(Optional.empty()))
        .isInstanceOfSatisfying(
            Outcome.Unavailable.class,
            outcome ->
                assertThat(outcome.cause()).hasMessage("no trusted connection to the archive"));
  }

  private Outcome store(Optional<SSLContext> tls) throws IOException {
    DicomWebSettings settings =
        new DicomWebSettings(
            URI.create("https://127.0.0.1:%d/".formatted(server.getAddress().getPort())),
            Credentials.none(),
            tls,
            DicomWebSettings.DEFAULT_CONNECT,
            DicomWebSettings.DEFAULT_RESPONSE);
    byte[] file = TestInstances.file(KEY, "one");
    return new DicomWebArchive(settings, Clock.systemUTC())
        .store(
            new Instance(KEY, TestInstances.SOP_CLASS, TestInstances.TRANSFER_SYNTAX),
            out -> out.write(file));
  }

  private KeyStore keys() throws Exception {
    Path file = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "archive",
                "-keyalg",
                "EC",
                "-dname",
                "CN=archive",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("archive", keys.getCertificate("archive"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
