package org.radcanon.archive.spool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Threads and time in a test's hand: nothing runs and no second passes but on its word. */
final class ManualThreads extends AbstractExecutorService implements ScheduledExecutorService {

  private final ArrayDeque<Runnable> queued = new ArrayDeque<>();
  private final List<Timed> timed = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private boolean stopped;

  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** Runs what is queued, and what that queues, until nothing is. */
  void runAll() {
    while (!queued.isEmpty()) {
      queued.poll().run();
    }
  }

  int queued() {
    return queued.size();
  }

  /** Takes the tasks that are queued, for real threads. */
  List<Runnable> takeQueued() {
    List<Runnable> all = List.copyOf(queued);
    queued.clear();
    return all;
  }

  /** When the next timed task is due. */
  Optional<Instant> nextDue() {
    return timed.stream()
        .filter(t -> !t.isCancelled())
        .map(t -> t.due)
        .min(Comparator.naturalOrder());
  }

  /** Lets time pass, running what becomes due on the way. */
  void advance(Duration duration) {
    Instant end = now.plus(duration);
    runAll();
    for (Optional<Instant> due = nextDue();
        due.isPresent() && !due.get().isAfter(end);
        due = nextDue()) {
      now = due.get();
      ring();
      runAll();
    }
    now = end;
  }

  /** Puts the clock, not the timers. */
  void setClock(Instant instant) {
    Duration by = Duration.between(now, instant);
    now = instant;
    timed.forEach(t -> t.due = t.due.plus(by));
  }

  private void ring() {
    List<Timed> due = timed.stream().filter(t -> !t.due.isAfter(now)).toList();
    timed.removeAll(due);
    due.forEach(FutureTask::run);
  }

  @Override
  public void execute(Runnable command) {
    if (stopped) {
      throw new RejectedExecutionException();
    }
    queued.add(command);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    if (stopped) {
      throw new RejectedExecutionException();
    }
    Timed task = new Timed(command, now.plus(Duration.of(delay, unit.toChronoUnit())));
    timed.add(task);
    return task;
  }

  private static final class Timed extends FutureTask<Void> implements ScheduledFuture<Void> {
    private Instant due;

    Timed(Runnable runnable, Instant due) {
      super(runnable, null);
      this.due = due;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Delayed other) {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  public void shutdown() {
    stopped = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    stopped = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return stopped;
  }

  @Override
  public boolean isTerminated() {
    return stopped;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }
}
