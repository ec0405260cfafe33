package org.radcanon.archive.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks at most once in a while: health checks come more often than archives like to be asked. */
final class CachedCheck {

  static final Duration VALID = Duration.ofSeconds(5);

  /** Longest wait for an answer that only says that all is well. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<Optional<String>> check;
  private final Clock clock;
  private Optional<String> last = Optional.empty();
  private Instant until = Instant.MIN;

  /**
   * @param check the reason why not, or empty when all is well
   */
  CachedCheck(Supplier<Optional<String>> check, Clock clock) {
    this.check = check;
    this.clock = clock;
  }

  synchronized Optional<String> result() {
    if (!clock.instant().isBefore(until)) {
      last = check.get();
      until = clock.instant().plus(VALID);
    }
    return last;
  }
}
