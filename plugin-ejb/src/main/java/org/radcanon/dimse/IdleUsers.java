package org.radcanon.dimse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.radcanon.dimse.AssociationException.Ending;

/** The associations of a pool that nobody uses now, the latest used first. */
final class IdleUsers {

  private static final Duration RELEASE = Duration.ofSeconds(5);

  private final Duration longest;

  /** For a release, and for all of them together when the pool closes; nothing is lost by it. */
  private final Duration patience;

  private final DimseEvents events;

  /** Told of each one that is closed, one way or another. */
  private final Runnable ended;

  private final Watchdog watchdog = new Watchdog();
  private final Set<ServiceUser> ending = ConcurrentHashMap.newKeySet();

  private final Deque<ServiceUser> users = new ArrayDeque<>();
  private final ScheduledThreadPoolExecutor sweeper;
  private boolean closed;
  private volatile boolean hasGivenUp;

  IdleUsers(DimseSettings settings, DimseEvents events, Runnable ended) {
    this.longest = settings.idle();
    this.patience = RELEASE.compareTo(settings.response()) < 0 ? RELEASE : settings.response();
    this.events = events;
    this.ended = ended;
    this.sweeper = new ScheduledThreadPoolExecutor(1, IdleUsers::daemon);
    sweeper.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "dimse-idle");
    thread.setDaemon(true);
    return thread;
  }

  /** Keeps one for later; releases it at once when all is over. */
  void put(ServiceUser user) {
    user.idleSince(System.nanoTime());
    if (!add(user)) {
      end(user);
    }
  }

  private synchronized boolean add(ServiceUser user) {
    if (closed) {
      return false;
    }
    users.addFirst(user);
    if (users.size() == 1) {
      schedule(longest.toNanos());
    }
    return true;
  }

  private void schedule(long nanos) {
    sweeper.schedule(this::sweep, nanos, TimeUnit.NANOSECONDS);
  }

  /** One that fits and that the peer has not ended meanwhile. */
  Optional<ServiceUser> take(Predicate<ServiceUser> fits) {
    Optional<ServiceUser> user = remove(fits);
    while (user.isPresent() && !user.get().isQuiet()) {
      end(user.get());
      user = remove(fits);
    }
    return user;
  }

  private synchronized Optional<ServiceUser> remove(Predicate<ServiceUser> fits) {
    Optional<ServiceUser> user = users.stream().filter(fits).findFirst();
    user.ifPresent(users::remove);
    return user;
  }

  /** Makes room: releases the one that has been idle for longest, if there is any. */
  boolean endEldest() {
    Optional<ServiceUser> eldest = pollEldest();
    eldest.ifPresent(this::end);
    return eldest.isPresent();
  }

  private synchronized Optional<ServiceUser> pollEldest() {
    return Optional.ofNullable(users.pollLast());
  }

  /** One after the other: those whose turn has not come are of use to whoever needs them. */
  private void sweep() {
    for (Optional<ServiceUser> user = expired(); user.isPresent(); user = expired()) {
      end(user.get());
    }
  }

  private synchronized Optional<ServiceUser> expired() {
    if (users.isEmpty() || closed) {
      return Optional.empty();
    }
    long left = longest.toNanos() - (System.nanoTime() - users.peekLast().idleSince());
    if (left > 0) {
      schedule(left);
      return Optional.empty();
    }
    return pollEldest();
  }

  void close() {
    synchronized (this) {
      closed = true;
    }
    sweeper.shutdown();
    Watchdog.Timer all = watchdog.timer(this::giveUp);
    all.start(patience);
    while (endEldest()) {}
    awaitSweep();
    giveUp();
    watchdog.close();
  }

  private void awaitSweep() {
    try {
      sweeper.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever has not answered by now does not, and nobody else is asked. */
  private void giveUp() {
    hasGivenUp = true;
    ending.forEach(ServiceUser::end);
  }

  /** Ends an idle one, in order as long as there is time; tells how it ended. */
  private void end(ServiceUser user) {
    Watchdog.Timer answer = watchdog.timer(user::end);
    answer.start(patience);
    ending.add(user);
    if (hasGivenUp) {
      user.end();
    }
    try {
      release(user);
    } finally {
      answer.cancel();
      ending.remove(user);
      user.close();
      ended.run();
    }
  }

  private void release(ServiceUser user) {
    try {
      if (user.isQuiet()) {
        user.release();
      } else {
        user.requireReleased();
      }
      events.released(user.peer(), user.operations());
    } catch (AssociationException e) {
      events.broken(user.peer(), e.ending(), e.getMessage());
    } catch (IOException e) {
      events.broken(user.peer(), Ending.CONNECTION, e.getClass().getSimpleName());
    }
  }
}
