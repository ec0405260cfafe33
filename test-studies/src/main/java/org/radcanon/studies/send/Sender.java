package org.radcanon.studies.send;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Cuts instances into requests and sends them, several at a time; nothing is sent twice.
 *
 * <p>A request that the server refuses for what it held fails its own instances. Any other answer
 * that is no store response ends the run, and so do three refusals when nothing was ever answered.
 */
final class Sender {

  private static final int HOPELESS = 3;

  private final StowClient client;
  private final int concurrency;
  private final int batchSize;
  private final Runnable onInstance;
  private final Tally tally = new Tally();
  private final AtomicReference<StowException> end = new AtomicReference<>();

  Sender(StowClient client, int concurrency, int batchSize, Runnable onInstance) {
    this.client = client;
    this.concurrency = concurrency;
    this.batchSize = batchSize;
    this.onInstance = onInstance;
  }

  /** Why the run ended early, if it did. */
  Optional<StowException> send(Iterator<Part> parts) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(concurrency);
    try {
      for (int i = 0; i < concurrency; i++) {
        workers.execute(() -> work(parts));
      }
    } finally {
      workers.shutdown();
      workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
    return Optional.ofNullable(end.get());
  }

  Tally tally() {
    return tally;
  }

  private void work(Iterator<Part> parts) {
    try {
      List<Part> batch = next(parts);
      while (!batch.isEmpty() && end.get() == null) {
        store(batch);
        batch = next(parts);
      }
    } catch (StowException e) {
      end.compareAndSet(null, e);
    } catch (RuntimeException e) {
      end.compareAndSet(null, new StowException("Sending failed: " + e, e));
    }
  }

  private void store(List<Part> batch) {
    try {
      tally.add(batch, client.store(batch, this::sent));
    } catch (StowException e) {
      if (!e.ofThisRequest() || tally.refuse(batch, e.getMessage()) >= HOPELESS) {
        throw e;
      }
    }
  }

  private void sent(long bytes) {
    tally.partSent(bytes);
    onInstance.run();
  }

  private List<Part> next(Iterator<Part> parts) {
    List<Part> batch = new ArrayList<>(batchSize);
    synchronized (parts) {
      while (batch.size() < batchSize && parts.hasNext()) {
        batch.add(parts.next());
      }
    }
    return batch;
  }
}
