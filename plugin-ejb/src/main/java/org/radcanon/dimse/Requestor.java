package org.radcanon.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.Implementation;
import org.radcanon.dimse.AssociationException.Ending;

/** Opens associations to peers (PS3.8 7.1). Safe for many threads. */
final class Requestor implements AutoCloseable {

  private static final int MOST_CONTEXTS = 128;

  /** A presentation context to propose; the transfer syntaxes in the order of preference. */
  record Proposal(String abstractSyntax, List<String> transferSyntaxes) {}

  private final DimseSettings settings;
  private final Optional<TlsProfile> tls;
  private final Watchdog watchdog = new Watchdog();

  Requestor(DimseSettings settings, Optional<TlsProfile> tls) {
    this.settings = settings;
    this.tls = tls;
  }

  /**
   * Connects and negotiates.
   *
   * @param proposals at most 128
   * @return with at least one context in force, which need not be all that were proposed
   * @throws NoContextException when the peer accepts none of them
   * @throws AssociationException when there is no connection, the peer rejects, or does not answer
   *     in time
   */
  Association associate(
      InetSocketAddress peer, AeTitle calling, AeTitle called, List<Proposal> proposals)
      throws AssociationException {
    List<Pdu.OfferedContext> offered = contexts(proposals);
    UpperLayer layer = UpperLayer.requestor(connect(peer), settings);
    layer.request(
        Event.TRANSPORT_CONFIRMED,
        new Pdu.AssociateRequest(
            Negotiation.PROTOCOL_VERSION,
            called.value(),
            calling.value(),
            Pdu.DICOM_APPLICATION_CONTEXT,
            offered,
            user()));
    Pdu.AssociateAccept accept = answer(layer);
    List<AcceptedContext> inForce = inForce(layer, offered, accept);
    return new SocketAssociation(
        layer,
        settings,
        settings.response(),
        calling,
        called,
        inForce,
        accept.user().maximumLength());
  }

  private Connection connect(InetSocketAddress peer) throws AssociationException {
    try {
      return Connection.open(peer, tls, settings, watchdog);
    } catch (IOException e) {
      throw new AssociationException(
          Ending.CONNECTION, "no connection: " + e.getClass().getSimpleName(), e);
    }
  }

  private static List<Pdu.OfferedContext> contexts(List<Proposal> proposals) {
    if (proposals.isEmpty() || proposals.size() > MOST_CONTEXTS) {
      throw new IllegalArgumentException("1 to 128 presentation contexts can be proposed");
    }
    List<Pdu.OfferedContext> contexts = new ArrayList<>();
    for (Proposal p : proposals) {
      int id = 2 * contexts.size() + 1;
      contexts.add(new Pdu.OfferedContext(id, p.abstractSyntax(), p.transferSyntaxes()));
    }
    return contexts;
  }

  private Pdu.UserInformation user() {
    return new Pdu.UserInformation(
        settings.maximumPduLength(),
        Implementation.CLASS_UID,
        Optional.of(Implementation.VERSION_NAME),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Pdu.AssociateAccept answer(UpperLayer layer) throws AssociationException {
    Pdu answer = layer.receive();
    if (answer instanceof Pdu.AssociateReject reject) {
      throw new AssociationException(Ending.REJECTED, reject.rejection().text());
    }
    return (Pdu.AssociateAccept) answer;
  }

  private static List<AcceptedContext> inForce(
      UpperLayer layer, List<Pdu.OfferedContext> offered, Pdu.AssociateAccept accept)
      throws AssociationException {
    List<AcceptedContext> inForce = Negotiation.inForce(offered, accept.contexts());
    if (!Negotiation.isUsable(accept.user().maximumLength())) {
      layer.abort();
      throw new AssociationException(Ending.PROTOCOL, "a maximum length that nothing fits into");
    }
    if (inForce.isEmpty()) {
      layer.abort();
      throw new NoContextException();
    }
    return inForce;
  }

  /** Associations that are still open lose their guard against peers that do not read. */
  @Override
  public void close() {
    watchdog.close();
  }
}
