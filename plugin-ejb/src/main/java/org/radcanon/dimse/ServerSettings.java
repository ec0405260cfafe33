package org.radcanon.dimse;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * One listener for DICOM associations.
 *
 * @param bind the address to listen at
 * @param port 0 is any free one, which {@link DimseServer#port()} then tells
 * @param tls what connections are secured by (PS3.15 B.12); plain where absent
 * @param called AE titles that are answered to; any when empty
 * @param calling AE titles that are let in; anybody when empty
 * @param maximumAssociations at once; one more is rejected (PS3.8 9.3.4: local limit exceeded)
 * @param association limits and time-outs of each association
 * @param storage which instances are taken
 */
public record ServerSettings(
    InetAddress bind,
    int port,
    Optional<TlsProfile> tls,
    Set<AeTitle> called,
    Set<AeTitle> calling,
    int maximumAssociations,
    DimseSettings association,
    StorageAcceptance storage) {

  /**
   * @throws IllegalArgumentException when the port is none, or no association is allowed
   */
  public ServerSettings {
    if (port < 0 || port > 0xFFFF || maximumAssociations < 1) {
      throw new IllegalArgumentException("a port of 0 to 65535 and one association at least");
    }
    called = Set.copyOf(called);
    calling = Set.copyOf(calling);
  }
}
