package org.radcanon.dimse;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.radcanon.dimse.AssociationException.Ending;

/**
 * One transport connection with its machine: carries out the actions of PS3.8 Tables 9-6 to 9-9.
 *
 * <p>One thread at a time uses it; {@link #end} may come from any. Whatever goes wrong leaves as an
 * {@link AssociationException}, and the transport connection is closed then.
 */
final class UpperLayer {

  private static final Duration LAST_WORDS = Duration.ofMillis(100);

  private final Connection connection;
  private final DimseSettings settings;
  private final Machine machine;
  private final Predicate<Pdu.AssociateRequest> acceptable;
  private volatile boolean ended;

  private UpperLayer(
      Connection connection,
      DimseSettings settings,
      Machine machine,
      Predicate<Pdu.AssociateRequest> acceptable) {
    this.connection = connection;
    this.settings = settings;
    this.machine = machine;
    this.acceptable = acceptable;
  }

  /** AE-1 is done: the transport connection is open (PS3.8 9.2.2). */
  static UpperLayer requestor(Connection connection, DimseSettings settings) {
    UpperLayer layer = new UpperLayer(connection, settings, new Machine(true), request -> false);
    layer.machine.on(Event.ASSOCIATE_REQUEST);
    layer.connection.input().deadline(settings.response());
    return layer;
  }

  /**
   * AE-5: ARTIM runs until A-ASSOCIATE-RQ is there.
   *
   * @param acceptable whether the service provider can accept it (AE-6); asked once at most
   */
  static UpperLayer acceptor(
      Connection connection, DimseSettings settings, Predicate<Pdu.AssociateRequest> acceptable) {
    UpperLayer layer = new UpperLayer(connection, settings, new Machine(false), acceptable);
    layer.machine.on(Event.TRANSPORT_INDICATED);
    layer.startArtim();
    return layer;
  }

  WireInput input() {
    return connection.input();
  }

  Connection connection() {
    return connection;
  }

  /** Whether there is no association any more, or none yet. */
  boolean isOver() {
    State state = machine.state();
    return state == State.STA1 || state == State.STA13;
  }

  /** Whether the peer awaits A-RELEASE-RP of the local user. */
  boolean owesReleaseResponse() {
    return machine.state().on(Event.RELEASE_RESPONSE).isPresent();
  }

  /** The next PDU, if it is one that the state expects. */
  Pdu receive() throws AssociationException {
    try {
      Pdu pdu = PduReader.read(input(), settings.negotiationLimit(), settings.maximumPduLength());
      Action action = machine.on(pdu.event(), isAcceptable(pdu)).orElseThrow(this::over);
      indicate(action, pdu);
      return pdu;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Only the first A-ASSOCIATE-RQ is a question; a later one is unexpected. */
  private boolean isAcceptable(Pdu pdu) {
    return !(pdu instanceof Pdu.AssociateRequest request)
        || machine.state() != State.STA2
        || acceptable.test(request);
  }

  private void indicate(Action action, Pdu pdu) throws AssociationException {
    switch (action) {
      case AE_3 -> input().noDeadline();
      case AE_6 -> input().noDeadline();
      case AE_4, AR_3 -> connection.close();
      case AA_2, AA_3 -> {
        connection.close();
        throw new AssociationException(Ending.ABORTED_BY_PEER, "the peer sent " + pdu);
      }
      case AA_1, AA_8 -> {
        abort(action, Pdu.Abort.UNEXPECTED_PDU);
        throw new AssociationException(Ending.PROTOCOL, "an unexpected PDU: " + pdu.event());
      }
      default -> {}
    }
  }

  /** A primitive of the local user that has a PDU (PS3.8 9.2.2). */
  void request(Event event, Pdu pdu) throws AssociationException {
    Action action = machine.on(event).orElseThrow(this::over);
    byte[] bytes = PduWriter.bytes(pdu);
    write(bytes, bytes.length);
    if (action == Action.AR_4 || action == Action.AE_8) {
      startArtim();
      awaitClosing();
    }
  }

  /** A-ASSOCIATE-RJ, of the service user (AE-8) or of the provider, who has decided in AE-6. */
  void reject(Rejection rejection) throws AssociationException {
    Pdu pdu = new Pdu.AssociateReject(rejection);
    if (machine.state() == State.STA3) {
      request(Event.ASSOCIATE_REJECTED, pdu);
    } else {
      byte[] bytes = PduWriter.bytes(pdu);
      write(bytes, bytes.length);
      startArtim();
      awaitClosing();
    }
  }

  /** P-DATA request: PDUs that are made already (DT-1, AR-7). */
  void send(byte[] pdus, int length) throws AssociationException {
    machine.on(Event.DATA_REQUEST).orElseThrow(this::over);
    write(pdus, length);
  }

  private void write(byte[] bytes, int length) throws AssociationException {
    try {
      connection.write(bytes, 0, length);
    } catch (IOException e) {
      readWhatThePeerSaidLast();
      throw failure(e);
    }
  }

  /** Who aborts while we send has said so; the broken connection is only what follows from it. */
  private void readWhatThePeerSaidLast() throws AssociationException {
    try {
      input().deadline(LAST_WORDS);
      Pdu pdu = PduReader.read(input(), settings.negotiationLimit(), settings.maximumPduLength());
      if (pdu instanceof Pdu.Abort && machine.on(pdu.event()).isPresent()) {
        connection.close();
        throw new AssociationException(Ending.ABORTED_BY_PEER, "the peer sent " + pdu);
      }
    } catch (AssociationException e) {
      throw e;
    } catch (IOException e) {
      input().noDeadline();
    }
  }

  /** What an exception of the transport means, once the machine has seen to it. */
  AssociationException failure(IOException e) {
    if (e instanceof AssociationException known) {
      return known;
    }
    if (ended) {
      connection.close();
      return over();
    }
    if (connection.stalled()) {
      machine.on(Event.TRANSPORT_CLOSED);
      return new AssociationException(Ending.TIMEOUT, "the peer does not read", e);
    }
    if (e instanceof InvalidPduException invalid) {
      machine.on(Event.INVALID_PDU).ifPresent(action -> abort(action, invalid.reason()));
      return new AssociationException(Ending.PROTOCOL, invalid.getMessage(), e);
    }
    return e instanceof InterruptedIOException ? silence(e) : loss(e);
  }

  private AssociationException silence(IOException e) {
    if (machine.on(Event.ARTIM_EXPIRED).isPresent()) {
      connection.close();
    } else {
      abort();
    }
    return new AssociationException(Ending.TIMEOUT, "the peer was silent for too long", e);
  }

  private AssociationException loss(IOException e) {
    machine.on(Event.TRANSPORT_CLOSED);
    connection.close();
    return new AssociationException(
        Ending.CONNECTION, "the connection broke: " + e.getClass().getSimpleName(), e);
  }

  /** A-ABORT request of the local user (AA-1, AA-2); nothing when there is no association. */
  void abort() {
    machine.on(Event.ABORT_REQUEST).ifPresent(action -> abort(action, 0));
  }

  private void abort(Action action, int reason) {
    Pdu.Abort pdu = action == Action.AA_1 ? Pdu.Abort.byUser() : Pdu.Abort.byProvider(reason);
    if (action != Action.AA_2) {
      connection.lastWord(PduWriter.bytes(pdu));
      startArtim();
      awaitClosing();
    }
    connection.close();
  }

  /** A-ABORT from any thread, without waiting for the peer's closing. */
  void end() {
    ended = true;
    if (machine.on(Event.ABORT_REQUEST).isPresent()) {
      connection.lastWord(PduWriter.bytes(Pdu.Abort.byUser()));
    }
    machine.on(Event.TRANSPORT_CLOSED);
    connection.close();
  }

  /** Sta13: what the peer still sends is thrown away until it closes or ARTIM expires. */
  private void awaitClosing() {
    try {
      while (machine.state() == State.STA13) {
        Pdu pdu = PduReader.read(input(), settings.negotiationLimit(), Long.MAX_VALUE);
        machine.on(pdu.event()).ifPresent(this::whileClosing);
        if (pdu instanceof Pdu.Data data) {
          input().skipNBytes(data.length());
        }
      }
    } catch (InvalidPduException e) {
      machine.on(Event.INVALID_PDU).ifPresent(this::whileClosing);
      discardAll();
    } catch (IOException e) {
      closed(e);
    } finally {
      connection.close();
    }
  }

  private void whileClosing(Action action) {
    if (action == Action.AA_7) {
      connection.lastWord(PduWriter.bytes(Pdu.Abort.byProvider(Pdu.Abort.UNEXPECTED_PDU)));
    }
  }

  /** Behind what is no PDU nobody knows where the next one begins. */
  private void discardAll() {
    try {
      input().skipNBytes(Long.MAX_VALUE);
    } catch (IOException e) {
      closed(e);
    }
  }

  private void closed(IOException e) {
    machine.on(e instanceof InterruptedIOException ? Event.ARTIM_EXPIRED : Event.TRANSPORT_CLOSED);
  }

  private void startArtim() {
    input().patience(settings.artim());
    input().deadline(settings.artim());
  }

  private AssociationException over() {
    return new AssociationException(Ending.CLOSED, "the association is closed");
  }
}
