package org.radcanon.archive.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Asks at most once in a while: health checks come more often than archives like to be asked. */
final class CachedCheck {

  static final Duration VALID = Duration.ofSeconds(5);

  /** Longest wait for an answer that only says that all is well. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<Optional<String>> check;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile boolean answered;
  private volatile Optional<String> last = Optional.empty();
  private Instant until = Instant.MIN;

  /**
   * @param check the reason why not, or empty when all is well
   */
  CachedCheck(Supplier<Optional<String>> check, Clock clock) {
    this.check = check;
    this.clock = clock;
  }

  /** Whoever comes while somebody asks gets the last answer, once there is one. */
  Optional<String> result() {
    if (answered && !asking.tryLock()) {
      return last;
    }
    if (!asking.isHeldByCurrentThread()) {
      asking.lock();
    }
    try {
      if (!clock.instant().isBefore(until)) {
        last = check.get();
        until = clock.instant().plus(VALID);
        answered = true;
      }
      return last;
    } finally {
      asking.unlock();
    }
  }
}
