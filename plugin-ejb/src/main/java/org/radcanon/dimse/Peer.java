package org.radcanon.dimse;

import java.util.Optional;

/**
 * An application entity that associations are opened to.
 *
 * @param host name or address; a name is looked up anew for each association
 * @param called its AE title
 * @param calling our AE title
 * @param tls what the connection is secured by; plain where absent
 */
public record Peer(
    String host, int port, AeTitle called, AeTitle calling, Optional<TlsProfile> tls) {

  /**
   * @throws IllegalArgumentException when there is no host or the port is none
   */
  public Peer {
    if (host.isBlank() || port < 1 || port > 0xFFFF) {
      throw new IllegalArgumentException("a host and a port of 1 to 65535");
    }
  }
}
