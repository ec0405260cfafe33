package org.radcanon.archive.spool;

import java.time.Instant;

/**
 * An instance that waits for the archive, and how handing it over went so far. Its counts belong to
 * the thread that {@link Lanes} gave it to.
 */
final class Waiting {

  final Spooled spooled;
  final Instant accepted;

  /** Times it was handed over. */
  int attempts;

  /** Times it failed though the archive was there. */
  int ownFailures;

  /** Times it failed again after others had got through since its failure before. */
  int counted;

  /** What had got through when it failed last. */
  long confirmations = Long.MAX_VALUE;

  /** Not to be tried before. */
  Instant notBefore = Instant.MIN;

  Waiting(Spooled spooled, Instant accepted) {
    this.spooled = spooled;
    this.accepted = accepted;
  }

  JournalLine line(Instant time, JournalLine.Event event, String reason) {
    return new JournalLine(time, event, spooled, attempts, reason);
  }

  JournalLine acceptance() {
    return new JournalLine(accepted, JournalLine.Event.ACCEPTED, spooled, attempts, "");
  }
}
