package org.radcanon.intake.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.dimse.AeTitle;

/**
 * {@code radcanon.dimse.*}: the DICOM door.
 *
 * @param port port offset of the server included; 0 for none
 * @param tlsPort likewise; 0 when there is no key store
 * @param bindAddress of an opened door; empty for every address
 * @param calledAeTitles accepted beside {@code aeTitle}
 * @param anyCalledAeTitle whatever a peer calls us is fine
 * @param callingAeTitles who may associate; empty for anybody
 * @param sopClasses UIDs taken beside those of the standard
 * @param unknownSopClasses private ones and those of a later edition are taken, too
 * @param transferSyntaxes UIDs taken beside those of the standard
 * @param unknownTransferSyntaxes private ones and those of a later edition are taken, too
 */
public record DimseConfiguration(
    boolean enabled,
    int port,
    int tlsPort,
    Optional<String> bindAddress,
    AeTitle aeTitle,
    Set<AeTitle> calledAeTitles,
    boolean anyCalledAeTitle,
    Set<AeTitle> callingAeTitles,
    int maximumPduLength,
    int asynchronousOperations,
    int maximumAssociations,
    Duration artim,
    Duration idle,
    Duration response,
    Duration stop,
    ClientCertificate clientCertificate,
    Set<String> sopClasses,
    boolean unknownSopClasses,
    Set<String> transferSyntaxes,
    boolean unknownTransferSyntaxes) {

  /** What a peer must show on the TLS port (PS3.15 B). */
  public enum ClientCertificate {
    REQUIRED,
    NONE
  }

  private static final String PREFIX = "radcanon.dimse.";
  private static final String ANY = "*";

  static DimseConfiguration read(SettingsReader reader, TlsConfiguration tls) {
    List<String> called = reader.list(PREFIX + "called-ae-titles");
    DimseConfiguration configuration =
        new DimseConfiguration(
            reader.flag(PREFIX + "enabled"),
            reader.port(PREFIX + "port"),
            tls.keyStore().isPresent() ? reader.port(PREFIX + "tls-port") : noTls(reader),
            reader.optionalText(PREFIX + "bind-address"),
            reader.aeTitle(PREFIX + "ae-title"),
            called.contains(ANY)
                ? Set.of()
                : Set.copyOf(reader.aeTitles(PREFIX + "called-ae-titles")),
            called.contains(ANY),
            Set.copyOf(reader.aeTitles(PREFIX + "calling-ae-titles")),
            reader.integer(PREFIX + "maximum-pdu-length", 4096, 16 << 20),
            reader.integer(PREFIX + "asynchronous-operations", 1, 1000),
            reader.integer(PREFIX + "maximum-associations", 1, 1000),
            reader.seconds(PREFIX + "artim-timeout", 1, 3600),
            reader.seconds(PREFIX + "idle-timeout", 1, 86_400),
            reader.seconds(PREFIX + "response-timeout", 1, 86_400),
            reader.seconds(PREFIX + "stop-timeout", 0, 600),
            reader.choice(PREFIX + "tls-client-certificate", ClientCertificate.class),
            Set.copyOf(reader.uids(PREFIX + "sop-classes")),
            reader.flag(PREFIX + "accept-unknown-sop-classes"),
            Set.copyOf(reader.uids(PREFIX + "transfer-syntaxes")),
            reader.flag(PREFIX + "accept-unknown-transfer-syntaxes"));
    check(configuration, tls, reader);
    return configuration;
  }

  private static int noTls(SettingsReader reader) {
    reader.port(PREFIX + "tls-port");
    return 0;
  }

  private static void check(DimseConfiguration read, TlsConfiguration tls, SettingsReader reader) {
    if (read.enabled() && read.port() == read.tlsPort()) {
      reader.fault(
          PREFIX + "tls-port",
          read.port() == 0 ? "no port is left to listen on" : "is " + PREFIX + "port, too");
    }
    if (read.tlsPort() != 0
        && read.clientCertificate() != ClientCertificate.NONE
        && tls.trustStore().isEmpty()) {
      reader.fault(
          PREFIX + "tls-client-certificate",
          "radcanon.tls.trust-store is not set: no client's certificate could be trusted");
    }
  }

  /**
   * Whether the plain port may be reached from the network: only where that was written out. An AE
   * title is a name, not a proof.
   */
  public boolean opensPlain(SecuritySettings security) {
    return security.openWithoutAuthentication();
  }

  /** Whether the TLS port may: where that was written out, or every peer shows a certificate. */
  public boolean opensTls(SecuritySettings security) {
    return security.openWithoutAuthentication() || clientCertificate == ClientCertificate.REQUIRED;
  }
}
