package org.radcanon.intake.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.radcanon.dimse.TlsProfile;

/**
 * {@code radcanon.tls.*}: keys and trust of every TLS connection that radcanon itself holds.
 *
 * @param keyStore our private key with its certificates
 * @param trustStore the certificates that we trust
 */
public record TlsConfiguration(Optional<Store> keyStore, Optional<Store> trustStore) {

  /** A PKCS #12 file. */
  public record Store(Path file, Secret password) {

    private TlsProfile.Store open() {
      return new TlsProfile.Store(file, password.value().toCharArray());
    }
  }

  static TlsConfiguration read(SettingsReader reader) {
    return new TlsConfiguration(
        store(reader, "radcanon.tls.key-store"), store(reader, "radcanon.tls.trust-store"));
  }

  /**
   * What our listeners show, and whom they trust: our own certificates where no trust store is set.
   *
   * @throws IOException when a key store is of no use
   */
  public TlsProfile listening(boolean clientCertificate) throws IOException {
    Store own = keyStore.orElseThrow();
    return profile(Optional.of(own), trustStore.orElse(own), clientCertificate);
  }

  /**
   * Whom our own connections trust, with our key where there is one; empty where no trust store is
   * set, and the JVM's trust has to do.
   *
   * @throws IOException when a key store is of no use
   */
  public Optional<TlsProfile> calling() throws IOException {
    return trustStore.isEmpty()
        ? Optional.empty()
        : Optional.of(profile(keyStore, trustStore.get(), false));
  }

  private static TlsProfile profile(Optional<Store> own, Store trust, boolean clientCertificate)
      throws IOException {
    try {
      return TlsProfile.of(own.map(Store::open), trust.open(), clientCertificate);
    } catch (GeneralSecurityException e) {
      throw new IOException("a key store of radcanon.tls is of no use", e);
    }
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
