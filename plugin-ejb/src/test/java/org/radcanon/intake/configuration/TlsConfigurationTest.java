package org.radcanon.intake.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.intake.configuration.TlsConfiguration.Store;

class TlsConfigurationTest {

  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;
  private static Path keys;

  @BeforeAll
  static void makeKeys() throws IOException, InterruptedException {
    keys = folder.resolve("own.p12");
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
    Collections.addAll(
        command, "-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=own");
    Collections.addAll(command, "-keystore", keys.toString(), "-storepass", PASSWORD);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
  }

  private static Optional<Store> store(String password) {
    return Optional.of(new Store(keys, new Secret(password)));
  }

  @Test
  void without_a_trust_store_listeners_trust_our_own_certificates_and_calls_what_the_JVM_trusts()
      throws IOException {
    TlsConfiguration tls = new TlsConfiguration(store(PASSWORD), Optional.empty());

    assertThat(tls.listening(true).clientAuthentication()).isTrue();
    assertThat(tls.listening(false).clientAuthentication()).isFalse();
    assertThat(tls.calling()).isEmpty();
  }

  @Test
  void with_a_trust_store_our_calls_need_no_key() throws IOException {
    assertThat(new TlsConfiguration(Optional.empty(), store(PASSWORD)).calling()).isPresent();
    assertThat(new TlsConfiguration(store(PASSWORD), store(PASSWORD)).calling()).isPresent();
  }

  @Test
  void a_store_that_does_not_open_says_nothing_of_its_password() {
    TlsConfiguration tls = new TlsConfiguration(store("not it"), store("not it"));

    assertThatThrownBy(() -> tls.listening(false))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("not it");
    assertThatThrownBy(tls::calling).isInstanceOf(IOException.class);
  }
}
