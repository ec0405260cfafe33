package org.radcanon.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.radcanon.dimse.AssociationException.Ending;

/** One end of an association without an upper layer: messages go from queue to queue. */
final class FakeAssociation implements Association {

  private static final byte[] LAST = {};
  private static final byte[] BROKEN = {};

  private sealed interface Event {}

  private record Message(int context, byte[] command, BlockingQueue<byte[]> data)
      implements Event {}

  private record Release() implements Event {}

  private record Abort() implements Event {}

  private record Closed() implements Event {}

  private final List<AcceptedContext> contexts;
  private final BlockingQueue<Event> incoming = new LinkedBlockingQueue<>();
  private FakeAssociation other;
  private volatile boolean open = true;
  private volatile BlockingQueue<byte[]> sending;
  private InputStream receiving = InputStream.nullInputStream();

  /** Until it is counted down, the peer answers no release. */
  volatile CountDownLatch deaf = new CountDownLatch(0);

  /** Counted down when release was asked for. */
  final CountDownLatch releasing = new CountDownLatch(1);

  /** How this end was ended, for assertions. */
  final BlockingQueue<String> endings = new LinkedBlockingQueue<>();

  private FakeAssociation(List<AcceptedContext> contexts) {
    this.contexts = contexts;
  }

  /** The two ends of one association. */
  static FakeAssociation[] pair(AcceptedContext... contexts) {
    FakeAssociation one = new FakeAssociation(List.of(contexts));
    FakeAssociation two = new FakeAssociation(List.of(contexts));
    one.other = two;
    two.other = one;
    return new FakeAssociation[] {one, two};
  }

  @Override
  public AeTitle calling() {
    return new AeTitle("CALLING");
  }

  @Override
  public AeTitle called() {
    return new AeTitle("CALLED");
  }

  @Override
  public String peer() {
    return "fake";
  }

  @Override
  public List<AcceptedContext> contexts() {
    return contexts;
  }

  @Override
  public Optional<IncomingMessage> next() throws IOException {
    receiving.transferTo(OutputStream.nullOutputStream());
    Event event = await(incoming);
    if (event instanceof Message message) {
      receiving = message.data == null ? InputStream.nullInputStream() : new Data(message.data);
      return Optional.of(new IncomingMessage(context(message.context), message.command, receiving));
    }
    open = false;
    if (event instanceof Release) {
      endings.add("released by peer");
      return Optional.empty();
    }
    throw new AssociationException(
        event instanceof Abort ? Ending.ABORTED_BY_PEER : Ending.CLOSED, event.toString());
  }

  private AcceptedContext context(int id) {
    return contexts.stream().filter(c -> c.id() == id).findFirst().orElseThrow();
  }

  private static <T> T await(BlockingQueue<T> queue) {
    try {
      T taken = queue.poll(20, TimeUnit.SECONDS);
      if (taken == null) {
        throw new AssertionError("nothing came");
      }
      return taken;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public boolean arrived() {
    return !incoming.isEmpty();
  }

  @Override
  public boolean isQuiet() {
    return !arrived();
  }

  @Override
  public void send(int contextId, byte[] commandSet) throws IOException {
    requireOpen();
    other.incoming.add(new Message(contextId, commandSet, null));
  }

  @Override
  public OutputStream sendWithDataSet(int contextId, byte[] commandSet) throws IOException {
    requireOpen();
    sending = new LinkedBlockingQueue<>();
    other.incoming.add(new Message(contextId, commandSet, sending));
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b});
      }

      @Override
      public void write(byte[] b, int off, int len) throws IOException {
        requireOpen();
        if (len > 0) {
          sending.add(Arrays.copyOfRange(b, off, off + len));
        }
      }

      @Override
      public void close() throws IOException {
        requireOpen();
        sending.add(LAST);
        sending = null;
      }
    };
  }

  private void requireOpen() throws AssociationException {
    if (!open || incoming.peek() instanceof Abort) {
      throw new AssociationException(
          open ? Ending.ABORTED_BY_PEER : Ending.CLOSED, "the association is over");
    }
  }

  /** The peer is gone, and nothing tells before something is sent. */
  void goneUnnoticed() {
    open = false;
    other.incoming.add(new Abort());
  }

  @Override
  public void release() throws IOException {
    requireOpen();
    awaitAnswer();
    requireOpen();
    end(new Release(), "released");
  }

  private void awaitAnswer() {
    releasing.countDown();
    try {
      if (!deaf.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody gave up waiting for the release");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void abort() {
    if (open) {
      end(new Abort(), "aborted");
    }
  }

  @Override
  public void end() {
    if (open) {
      end(new Abort(), "ended");
    }
    deaf.countDown();
  }

  @Override
  public void close() {
    abort();
  }

  private void end(Event said, String ending) {
    open = false;
    endings.add(ending);
    other.incoming.add(said);
    incoming.add(new Closed());
    if (sending != null) {
      sending.add(BROKEN);
    }
  }

  private static final class Data extends InputStream {
    private final BlockingQueue<byte[]> pieces;
    private byte[] piece = new byte[0];
    private int at;
    private boolean ended;

    Data(BlockingQueue<byte[]> pieces) {
      this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      if (!ended && at == piece.length) {
        piece = await(pieces);
        at = 0;
        ended = piece == LAST || piece == BROKEN;
      }
      if (piece == BROKEN) {
        throw new AssociationException(Ending.ABORTED_BY_PEER, "aborted within a data set");
      }
      if (ended) {
        return -1;
      }
      int count = Math.min(len, piece.length - at);
      System.arraycopy(piece, at, b, off, count);
      at += count;
      return count;
    }
  }
}
