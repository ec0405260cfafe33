package org.radcanon.intake.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.dimse.AeTitle;
import org.radcanon.dimse.DimseSettings;
import org.radcanon.dimse.ServerSettings;
import org.radcanon.dimse.StorageAcceptance;
import org.radcanon.dimse.TlsProfile;
import org.radcanon.intake.configuration.DimseConfiguration;
import org.radcanon.intake.configuration.DimseConfiguration.ClientCertificate;
import org.radcanon.intake.configuration.SecuritySettings;
import org.radcanon.intake.configuration.TlsConfiguration;

/**
 * From the configuration to listeners. Until security is configured each is bound to loopback,
 * whatever {@code radcanon.dimse.bind-address} says.
 */
final class Listeners {

  /** One listener's settings. */
  record Listener(ServerSettings settings, boolean open) {}

  private final DimseConfiguration configuration;
  private final TlsConfiguration tls;
  private final SecuritySettings security;

  Listeners(DimseConfiguration configuration, TlsConfiguration tls, SecuritySettings security) {
    this.configuration = configuration;
    this.tls = tls;
    this.security = security;
  }

  /**
   * By what they are called in the log.
   *
   * @throws IOException when a key store or the address is of no use
   */
  Map<String, Listener> all() throws IOException {
    Map<String, Listener> all = new LinkedHashMap<>();
    if (configuration.port() != 0) {
      boolean open = configuration.opensPlain(security);
      all.put("plain", new Listener(settings(configuration.port(), open, Optional.empty()), open));
    }
    if (configuration.tlsPort() != 0) {
      boolean open = configuration.opensTls(security);
      all.put(
          "TLS",
          new Listener(settings(configuration.tlsPort(), open, Optional.of(profile())), open));
    }
    return all;
  }

  private ServerSettings settings(int port, boolean open, Optional<TlsProfile> profile)
      throws IOException {
    return new ServerSettings(
        open ? address() : InetAddress.getLoopbackAddress(),
        port,
        profile,
        called(),
        configuration.callingAeTitles(),
        configuration.maximumAssociations(),
        association(),
        new StorageAcceptance(
            configuration.sopClasses(),
            configuration.unknownSopClasses(),
            configuration.transferSyntaxes(),
            configuration.unknownTransferSyntaxes(),
            (sopClass, syntax) -> true));
  }

  private InetAddress address() throws IOException {
    Optional<String> configured = configuration.bindAddress();
    return configured.isPresent()
        ? InetAddress.getByName(configured.get())
        : new InetSocketAddress(0).getAddress(); // of the IP version that the JVM was told to use
  }

  private Set<AeTitle> called() {
    if (configuration.anyCalledAeTitle()) {
      return Set.of();
    }
    Set<AeTitle> called = new HashSet<>(configuration.calledAeTitles());
    called.add(configuration.aeTitle());
    return called;
  }

  private DimseSettings association() {
    return new DimseSettings(
        configuration.maximumPduLength(),
        DimseSettings.DEFAULT.negotiationLimit(),
        configuration.asynchronousOperations(),
        configuration.artim(),
        DimseSettings.DEFAULT.connect(),
        configuration.idle(),
        configuration.response());
  }

  private TlsProfile profile() throws IOException {
    return tls.listening(configuration.clientCertificate() == ClientCertificate.REQUIRED);
  }
}
