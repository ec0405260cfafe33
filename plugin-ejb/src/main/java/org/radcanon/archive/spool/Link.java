package org.radcanon.archive.spool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.radcanon.archive.spool.SpoolState.Down;

/**
 * What is known of the archive: it takes instances, or it is down and when it is tried next. Safe
 * for use by many threads.
 *
 * <p>An archive may answer and still fail on everything. So a failure is an instance's own only
 * when no other one failed since the last that got through.
 */
final class Link {

  private static final long NONE = -1;

  private final BackOff backOff;
  private final Clock clock;
  private final SpoolEvents events;
  private Optional<Down> down = Optional.empty();
  private int failures;
  private long confirmations;
  private long lastFailed = NONE;

  Link(BackOff backOff, Clock clock, SpoolEvents events) {
    this.backOff = backOff;
    this.clock = clock;
    this.events = events;
  }

  /** Present while the archive takes nothing. */
  synchronized Optional<Down> down() {
    return down;
  }

  synchronized boolean isUp() {
    return down.isEmpty();
  }

  synchronized boolean isDue(Instant now) {
    return down.filter(d -> !d.nextTry().isAfter(now)).isPresent();
  }

  /** Instances that the archive has answered for so far. */
  synchronized long confirmations() {
    return confirmations;
  }

  /** The archive has answered for an instance; true when that is news. */
  synchronized boolean confirmed() {
    boolean news = down.isPresent();
    confirmations++;
    lastFailed = NONE;
    failures = 0;
    rise();
    return news;
  }

  /** The archive says that it would take instances; what really happens shows soon. */
  synchronized void hopeful() {
    rise();
  }

  private void rise() {
    down.ifPresent(d -> events.up(Duration.between(d.since(), clock.instant())));
    down = Optional.empty();
  }

  /** Whether, with this one's failure, only it has failed since the last that got through. */
  synchronized boolean isOnlyOneThatFails(long sequence) {
    boolean only = lastFailed == NONE || lastFailed == sequence;
    lastFailed = sequence;
    return only;
  }

  /** An instance failed on the usual way; true when that is news. */
  synchronized boolean failed(String reason) {
    if (down.isPresent()) {
      return false;
    }
    failures++;
    Instant now = clock.instant();
    Down next = new Down(now, reason, now.plus(backOff.after(failures)));
    down = Optional.of(next);
    events.down(reason, next.nextTry());
    return true;
  }

  /** A try while it is down has failed. */
  synchronized void tryFailed(String reason) {
    if (down.isEmpty()) {
      failed(reason);
      return;
    }
    failures++;
    Instant nextTry = clock.instant().plus(backOff.after(failures));
    down = Optional.of(new Down(down.get().since(), reason, nextTry));
    events.stillDown(reason, nextTry);
  }

  synchronized Duration restAfter(int ownFailures) {
    return backOff.after(ownFailures);
  }
}
