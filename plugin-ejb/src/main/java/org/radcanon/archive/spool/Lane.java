package org.radcanon.archive.spool;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What waits of one study, in order. Nothing goes past an instance that waits for its next try,
 * until that one has failed so often of its own that it is doubted; then others may, but no other
 * version of itself.
 */
final class Lane {

  final TreeMap<Long, Waiting> waiting = new TreeMap<>();
  private final int attemptsBeforeDoubt;

  /** One of them is on its way. */
  boolean busy;

  /** The later it failed for the archive's sake, the higher: the others are tried first. */
  long passedOver;

  /** When the first can be tried, and its number; set while the lane stands in a queue. */
  Instant due = Instant.MIN;

  long head;

  Lane(int attemptsBeforeDoubt) {
    this.attemptsBeforeDoubt = attemptsBeforeDoubt;
  }

  Optional<Waiting> next(Instant now) {
    return first(candidate -> !candidate.notBefore.isAfter(now));
  }

  /** Looks again when something can be tried. */
  void refresh() {
    head = waiting.firstKey();
    due = Instant.MAX;
    first(
        candidate -> {
          due = candidate.notBefore.isBefore(due) ? candidate.notBefore : due;
          return false;
        });
  }

  private Optional<Waiting> first(Predicate<Waiting> wanted) {
    Set<String> doubted = new HashSet<>();
    for (Waiting candidate : waiting.values()) {
      String instance = candidate.spooled.key().instance();
      if (doubted.contains(instance)) {
        continue;
      }
      if (wanted.test(candidate)) {
        return Optional.of(candidate);
      }
      if (candidate.ownFailures < attemptsBeforeDoubt) {
        return Optional.empty();
      }
      doubted.add(instance);
    }
    return Optional.empty();
  }
}
