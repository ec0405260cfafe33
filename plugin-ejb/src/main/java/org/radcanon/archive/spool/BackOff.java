package org.radcanon.archive.spool;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double with each failure, with equal jitter: the later half of each pause is random,
 * so that many that wait do not come back at once, and none comes back at once.
 */
record BackOff(Duration first, Duration longest, RandomGenerator random) {

  /**
   * The pause after so many failures in a row.
   *
   * @param failures from 1
   */
  Duration after(int failures) {
    double doubled = Math.scalb((double) first.toMillis(), failures - 1);
    long millis = (long) Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(millis - millis / 2 + random.nextLong(millis / 2 + 1));
  }
}
