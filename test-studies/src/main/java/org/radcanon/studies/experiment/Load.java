package org.radcanon.studies.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.radcanon.studies.peer.Wait;

/**
 * Modalities that send through several doors at once, and send again what was not acknowledged,
 * until all is.
 */
final class Load implements AutoCloseable {

  private final Ledger ledger;
  private final int batchSize;
  private final Duration beforeTryingAgain;
  private final ExecutorService modalities = Executors.newCachedThreadPool();
  private volatile boolean ended;

  /**
   * @param beforeTryingAgain after a batch of which nothing was acknowledged
   */
  Load(Ledger ledger, int batchSize, Duration beforeTryingAgain) {
    this.ledger = ledger;
    this.batchSize = batchSize;
    this.beforeTryingAgain = beforeTryingAgain;
  }

  /**
   * Begins to send.
   *
   * @param shares what goes through which door
   * @param senders at a time, for each door
   */
  void begin(Map<Door, List<Sample>> shares, int senders) {
    shares.forEach(
        (door, samples) -> {
          Deque<Sample> pending = new ConcurrentLinkedDeque<>(samples);
          for (int i = 0; i < senders; i++) {
            modalities.execute(() -> work(door, pending));
          }
        });
    modalities.shutdown();
  }

  /** Whether all was acknowledged in time. */
  boolean finish(Duration limit) throws InterruptedException {
    return modalities.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isFinished() {
    return modalities.isTerminated();
  }

  @Override
  public void close() {
    ended = true;
    modalities.shutdownNow();
  }

  private void work(Door door, Deque<Sample> pending) {
    try {
      List<Sample> batch = take(pending);
      while (!batch.isEmpty() && !ended) {
        Set<String> acknowledged = send(door, batch);
        batch.stream()
            .filter(sample -> !acknowledged.contains(sample.uid()))
            .forEach(pending::addLast);
        if (acknowledged.isEmpty()) {
          Wait.pause(beforeTryingAgain);
        }
        batch = take(pending);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Set<String> send(Door door, List<Sample> batch) throws InterruptedException {
    ledger.sending(batch);
    Door.Answer answer = door.store(batch);
    ledger.acknowledged(answer.acknowledged());
    ledger.refused(answer.refused());
    return answer.acknowledged();
  }

  private List<Sample> take(Deque<Sample> pending) {
    List<Sample> batch = new ArrayList<>(batchSize);
    Sample next = pending.pollFirst();
    while (next != null) {
      batch.add(next);
      next = batch.size() < batchSize ? pending.pollFirst() : null;
    }
    return batch;
  }
}
