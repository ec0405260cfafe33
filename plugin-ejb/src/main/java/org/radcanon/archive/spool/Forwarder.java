package org.radcanon.archive.spool;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.radcanon.archive.spool.SpoolState.Down;

/**
 * Hands on what waits: several studies at a time while the archive takes instances, one try at a
 * time with growing pauses while it does not. Owns no thread.
 */
final class Forwarder {

  private final Lanes lanes;
  private final HandOver handOver;
  private final Link link;
  private final int parallel;
  private final Executor workers;
  private final ScheduledExecutorService timer;
  private final Clock clock;
  private Optional<Instant> armedFor = Optional.empty();
  private Optional<Future<?>> armed = Optional.empty();
  private int running;
  private boolean closed;

  Forwarder(
      Lanes lanes,
      HandOver handOver,
      Link link,
      int parallel,
      Executor workers,
      ScheduledExecutorService timer,
      Clock clock) {
    this.lanes = lanes;
    this.handOver = handOver;
    this.link = link;
    this.parallel = parallel;
    this.workers = workers;
    this.timer = timer;
    this.clock = clock;
  }

  /** Looks whether there is anything to do now; called whenever something has changed. */
  void wake() {
    dispatch(clock.instant());
  }

  private synchronized void dispatch(Instant now) {
    if (closed) {
      return;
    }
    try {
      for (Optional<Runnable> task = next(now); task.isPresent(); task = next(now)) {
        start(task.get());
      }
      arm(now);
    } catch (RejectedExecutionException e) {
      // whoever gave us the threads is stopping them; everything lies here for the next start
      closed = true;
    }
  }

  private Optional<Runnable> next(Instant now) {
    if (!link.isUp()) {
      return running == 0 && link.isDue(now) ? Optional.of(this::tryWhetherUp) : Optional.empty();
    }
    return running < parallel
        ? lanes.take(now).map(waiting -> () -> handOver.run(waiting))
        : Optional.empty();
  }

  private void start(Runnable task) {
    running++;
    try {
      workers.execute(() -> run(task));
    } catch (RejectedExecutionException e) {
      running--;
      throw e;
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } finally {
      synchronized (this) {
        running--;
        notifyAll();
      }
      wake();
    }
  }

  private void tryWhetherUp() {
    Optional<String> why = handOver.askArchive();
    if (why.isPresent()) {
      link.tryFailed(why.get());
      return;
    }
    Optional<Waiting> first = lanes.take(clock.instant());
    if (first.isPresent()) {
      handOver.run(first.get());
    } else {
      link.hopeful();
    }
  }

  private void arm(Instant now) {
    Optional<Instant> due = due();
    if (due.equals(armedFor)) {
      return;
    }
    armed.ifPresent(task -> task.cancel(false));
    armedFor = due;
    armed =
        due.map(
            at -> {
              long millis = Math.max(1, Duration.between(now, at).toMillis());
              return timer.schedule(() -> ring(at), millis, MILLISECONDS);
            });
  }

  private Optional<Instant> due() {
    if (running > 0 && !link.isUp() || running >= parallel) {
      return Optional.empty();
    }
    return link.isUp() ? lanes.nextDue() : link.down().map(Down::nextTry);
  }

  private void ring(Instant at) {
    Instant now = clock.instant();
    synchronized (this) {
      armedFor = Optional.empty();
      armed = Optional.empty();
    }
    // a clock that was put back does not put off what the timer says is due
    dispatch(now.isBefore(at) ? at : now);
  }

  /**
   * Begins nothing more, and waits for what is on its way, but not for ever.
   *
   * @return tries that have not come to their end
   */
  synchronized int close(Duration limit) {
    closed = true;
    armed.ifPresent(task -> task.cancel(false));
    long end = System.nanoTime() + limit.toNanos();
    long left = limit.toNanos();
    try {
      while (running > 0 && left > 0) {
        NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return running;
  }
}
