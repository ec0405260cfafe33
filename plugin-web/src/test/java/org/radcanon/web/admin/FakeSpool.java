package org.radcanon.web.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.spool.SetAside;
import org.radcanon.archive.spool.SpoolState;
import org.radcanon.intake.SpoolDesk;

/** A spool of numbers. */
final class FakeSpool implements SpoolDesk {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  private final List<SetAside> setAside = new ArrayList<>();
  int waiting;
  Optional<SpoolState.Down> down = Optional.empty();

  /** Numbers from 1. */
  FakeSpool withSetAside(int count) {
    for (int number = 1; number <= count; number++) {
      InstanceKey key = new InstanceKey("1.2", "1.3", "1.4." + number);
      Instance instance = new Instance(key, "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.2.1");
      setAside.add(new SetAside(number, instance, 1000, TIME, 5, "reason " + number));
    }
    return this;
  }

  List<Long> numbers() {
    return setAside.stream().map(SetAside::sequence).toList();
  }

  @Override
  public Optional<SpoolState> state() {
    Optional<Instant> oldest = waiting == 0 ? Optional.empty() : Optional.of(TIME);
    return Optional.of(new SpoolState(waiting, waiting * 1000L, oldest, setAside.size(), down));
  }

  @Override
  public List<SetAside> setAside(int limit, int offset) {
    return setAside.stream().skip(offset).limit(limit).toList();
  }

  @Override
  public boolean retry(long sequence) {
    return setAside.removeIf(one -> one.sequence() == sequence);
  }

  @Override
  public int retryAll() {
    int retried = setAside.size();
    setAside.clear();
    return retried;
  }
}
