package org.radcanon.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.radcanon.dimse.AssociationException.Ending;

/** An association over a transport connection, of either side. */
final class SocketAssociation implements Association {

  private final UpperLayer layer;
  private final DimseSettings settings;
  private final AeTitle calling;
  private final AeTitle called;
  private final List<AcceptedContext> contexts;
  private final MessageReader reader;
  private final MessageWriter writer;
  private final Duration betweenMessages;
  private final ReentrantLock inUse = new ReentrantLock();

  /**
   * @param betweenMessages how long the next message may take to begin
   * @param maximumLength of the P-DATA-TF that the peer takes; 0 is no limit
   */
  SocketAssociation(
      UpperLayer layer,
      DimseSettings settings,
      Duration betweenMessages,
      AeTitle calling,
      AeTitle called,
      List<AcceptedContext> contexts,
      long maximumLength) {
    this.layer = layer;
    this.settings = settings;
    this.betweenMessages = betweenMessages;
    this.calling = calling;
    this.called = called;
    this.contexts = List.copyOf(contexts);
    this.reader = new MessageReader(this::nextPdu, layer.input(), contexts);
    this.writer = new MessageWriter(layer::send, maximumLength);
  }

  @Override
  public AeTitle calling() {
    return calling;
  }

  @Override
  public AeTitle called() {
    return called;
  }

  @Override
  public String peer() {
    return layer.connection().peer();
  }

  @Override
  public List<AcceptedContext> contexts() {
    return contexts;
  }

  @Override
  public Optional<IncomingMessage> next() throws IOException {
    return guarded(
        () -> {
          layer.input().patience(betweenMessages);
          Optional<IncomingMessage> message = reader.next();
          layer.input().patience(settings.response());
          if (message.isEmpty()) {
            layer.request(Event.RELEASE_RESPONSE, new Pdu.ReleaseResponse());
          }
          return message.map(this::withGuardedDataSet);
        });
  }

  private IncomingMessage withGuardedDataSet(IncomingMessage message) {
    if (!reader.inDataSet()) {
      return message;
    }
    return new IncomingMessage(
        message.context(), message.commandSet(), new GuardedStream(message.dataSet()));
  }

  /** The wait for a message is over once its first PDU is there. */
  private Pdu nextPdu() throws IOException {
    Pdu pdu = layer.receive();
    layer.input().patience(settings.response());
    return pdu;
  }

  @Override
  public boolean arrived() throws IOException {
    return guarded(() -> reader.arrived() || layer.connection().arrived());
  }

  @Override
  public boolean isQuiet() throws IOException {
    return guarded(() -> !reader.arrived() && layer.input().isQuiet());
  }

  @Override
  public void send(int contextId, byte[] commandSet) throws IOException {
    guarded(
        () -> {
          writer.send(contextId, commandSet);
          return null;
        });
  }

  @Override
  public OutputStream sendWithDataSet(int contextId, byte[] commandSet) throws IOException {
    return writer.sendWithDataSet(contextId, commandSet);
  }

  @Override
  public void release() throws IOException {
    guarded(
        () -> {
          reader.abandon();
          layer.request(Event.RELEASE_REQUEST, new Pdu.ReleaseRequest());
          layer.input().deadline(settings.response());
          while (!layer.isOver()) {
            release(layer.receive());
          }
          return null;
        });
  }

  /** What may come while A-RELEASE-RP is awaited; a collision is answered (PS3.8 7.2.2). */
  private void release(Pdu pdu) throws IOException {
    if (pdu instanceof Pdu.Data data) {
      layer.input().skipNBytes(data.length());
    } else if (layer.owesReleaseResponse()) {
      layer.request(Event.RELEASE_RESPONSE, new Pdu.ReleaseResponse());
    }
  }

  /** While another thread waits for the peer, that one is woken, and nobody waits any longer. */
  @Override
  public void abort() {
    if (layer.connection().isWriting() || !inUse.tryLock()) {
      layer.end();
      return;
    }
    try {
      layer.abort();
    } finally {
      inUse.unlock();
    }
  }

  @Override
  public void end() {
    layer.end();
  }

  @Override
  public void close() {
    abort();
  }

  /** What the transport or the peer does wrong becomes what the machine makes of it. */
  private <T> T guarded(Step<T> step) throws AssociationException {
    inUse.lock();
    try {
      if (layer.isOver()) {
        throw new AssociationException(Ending.CLOSED, "the association is closed");
      }
      return step.take();
    } catch (IOException e) {
      throw layer.failure(e);
    } finally {
      inUse.unlock();
    }
  }

  private interface Step<T> {
    T take() throws IOException;
  }

  private final class GuardedStream extends InputStream {
    private static final int PIECE = 64 << 10;

    private final InputStream in;

    GuardedStream(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return guarded(in::read);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      return guarded(() -> in.read(b, off, len));
    }

    @Override
    public int available() throws IOException {
      return guarded(in::available);
    }

    /** In pieces that are large enough to go past the buffer. */
    @Override
    public long transferTo(OutputStream out) throws IOException {
      byte[] piece = new byte[PIECE];
      long all = 0;
      for (int n = read(piece); n >= 0; n = read(piece)) {
        out.write(piece, 0, n);
        all += n;
      }
      return all;
    }
  }
}
