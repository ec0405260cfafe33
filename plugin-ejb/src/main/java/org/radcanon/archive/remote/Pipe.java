package org.radcanon.archive.remote;

import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InconclusiveException;

/**
 * A request's body that is written while it is sent: bytes go in as to any stream, and out as the
 * connection takes them. At most {@link #BLOCKS} blocks wait in between; a writer that finds them
 * all full waits until the connection takes one, up to a limit. Used by one writer.
 *
 * <p>A body that is broken off ends the connection without its last chunk (RFC 9112 7.1), so that
 * the receiver knows that it is not whole.
 */
final class Pipe extends OutputStream implements BodyPublisher {

  static final int BLOCK = 32 << 10;
  static final int BLOCKS = 4;

  private final Duration limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Deque<ByteBuffer> full = new ArrayDeque<>();
  private final AtomicInteger signals = new AtomicInteger();
  private byte[] block = new byte[BLOCK];
  private int filled;
  private Subscriber<? super ByteBuffer> subscriber;
  private long demand;
  private boolean whole;
  private boolean over;
  private boolean out;
  private volatile boolean abandoned;
  private ArchiveException failure;

  /**
   * @param limit how long a writer waits for the connection to take something
   */
  Pipe(Duration limit) {
    this.limit = limit;
  }

  @Override
  public long contentLength() {
    return -1;
  }

  /** Why nothing can be written any more. */
  Optional<ArchiveException> failure() {
    lock.lock();
    try {
      return Optional.ofNullable(failure);
    } finally {
      lock.unlock();
    }
  }

  /** The connection has taken all of it, to the last byte. */
  boolean isOut() {
    lock.lock();
    try {
      return out;
    } finally {
      lock.unlock();
    }
  }

  /** The connection wants no more of it, before anybody else did. */
  boolean isAbandoned() {
    return abandoned;
  }

  @Override
  public void write(int b) throws ArchiveException {
    requireUnbroken();
    block[filled++] = (byte) b;
    passOnWhenFull();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws ArchiveException {
    requireUnbroken();
    for (int done = 0; done < length; ) {
      int n = Math.min(length - done, BLOCK - filled);
      System.arraycopy(bytes, offset + done, block, filled, n);
      filled += n;
      done += n;
      passOnWhenFull();
    }
  }

  /** The body is whole. */
  @Override
  public void close() throws ArchiveException {
    requireUnbroken();
    if (filled > 0) {
      awaitRoom();
    }
    lock.lock();
    try {
      if (filled > 0) {
        full.add(ByteBuffer.wrap(block, 0, filled));
      }
      whole = true;
    } finally {
      lock.unlock();
    }
    signal();
  }

  /** Breaks the body off; the writer gets the reason. Without effect once it has ended. */
  void breakOff(ArchiveException reason) {
    lock.lock();
    try {
      if (failure != null || over) {
        return;
      }
      failure = reason;
      out = whole && full.isEmpty();
      full.clear();
      room.signalAll();
    } finally {
      lock.unlock();
    }
    signal();
  }

  private void requireUnbroken() throws ArchiveException {
    Optional<ArchiveException> reason = failure();
    if (reason.isPresent()) {
      throw reason.get();
    }
  }

  private void passOnWhenFull() throws ArchiveException {
    if (filled == BLOCK) {
      passOn();
    }
  }

  private void passOn() throws ArchiveException {
    ByteBuffer bytes = ByteBuffer.wrap(block, 0, filled);
    awaitRoom();
    lock.lock();
    try {
      full.add(bytes);
    } finally {
      lock.unlock();
    }
    block = new byte[BLOCK];
    filled = 0;
    signal();
  }

  private void awaitRoom() throws ArchiveException {
    try {
      if (!hasRoomInTime()) {
        breakOff(new ArchiveException("the archive took nothing for " + limit.toSeconds() + " s"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      breakOff(new InconclusiveException("interrupted while the archive was awaited"));
    }
    requireUnbroken();
  }

  private boolean hasRoomInTime() throws InterruptedException {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (full.size() >= BLOCKS && left > 0) {
        left = room.awaitNanos(left);
      }
      return full.size() < BLOCKS;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> newcomer) {
    lock.lock();
    try {
      if (subscriber != null) {
        throw new IllegalStateException("a body is sent once");
      }
      subscriber = newcomer;
    } finally {
      lock.unlock();
    }
    newcomer.onSubscribe(new Demand());
    signal();
  }

  /** Called by whatever thread the client has at hand. */
  private final class Demand implements Subscription {
    @Override
    public void request(long n) {
      lock.lock();
      try {
        demand += n;
      } finally {
        lock.unlock();
      }
      signal();
    }

    @Override
    public void cancel() {
      abandoned |= failure().isEmpty();
      breakOff(new ArchiveException("the connection to the archive broke"));
    }
  }

  /** Signals stand one behind the other (Reactive Streams 1.3), and never under the lock. */
  private void signal() {
    if (signals.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      for (Runnable next = next(); next != null; next = next()) {
        next.run();
      }
      seen = signals.addAndGet(-seen);
    } while (seen != 0);
  }

  private Runnable next() {
    lock.lock();
    try {
      if (subscriber == null || over) {
        return null;
      }
      Subscriber<? super ByteBuffer> to = subscriber;
      if (failure != null) {
        over = true;
        ArchiveException reason = failure;
        return () -> to.onError(reason);
      }
      if (!full.isEmpty() && demand > 0) {
        demand--;
        ByteBuffer bytes = full.remove();
        room.signalAll();
        return () -> to.onNext(bytes);
      }
      over = whole && full.isEmpty();
      out = over;
      return over ? to::onComplete : null;
    } finally {
      lock.unlock();
    }
  }
}
