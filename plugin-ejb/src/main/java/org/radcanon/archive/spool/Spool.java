package org.radcanon.archive.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Directories;
import org.radcanon.archive.DirectoryLock;
import org.radcanon.archive.FreeSpace;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.TemporaryFile;
import org.radcanon.archive.spool.JournalLine.Event;

/** The spool's directory while it is open, and what waits in it. Safe for use by many threads. */
final class Spool implements AutoCloseable {

  private static final int LINES_BEFORE_COMPACTION = 10_000;

  private final SpoolDirectory directory;
  private final DirectoryLock directoryLock;
  private final FreeSpace space;
  private final Clock clock;
  private final SpoolEvents events;
  private final Budget budget;
  private final SpareFiles spares;
  private final Lanes lanes;
  private final Refused refused;
  private final Journal journal;
  private final Accepting accepting;

  /** Read: changing files and journal. Write: nobody may change them. */
  private final ReadWriteLock changes = new ReentrantReadWriteLock();

  private Spool(
      SpoolDirectory directory,
      DirectoryLock directoryLock,
      FreeSpace space,
      SpoolSettings settings,
      Clock clock,
      SpoolEvents events)
      throws IOException {
    this.directory = directory;
    this.directoryLock = directoryLock;
    this.space = space;
    this.clock = clock;
    this.events = events;
    this.budget = new Budget(settings.maximumBytes());
    this.spares = new SpareFiles(settings.maximumBytes());
    this.lanes = new Lanes(settings.maximumAttempts());
    TemporaryFile.removeAll(directory.incoming());
    Recovery recovery = Recovery.of(directory, events, clock);
    recovery.waiting().forEach(lanes::add);
    recovery.setAside().forEach(one -> budget.count(one.bytes()));
    budget.count(lanes.bytes());
    this.refused = new Refused(directory, recovery.setAside());
    this.journal = Journal.open(directory, recovery.lastSequence(), lines());
    this.accepting =
        new Accepting(
            directory, journal, lanes, recovery.lastSequence(), clock, events, this::forget);
  }

  /** Opens the directory and takes up what an earlier run left. */
  static Spool open(SpoolSettings settings, FreeSpace space, Clock clock, SpoolEvents events)
      throws IOException {
    SpoolDirectory directory =
        new SpoolDirectory(settings.directory().toAbsolutePath().normalize());
    Directories directories = new Directories(directory.root());
    DirectoryLock lock = DirectoryLock.take(directory.lock());
    try {
      directories.require(directory.incoming());
      directories.require(directory.waiting());
      directories.require(directory.refused());
      directories.require(directory.discarded());
      return new Spool(directory, lock, space, settings, clock, events);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  Lanes lanes() {
    return lanes;
  }

  Refused refused() {
    return refused;
  }

  /** Begins a copy of an instance that is arriving. */
  Copy copy(Instance instance) {
    return Copy.in(directory.incoming(), instance, space, budget, spares);
  }

  /** Why nothing can be acknowledged out of the spool. */
  Optional<String> unavailable() {
    if (!directoryLock.isHeld()) {
      return Optional.of("closed");
    }
    if (!Files.isWritable(directory.incoming())) {
      return Optional.of("the spool's directory cannot be written");
    }
    if (budget.isExhausted()) {
      return Optional.of(budget.exhausted());
    }
    try {
      return space.shortage();
    } catch (IOException e) {
      return Optional.of("the free space cannot be asked for");
    }
  }

  /** Makes copies durable, in their order; each is {@link Kept}, or not here any more. */
  List<Outcome> accept(List<Copy> copies) {
    changes.readLock().lock();
    try {
      return accepting.accept(copies);
    } finally {
      changes.readLock().unlock();
    }
  }

  /** The newest version that waits, to be read. */
  Optional<InputStream> read(InstanceKey key) throws IOException {
    Optional<Waiting> waiting = lanes.newest(key);
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(waiting.get()));
    } catch (NoSuchFileException e) {
      // handed on since
      return Optional.empty();
    }
  }

  InputStream open(Waiting waiting) throws IOException {
    return Files.newInputStream(directory.waiting(waiting.spooled));
  }

  /** The archive has confirmed it; its file goes once the journal says so. */
  void delivered(Waiting waiting) {
    changes.readLock().lock();
    try {
      if (!journal.isClosed()) {
        record(waiting.line(clock.instant(), Event.DELIVERED, ""));
        forget(waiting);
      }
      lanes.settled(waiting);
    } finally {
      changes.readLock().unlock();
    }
    events.delivered(
        waiting.spooled.sequence(),
        waiting.spooled.key(),
        Duration.between(waiting.accepted, clock.instant()),
        waiting.attempts);
    compactWhenWorthwhile();
  }

  private void record(JournalLine line) {
    try {
      journal.commit(List.of(line));
    } catch (ArchiveException e) {
      journal.later(line);
      events.directoryFailed(e);
    }
  }

  private void forget(Waiting waiting) {
    budget.give(waiting.spooled.bytes());
    try {
      Files.deleteIfExists(directory.waiting(waiting.spooled));
    } catch (IOException e) {
      events.directoryFailed(FreeSpace.failure("a file of the spool cannot be removed", e));
    }
  }

  /** Its file is gone, by no act of ours. */
  void missing(Waiting waiting) {
    budget.give(waiting.spooled.bytes());
    lanes.settled(waiting);
    events.missing(waiting.spooled.sequence(), waiting.spooled.key());
  }

  /** An attempt failed; what becomes of the instance is decided elsewhere. */
  void attempted(Waiting waiting, String reason) {
    changes.readLock().lock();
    try {
      if (journal.isClosed()) {
        return;
      }
      journal.note(waiting.line(clock.instant(), Event.ATTEMPT, reason));
    } catch (IOException e) {
      events.directoryFailed(FreeSpace.failure("the spool's journal cannot be written", e));
    } finally {
      changes.readLock().unlock();
    }
    events.attemptFailed(waiting.spooled.sequence(), waiting.spooled.key(), reason);
  }

  /** Puts one that was on its way where a person decides. */
  void setAside(Waiting waiting, String reason) throws IOException {
    JournalLine line = waiting.line(clock.instant(), Event.SET_ASIDE, reason);
    changes.readLock().lock();
    try {
      if (!journal.isClosed()) {
        refused.add(line);
        record(line);
      }
      lanes.settled(waiting);
    } finally {
      changes.readLock().unlock();
    }
    events.setAside(Refused.of(line));
  }

  /** Sends one that was set aside on its way again; false where there is none. */
  boolean release(long sequence) throws ArchiveException {
    changes.readLock().lock();
    try {
      journal.refuseIfClosed();
      Optional<Waiting> released = refused.release(sequence, clock.instant());
      released.ifPresent(
          waiting -> {
            record(waiting.line(clock.instant(), Event.RELEASED, ""));
            lanes.add(waiting);
            events.released(sequence, waiting.spooled.key());
          });
      return released.isPresent();
    } catch (IOException e) {
      throw FreeSpace.failure("an instance cannot be sent on its way again", e);
    } finally {
      changes.readLock().unlock();
    }
  }

  /** Gives one that was set aside up; false where there is none. */
  boolean discard(long sequence) throws ArchiveException {
    changes.readLock().lock();
    try {
      journal.refuseIfClosed();
      Optional<SetAside> discarded = refused.discard(sequence);
      discarded.ifPresent(
          gone -> {
            Waiting was =
                new Waiting(new Spooled(sequence, gone.instance(), gone.bytes()), clock.instant());
            record(was.line(clock.instant(), Event.DISCARDED, gone.reason()));
            budget.give(gone.bytes());
            events.discarded(sequence, gone.instance().key());
          });
      return discarded.isPresent();
    } catch (IOException e) {
      throw FreeSpace.failure("an instance cannot be discarded", e);
    } finally {
      changes.readLock().unlock();
    }
  }

  private void compactWhenWorthwhile() {
    if (!isWorthwhile()) {
      return;
    }
    changes.writeLock().lock();
    try {
      if (isWorthwhile()) {
        journal.compact(accepting.lastSequence(), lines());
      }
    } catch (IOException e) {
      events.directoryFailed(FreeSpace.failure("the spool's journal cannot be compacted", e));
    } finally {
      changes.writeLock().unlock();
    }
  }

  private boolean isWorthwhile() {
    int lines = journal.lines();
    return lines > LINES_BEFORE_COMPACTION && lines > 4 * (lanes.count() + refused.count());
  }

  private List<JournalLine> lines() {
    List<JournalLine> lines = new ArrayList<>(refused.lines());
    lanes.all().forEach(waiting -> lines.add(waiting.acceptance()));
    return lines;
  }

  /** Lets go of the directory once the changes that are under way are done. */
  @Override
  public void close() throws IOException {
    changes.writeLock().lock();
    try (directoryLock) {
      journal.close();
      spares.close();
    } finally {
      changes.writeLock().unlock();
    }
  }
}
