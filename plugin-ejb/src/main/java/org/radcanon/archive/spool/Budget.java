package org.radcanon.archive.spool;

import java.util.concurrent.atomic.AtomicLong;
import org.radcanon.archive.OutOfSpaceException;

/** The bytes that the spool may hold. */
final class Budget {

  private final long maximum;
  private final AtomicLong used = new AtomicLong();

  Budget(long maximum) {
    this.maximum = maximum;
  }

  /** For what lies there already, over the maximum too. */
  void count(long bytes) {
    used.addAndGet(bytes);
  }

  void take(long bytes) throws OutOfSpaceException {
    if (used.addAndGet(bytes) > maximum) {
      used.addAndGet(-bytes);
      throw new OutOfSpaceException(exhausted());
    }
  }

  void give(long bytes) {
    used.addAndGet(-bytes);
  }

  boolean isExhausted() {
    return used.get() >= maximum;
  }

  String exhausted() {
    return "the spool holds the %d bytes that it may hold".formatted(maximum);
  }
}
