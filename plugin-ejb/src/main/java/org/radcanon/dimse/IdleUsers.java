package org.radcanon.dimse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.radcanon.dimse.AssociationException.Ending;

/** The associations of a pool that nobody uses now, the latest used first. */
final class IdleUsers {

  private final Duration longest;
  private final DimseEvents events;

  /** Told of each one that is not kept any more. */
  private final Runnable ended;

  private final Deque<ServiceUser> users = new ArrayDeque<>();
  private final ScheduledThreadPoolExecutor sweeper;
  private boolean closed;

  IdleUsers(Duration longest, DimseEvents events, Runnable ended) {
    this.longest = longest;
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

  private void sweep() {
    expired().forEach(this::end);
  }

  private synchronized List<ServiceUser> expired() {
    List<ServiceUser> expired = new ArrayList<>();
    long now = System.nanoTime();
    while (!users.isEmpty() && now - users.peekLast().idleSince() >= longest.toNanos()) {
      expired.add(users.pollLast());
    }
    if (!users.isEmpty() && !closed) {
      schedule(longest.toNanos() - (now - users.peekLast().idleSince()));
    }
    return expired;
  }

  void close() {
    List<ServiceUser> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(users);
      users.clear();
    }
    sweeper.shutdown();
    all.forEach(this::end);
  }

  /** Ends an idle one in order; tells how it ended. */
  private void end(ServiceUser user) {
    ended.run();
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
    } finally {
      user.close();
    }
  }
}
