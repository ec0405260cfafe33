package org.radcanon.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.radcanon.archive.ArchiveException;

/**
 * An answer's body, read while it arrives. The client's own stream would wait for ever for an
 * archive that falls silent in the middle; this one gives up after a while. One delivery of buffers
 * is held ahead of the reader.
 */
final class ArrivingBody extends InputStream implements BodySubscriber<InputStream> {

  private final Duration limit;
  private final BlockingQueue<Signal> arrived = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> current = new ArrayDeque<>();
  private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
  private boolean ended;
  private volatile boolean closed;

  private sealed interface Signal {
    record Bytes(List<ByteBuffer> buffers) implements Signal {}

    record End() implements Signal {}

    record Failure(Throwable cause) implements Signal {}
  }

  /**
   * @param limit how long a reader waits for the next bytes
   */
  ArrivingBody(Duration limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription.complete(given);
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrived.add(new Signal.Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    arrived.add(new Signal.Failure(cause));
  }

  @Override
  public void onComplete() {
    arrived.add(new Signal.End());
  }

  @Override
  public int read() throws IOException {
    return awaitBytes() ? current.element().get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!awaitBytes()) {
      return -1;
    }
    ByteBuffer buffer = current.element();
    int n = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, n);
    return n;
  }

  @Override
  public int available() throws IOException {
    requireOpen();
    for (Signal next = arrived.poll(); next != null; next = arrived.poll()) {
      take(next);
    }
    return current.stream().mapToInt(ByteBuffer::remaining).sum();
  }

  private boolean awaitBytes() throws IOException {
    while (true) {
      requireOpen();
      while (!current.isEmpty() && !current.element().hasRemaining()) {
        current.remove();
      }
      if (!current.isEmpty()) {
        return true;
      }
      if (ended) {
        return false;
      }
      take(await());
    }
  }

  private void take(Signal signal) throws ArchiveException {
    if (signal instanceof Signal.Bytes bytes) {
      current.addAll(bytes.buffers());
      subscription.join().request(1);
    } else if (signal instanceof Signal.Failure failure) {
      close();
      throw new ArchiveException("the archive's answer broke off", failure.cause());
    } else {
      ended = true;
    }
  }

  private Signal await() throws IOException {
    try {
      Signal signal = arrived.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      requireOpen();
      if (signal != null) {
        return signal;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
    throw new ArchiveException("the archive's answer stalled");
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
  }

  /** Lets go of the connection; from any thread. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!ended && subscription.isDone()) {
      subscription.join().cancel();
    }
    arrived.add(new Signal.End());
  }
}
