package org.radcanon.archive.remote;

import java.util.Optional;
import java.util.Set;
import org.radcanon.dimse.Status;

/** Statuses of storage that both services share (PS3.4 Table B.2-1, PS3.7 C, PS3.18 I.2.2). */
final class Statuses {

  /** Processing failure, not authorized, resource limitation. */
  private static final Set<Integer> STATE = Set.of(0x0110, 0x0124, 0x0213);

  private static final int PROCESSING_FAILURE = 0x0110;

  private Statuses() {}

  /**
   * The status of a failure. One that says success, a warning, pending or cancelled, or has more
   * than 16 bits, must not reach a sender as such: it would take the instance for stored.
   */
  static int failure(int status) {
    boolean none = status <= 0 || status > 0xFFFF;
    return none
            || new Status(status, Optional.empty()).isWarning()
            || status >> 8 == 0xFF
            || status >> 8 == 0xFE
        ? PROCESSING_FAILURE
        : status;
  }

  /**
   * Tells of the archive's state rather than of the instance, as A7xx does: it is full, busy,
   * without its database, or wrongly configured. What is the instance's fault all the same fails
   * until its tries are used up.
   */
  static boolean passes(int status) {
    return status >> 8 == 0xA7 || STATE.contains(status);
  }
}
