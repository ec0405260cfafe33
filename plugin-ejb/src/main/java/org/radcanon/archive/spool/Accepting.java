package org.radcanon.archive.spool;

import static org.radcanon.archive.Outcome.Change.SPOOLED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.FreeSpace;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.Outcome.Unavailable;

/**
 * From copies to instances that wait: each file forced and in its place, then one commit of the
 * journal for all, then the lanes know them.
 */
final class Accepting {

  private final SpoolDirectory directory;
  private final Journal journal;
  private final Lanes lanes;
  private final AtomicLong lastSequence;
  private final Clock clock;
  private final SpoolEvents events;
  private final Consumer<Waiting> forget;

  /**
   * @param lastSequence the last number that was given
   * @param forget takes back what the journal did not take
   */
  Accepting(
      SpoolDirectory directory,
      Journal journal,
      Lanes lanes,
      long lastSequence,
      Clock clock,
      SpoolEvents events,
      Consumer<Waiting> forget) {
    this.directory = directory;
    this.journal = journal;
    this.lanes = lanes;
    this.lastSequence = new AtomicLong(lastSequence);
    this.clock = clock;
    this.events = events;
    this.forget = forget;
  }

  long lastSequence() {
    return lastSequence.get();
  }

  /** In their order; each is {@link Kept}, or not here any more. */
  List<Outcome> accept(List<Copy> copies) {
    List<Outcome> outcomes = new ArrayList<>();
    Map<InstanceKey, Waiting> placed = new HashMap<>();
    List<Waiting> added = new ArrayList<>();
    for (Copy copy : copies) {
      outcomes.add(place(copy, placed, added));
    }
    return commit(added, outcomes);
  }

  private Outcome place(Copy copy, Map<InstanceKey, Waiting> placed, List<Waiting> added) {
    InstanceKey key = copy.instance().key();
    try {
      journal.refuseIfClosed();
      copy.trim();
      Optional<Waiting> before = Optional.ofNullable(placed.get(key)).or(() -> lanes.newest(key));
      if (before.isEmpty() || !isSame(before.get(), copy)) {
        copy.force();
        Spooled spooled =
            new Spooled(lastSequence.incrementAndGet(), copy.instance(), copy.bytes());
        copy.moveTo(directory.waiting(spooled));
        Waiting waiting = new Waiting(spooled, clock.instant());
        placed.put(key, waiting);
        added.add(waiting);
      } else {
        copy.discard();
      }
      return Kept.as(SPOOLED);
    } catch (IOException e) {
      copy.discard();
      return new Unavailable(FreeSpace.failure("the spool cannot keep an instance", e));
    }
  }

  private boolean isSame(Waiting before, Copy copy) throws IOException {
    try {
      return Files.mismatch(directory.waiting(before.spooled), copy.file()) < 0;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private List<Outcome> commit(List<Waiting> added, List<Outcome> outcomes) {
    if (added.isEmpty()) {
      return outcomes;
    }
    try {
      journal.commit(added.stream().map(Waiting::acceptance).toList());
    } catch (ArchiveException e) {
      added.forEach(forget);
      return outcomes.stream().map(outcome -> e).<Outcome>map(Unavailable::new).toList();
    }
    added.forEach(lanes::add);
    added.forEach(one -> events.spooled(one.spooled.sequence(), one.spooled.key()));
    return outcomes;
  }
}
