package org.radcanon.intake.configuration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code radcanon.tls.*}: keys and trust of every TLS connection that radcanon itself holds.
 *
 * @param keyStore our private key with its certificates
 * @param trustStore the certificates that we trust
 */
public record TlsConfiguration(Optional<Store> keyStore, Optional<Store> trustStore) {

  /** A PKCS #12 file. */
  public record Store(Path file, Secret password) {}

  static TlsConfiguration read(SettingsReader reader) {
    return new TlsConfiguration(
        store(reader, "radcanon.tls.key-store"), store(reader, "radcanon.tls.trust-store"));
  }

  private static Optional<Store> store(SettingsReader reader, String key) {
    Optional<Path> file = reader.optionalPath(key);
    Optional<Secret> password = reader.secret(key + "-password");
    if (file.isEmpty() && password.isPresent()) {
      reader.fault(key + "-password", "is set, but " + key + " is not");
    }
    return file.map(path -> new Store(path, password.orElseGet(() -> new Secret(""))));
  }
}
