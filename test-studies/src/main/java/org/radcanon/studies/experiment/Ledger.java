package org.radcanon.studies.experiment;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a modality writes down: what it sent, and what was acknowledged to it. */
final class Ledger {

  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger resent = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  void sending(List<Sample> batch) {
    for (Sample sample : batch) {
      if (!sent.add(sample.uid())) {
        resent.incrementAndGet();
      }
    }
  }

  void acknowledged(Set<String> uids) {
    acknowledged.addAll(uids);
  }

  /** Answered, and not taken. */
  void refused(int count) {
    refused.addAndGet(count);
  }

  Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  int count() {
    return acknowledged.size();
  }

  int resent() {
    return resent.get();
  }

  int refused() {
    return refused.get();
  }
}
