package org.radcanon.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Secure transport (PS3.15 B.12, BCP 195): TLS 1.2 with ephemeral elliptic curve keys and
 * authenticated encryption, and TLS 1.3; nothing older, nothing weaker, no falling back to plain.
 *
 * <p>Whether the certificate of a peer that <em>we</em> call must name its host is decided by what
 * the host is configured as. Is it a name, then the certificate must have it. Is it an address, as
 * is usual among modalities and archives, whose certificates seldom have one, then the chain up to
 * a certificate of the trust store must do: put the peer's own certificate or the department's
 * authority there, not the world's.
 *
 * @param context keys and trust
 * @param clientAuthentication whether a peer that calls us must show a certificate, as PS3.15 B.12
 *     wants it
 */
public record TlsProfile(SSLContext context, boolean clientAuthentication) {

  static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  static final List<String> CIPHER_SUITES =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  public TlsProfile {
    Objects.requireNonNull(context);
  }

  /** A PKCS #12 file and what opens it; says neither path nor password of itself. */
  public record Store(Path file, char[] password) {

    public Store {
      password = password.clone();
    }

    @Override
    public char[] password() {
      return password.clone();
    }

    @Override
    public String toString() {
      return "a key store";
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, password);
      }
      return store;
    }
  }

  /**
   * From key stores.
   *
   * @param own our private key with its chain; may be left out of a profile that only calls peers
   *     which do not ask for it
   * @param trusted the certificates of peers or their authorities
   * @throws IOException when a store cannot be read or its password is wrong
   * @throws GeneralSecurityException when its content is of no use
   */
  public static TlsProfile of(Optional<Store> own, Store trusted, boolean clientAuthentication)
      throws IOException, GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted.open());
    KeyManager[] keys = own.isPresent() ? keys(own.get()) : new KeyManager[0];
    TrustManager[] managers = trust.getTrustManagers();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, managers, null);
    return new TlsProfile(context, clientAuthentication);
  }

  private static KeyManager[] keys(Store own) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own.open(), own.password());
    return keys.getKeyManagers();
  }

  /** The server's side over an open connection, handshake done. */
  Socket accept(Socket transport) throws IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(transport, null, true);
    socket.setUseClientMode(false);
    SSLParameters parameters = parameters(socket);
    parameters.setNeedClientAuth(clientAuthentication);
    parameters.setUseCipherSuitesOrder(true);
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** The client's side over an open connection, handshake done. */
  Socket connect(Socket transport, InetSocketAddress peer) throws IOException {
    String host = peer.getHostString();
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(transport, host, peer.getPort(), true);
    socket.setUseClientMode(true);
    SSLParameters parameters = parameters(socket);
    if (isName(host)) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static SSLParameters parameters(SSLSocket socket) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(PROTOCOLS.toArray(String[]::new));
    parameters.setCipherSuites(supported(socket).toArray(String[]::new));
    return parameters;
  }

  private static Stream<String> supported(SSLSocket socket) {
    List<String> known = Arrays.asList(socket.getSupportedCipherSuites());
    return CIPHER_SUITES.stream().filter(known::contains);
  }

  /** An IPv6 address has colons, an IPv4 address digits and dots only. */
  static boolean isName(String host) {
    return host.indexOf(':') < 0 && !host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }
}
