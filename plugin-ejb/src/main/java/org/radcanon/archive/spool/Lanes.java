package org.radcanon.archive.spool;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.radcanon.archive.InstanceKey;

/** All that waits, a lane for each study. Safe for use by many threads. */
final class Lanes {

  private final int attemptsBeforeDoubt;
  private final TreeMap<Long, Waiting> all = new TreeMap<>();
  private final Map<InstanceKey, Waiting> newest = new HashMap<>();
  private final Map<String, Lane> studies = new HashMap<>();
  private final TreeSet<Lane> ready =
      new TreeSet<>(
          Comparator.<Lane>comparingLong(lane -> lane.passedOver)
              .thenComparingLong(lane -> lane.head));
  private final TreeSet<Lane> resting =
      new TreeSet<>(
          Comparator.<Lane, Instant>comparing(lane -> lane.due)
              .thenComparingLong(lane -> lane.head));
  private long bytes;
  private long passes;

  Lanes(int attemptsBeforeDoubt) {
    this.attemptsBeforeDoubt = attemptsBeforeDoubt;
  }

  synchronized void add(Waiting waiting) {
    all.put(waiting.spooled.sequence(), waiting);
    newest.merge(
        waiting.spooled.key(),
        waiting,
        (a, b) -> a.spooled.sequence() > b.spooled.sequence() ? a : b);
    bytes += waiting.spooled.bytes();
    Lane lane =
        studies.computeIfAbsent(
            waiting.spooled.key().study(), study -> new Lane(attemptsBeforeDoubt));
    dequeue(lane);
    lane.waiting.put(waiting.spooled.sequence(), waiting);
    enqueue(lane);
  }

  /** The next to be tried, of a study of which none is on its way. It has to be given back. */
  synchronized Optional<Waiting> take(Instant now) {
    while (!resting.isEmpty() && !resting.first().due.isAfter(now)) {
      ready.add(resting.pollFirst());
    }
    Lane lane = ready.pollFirst();
    if (lane == null) {
      return Optional.empty();
    }
    lane.busy = true;
    // a clock may have gone back since the lane's rest was over
    return lane.next(lane.due.isAfter(now) ? lane.due : now);
  }

  /** Gives back one that need not wait any more. */
  synchronized void settled(Waiting waiting) {
    Lane lane = lane(waiting);
    remove(waiting, lane);
    lane.passedOver = 0;
    release(lane);
  }

  /** Gives back one that has to wait for its own next try. */
  synchronized void postponed(Waiting waiting) {
    release(lane(waiting));
  }

  /** Gives back one that failed for the archive's sake: next time, others are tried first. */
  synchronized void passedOver(Waiting waiting) {
    Lane lane = lane(waiting);
    lane.passedOver = ++passes;
    release(lane);
  }

  private Lane lane(Waiting waiting) {
    return studies.get(waiting.spooled.key().study());
  }

  private void remove(Waiting waiting, Lane lane) {
    all.remove(waiting.spooled.sequence());
    lane.waiting.remove(waiting.spooled.sequence());
    newest.remove(waiting.spooled.key(), waiting);
    bytes -= waiting.spooled.bytes();
    if (lane.waiting.isEmpty()) {
      studies.remove(waiting.spooled.key().study());
    }
  }

  private void release(Lane lane) {
    lane.busy = false;
    enqueue(lane);
  }

  private void dequeue(Lane lane) {
    ready.remove(lane);
    resting.remove(lane);
  }

  private void enqueue(Lane lane) {
    if (lane.busy || lane.waiting.isEmpty()) {
      return;
    }
    lane.refresh();
    if (lane.due.equals(Instant.MIN)) {
      ready.add(lane);
    } else {
      resting.add(lane);
    }
  }

  /** When the next lane that rests can be tried; a moment long past when one is ready. */
  synchronized Optional<Instant> nextDue() {
    if (!ready.isEmpty()) {
      return Optional.of(Instant.MIN);
    }
    return resting.isEmpty() ? Optional.empty() : Optional.of(resting.first().due);
  }

  synchronized boolean has(String study) {
    return studies.containsKey(study);
  }

  /** The version of an instance that came last. */
  synchronized Optional<Waiting> newest(InstanceKey key) {
    return Optional.ofNullable(newest.get(key));
  }

  synchronized int count() {
    return all.size();
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized Optional<Instant> oldest() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.firstEntry().getValue().accepted);
  }

  synchronized List<Waiting> all() {
    return List.copyOf(all.values());
  }
}
