package org.radcanon.dimse;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** A peer's transport connection, from its opening to its end. */
final class AcceptedConnection implements Runnable {

  private final Socket socket;
  private final Acceptor acceptor;
  private final Acceptor.Setup setup;
  private final Negotiation negotiation;
  private Optional<Rejection> refusal = Optional.empty();
  private boolean hasPlace;
  private volatile SocketAssociation association;

  AcceptedConnection(Socket socket, Acceptor acceptor) {
    this.socket = socket;
    this.acceptor = acceptor;
    this.setup = acceptor.setup();
    this.negotiation = new Negotiation(setup.policy(), setup.settings());
  }

  @Override
  public void run() {
    try (Connection connection =
        Connection.accepted(socket, setup.tls(), setup.settings(), acceptor.watchdog())) {
      negotiate(UpperLayer.acceptor(connection, setup.settings(), this::isAcceptable));
    } catch (AssociationException e) {
      setup.events().rejected(peer(), e.getMessage());
    } catch (IOException e) {
      setup.events().rejected(peer(), "no transport: " + e.getClass().getSimpleName());
    } finally {
      end();
      if (hasPlace) {
        acceptor.givePlaceBack();
      }
      acceptor.ended(this);
    }
  }

  /** Whom the user refuses takes no place: his rejection may last until ARTIM expires. */
  private boolean isAcceptable(Pdu.AssociateRequest request) {
    refusal = Negotiation.refusalOfProvider(request);
    if (refusal.isPresent()) {
      return false;
    }
    refusal = negotiation.refusal(request);
    if (refusal.isPresent()) {
      return true;
    }
    refusal = acceptor.takePlace();
    hasPlace = refusal.isEmpty();
    return hasPlace;
  }

  private void negotiate(UpperLayer layer) throws AssociationException {
    try {
      associate(layer, (Pdu.AssociateRequest) layer.receive());
    } catch (RuntimeException e) {
      layer.end();
      setup.events().serviceFailed(e);
    }
  }

  private void associate(UpperLayer layer, Pdu.AssociateRequest request)
      throws AssociationException {
    if (refusal.isPresent()) {
      layer.reject(refusal.get());
      setup.events().rejected(peer(), refusal.get().text());
      return;
    }
    Pdu.AssociateAccept accept = negotiation.accept(request);
    layer.request(Event.ASSOCIATE_ACCEPTED, accept);
    association = association(layer, request, accept);
    setup.events().accepted(association.calling(), association.called(), peer());
    serve(association);
  }

  private SocketAssociation association(
      UpperLayer layer, Pdu.AssociateRequest request, Pdu.AssociateAccept accept) {
    List<AcceptedContext> contexts = Negotiation.inForce(request.contexts(), accept.contexts());
    return new SocketAssociation(
        layer,
        setup.settings(),
        setup.settings().idle(),
        new AeTitle(request.calling()),
        new AeTitle(request.called()),
        contexts,
        request.user().maximumLength());
  }

  private void serve(SocketAssociation established) {
    try (established) {
      acceptor.serve(established);
    } catch (RuntimeException e) {
      setup.events().serviceFailed(e);
    }
  }

  String peer() {
    return socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
  }

  /** Ends it at once, from any thread. */
  void end() {
    SocketAssociation established = association;
    if (established != null) {
      established.end();
      return;
    }
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, whatever it says.
    }
  }
}
