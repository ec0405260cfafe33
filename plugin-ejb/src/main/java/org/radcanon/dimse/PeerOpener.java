package org.radcanon.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Opens associations over the network. */
final class PeerOpener implements Opener {

  private final Peer peer;
  private final Requestor requestor;

  PeerOpener(Peer peer, DimseSettings settings) {
    this.peer = peer;
    this.requestor = new Requestor(settings, peer.tls());
  }

  /** One transfer syntax a context, so that the peer's answer says of each whether it is taken. */
  @Override
  public Association open(List<Pair> proposed) throws IOException {
    List<Requestor.Proposal> proposals =
        proposed.stream()
            .map(p -> new Requestor.Proposal(p.abstractSyntax(), List.of(p.transferSyntax())))
            .toList();
    InetSocketAddress address = new InetSocketAddress(peer.host(), peer.port());
    return requestor.associate(address, peer.calling(), peer.called(), proposals);
  }

  @Override
  public void close() {
    requestor.close();
  }
}
