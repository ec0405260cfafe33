package org.radcanon.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A socket's bytes, read in large pieces. A reader who asks for much at once gets it past the
 * buffer.
 *
 * <p>Every read waits at most for the patience, and never beyond the deadline if there is one; then
 * it throws {@link SocketTimeoutException}.
 *
 * <p>A TLS socket applies its time-out to each piece of a record, however small, so that who sends
 * byte after byte could stretch a deadline; there a timer closes the connection.
 */
final class WireInput extends InputStream {

  private static final int CAPACITY = 64 << 10;

  /** The time-out comes first where it can: behind it the peer is still told. */
  private static final Duration GRACE = Duration.ofMillis(200);

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[CAPACITY];
  private int position;
  private int end;
  private int patienceMillis;
  private int socketTimeout;
  private long deadline;
  private boolean hasDeadline;
  private final Optional<Watchdog.Timer> guard;
  private volatile boolean overdue;

  WireInput(Socket socket, Duration patience) throws IOException {
    this(socket, patience, Optional.empty());
  }

  /**
   * @param guard of the deadlines, for a socket that cannot keep them
   */
  WireInput(Socket socket, Duration patience, Optional<Guard> guard) throws IOException {
    this.guard = guard.map(g -> g.watchdog().timer(() -> expire(g)));
    this.socket = socket;
    this.in = socket.getInputStream();
    patience(patience);
  }

  void patience(Duration each) {
    patienceMillis = (int) Math.max(1, Math.min(Integer.MAX_VALUE, each.toMillis()));
  }

  void deadline(Duration fromNow) {
    deadline = System.nanoTime() + fromNow.toNanos();
    hasDeadline = true;
    guard.ifPresent(timer -> timer.start(fromNow.plus(GRACE)));
  }

  void noDeadline() {
    hasDeadline = false;
    guard.ifPresent(Watchdog.Timer::stop);
  }

  /** Nobody waits any more. */
  void letGo() {
    guard.ifPresent(Watchdog.Timer::cancel);
  }

  private void expire(Guard by) {
    overdue = true;
    by.close().run();
  }

  /**
   * @param close must not block
   */
  record Guard(Watchdog watchdog, Runnable close) {}

  boolean hasDeadline() {
    return hasDeadline;
  }

  @Override
  public int read() throws IOException {
    return position < end || fill() ? buffer[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    Objects.checkFromIndexSize(off, len, b.length);
    if (len == 0) {
      return 0;
    }
    if (position == end) {
      if (len >= CAPACITY) {
        return receive(b, off, len);
      }
      if (!fill()) {
        return -1;
      }
    }
    int n = Math.min(len, end - position);
    System.arraycopy(buffer, position, b, off, n);
    position += n;
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    if (n <= 0 || position == end && !fill()) {
      return 0;
    }
    int skipped = (int) Math.min(n, end - position);
    position += skipped;
    return skipped;
  }

  /** What is in the buffer, or can be read without waiting. */
  @Override
  public int available() throws IOException {
    return position < end ? end - position : in.available();
  }

  /** Nothing has come, not even the end: waits a millisecond to know. */
  boolean isQuiet() throws IOException {
    if (position < end) {
      return false;
    }
    socketTimeout = 1;
    socket.setSoTimeout(socketTimeout);
    try {
      position = 0;
      end = 0;
      end = Math.max(0, in.read(buffer, 0, CAPACITY));
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    end = 0;
    end = Math.max(0, receive(buffer, 0, CAPACITY));
    return end > 0;
  }

  private int receive(byte[] b, int off, int len) throws IOException {
    int timeout = hasDeadline ? Math.min(patienceMillis, millisLeft()) : patienceMillis;
    if (timeout != socketTimeout) {
      socket.setSoTimeout(timeout);
      socketTimeout = timeout;
    }
    try {
      return in.read(b, off, len);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw overdue ? new SocketTimeoutException("the deadline has passed") : e;
    }
  }

  private int millisLeft() throws SocketTimeoutException {
    long nanos = deadline - System.nanoTime();
    if (nanos <= 0) {
      throw new SocketTimeoutException("the deadline has passed");
    }
    return (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
  }
}
