package org.radcanon.studies.peer;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that others do. */
public final class Wait {

  private static final Duration STEP = Duration.ofMillis(20);

  private Wait() {}

  /** Whether it came true in time. */
  public static boolean until(Duration limit, BooleanSupplier condition) {
    return until(limit, STEP, condition);
  }

  /**
   * Whether it came true in time.
   *
   * @param step between one look and the next
   */
  public static boolean until(Duration limit, Duration step, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || !pause(step)) {
        return false;
      }
    }
    return true;
  }

  /** False when interrupted; the interrupt stays set. */
  public static boolean pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
