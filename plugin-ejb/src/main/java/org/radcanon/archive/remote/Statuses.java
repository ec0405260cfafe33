package org.radcanon.archive.remote;

import java.util.Set;

/** Statuses of storage that both services share (PS3.4 Table B.2-1, PS3.7 C, PS3.18 I.2.2). */
final class Statuses {

  /** Processing failure, not authorized, resource limitation. */
  private static final Set<Integer> STATE = Set.of(0x0110, 0x0124, 0x0213);

  private Statuses() {}

  /**
   * Tells of the archive's state rather than of the instance, as A7xx does: it is full, busy,
   * without its database, or wrongly configured. What is the instance's fault all the same fails
   * until its tries are used up.
   */
  static boolean passes(int status) {
    return status >> 8 == 0xA7 || STATE.contains(status);
  }
}
