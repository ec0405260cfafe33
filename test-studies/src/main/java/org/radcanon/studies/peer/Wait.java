package org.radcanon.studies.peer;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that others do. */
public final class Wait {

  private static final long STEP_MILLIS = 20;

  private Wait() {}

  /** Whether it came true in time. */
  public static boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || !pause(Duration.ofMillis(STEP_MILLIS))) {
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
