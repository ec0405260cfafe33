package org.radcanon.dimse;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends what blocks for too long: blocking sockets have a time-out for reading, none for writing and
 * none for a TLS handshake. One thread for as many timers as one likes.
 */
final class Watchdog implements AutoCloseable {

  private final ScheduledThreadPoolExecutor executor;

  Watchdog() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "dimse-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
  }

  /**
   * @param expired must not block
   */
  Timer timer(Runnable expired) {
    return new Timer(expired);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /**
   * Started and stopped often, seldom expires: the executor is asked again only once the last
   * request of it has come due, or would come too late.
   */
  final class Timer {
    private final Runnable expired;
    private ScheduledFuture<?> check;
    private long deadline;
    private long due;
    private boolean running;

    private Timer(Runnable expired) {
      this.expired = expired;
    }

    synchronized void start(Duration duration) {
      deadline = System.nanoTime() + duration.toNanos();
      running = true;
      if (check != null && deadline - due < 0) {
        check.cancel(false);
        check = null;
      }
      if (check == null) {
        schedule(duration.toNanos());
      }
    }

    synchronized void stop() {
      running = false;
    }

    /** Stops, and lets go of everything. */
    synchronized void cancel() {
      running = false;
      if (check != null) {
        check.cancel(false);
        check = null;
      }
    }

    private void schedule(long nanos) {
      if (!executor.isShutdown()) {
        due = deadline;
        check = executor.schedule(this::check, nanos, TimeUnit.NANOSECONDS);
      }
    }

    private void check() {
      if (isOver()) {
        expired.run();
      }
    }

    private synchronized boolean isOver() {
      check = null;
      if (!running) {
        return false;
      }
      long left = deadline - System.nanoTime();
      if (left > 0) {
        schedule(left);
        return false;
      }
      running = false;
      return true;
    }
  }
}
