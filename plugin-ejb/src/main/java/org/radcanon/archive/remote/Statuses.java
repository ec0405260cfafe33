package org.radcanon.archive.remote;

/** Statuses of storage that both services share (PS3.4 Table B.2-1, PS3.18 I.2.2). */
final class Statuses {

  private Statuses() {}

  /** A7xx: the archive is full or busy, which passes. */
  static boolean isOutOfResources(int status) {
    return status >> 8 == 0xA7;
  }
}
