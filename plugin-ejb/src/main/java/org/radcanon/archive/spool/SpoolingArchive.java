package org.radcanon.archive.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.radcanon.archive.Archive;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.FreeSpace;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Unavailable;
import org.radcanon.archive.Passage;

/**
 * A remote archive with a spool before it: an instance that it cannot take now is kept on disk,
 * acknowledged as {@link Outcome.Change#SPOOLED}, and handed on until the archive has it, across
 * restarts.
 *
 * <p>While the archive takes instances, each goes to it directly; a copy is written beside it and
 * thrown away with the archive's answer, without forcing anything to the disk. While the archive is
 * down, and as long as earlier instances of the same study wait, an instance goes to the spool
 * alone: the order within a study stays. What the archive refuses on the direct way is the sender's
 * business; what it refuses of the acknowledged is set aside for a person.
 *
 * <p>Safe for use by many threads. One process per directory.
 */
public final class SpoolingArchive implements Archive, AutoCloseable {

  /** How long closing waits for what is on its way. */
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Archive remote;
  private final Spool spool;
  private final Link link;
  private final Forwarder forwarder;
  private final boolean spooling;
  private final SpoolEvents events;

  private SpoolingArchive(
      Archive remote,
      Spool spool,
      Link link,
      Forwarder forwarder,
      boolean spooling,
      SpoolEvents events) {
    this.remote = remote;
    this.spool = spool;
    this.link = link;
    this.forwarder = forwarder;
    this.spooling = spooling;
    this.events = events;
  }

  /**
   * Opens the spool's directory, takes up what lies there, and begins to hand it on.
   *
   * @param remote stays the caller's: closing the spool does not close it
   * @param workers runs tries, at most as many at a time as there are lanes; they may block as long
   *     as the remote archive does
   * @param timer only wakes; may be the same threads
   * @param clock for times in the journal and for pauses
   * @param random for the jitter of pauses
   * @throws ArchiveException when the directory cannot be used, or another process has it open
   */
  public static SpoolingArchive open(
      SpoolSettings settings,
      Archive remote,
      Executor workers,
      ScheduledExecutorService timer,
      Clock clock,
      RandomGenerator random,
      SpoolEvents events)
      throws ArchiveException {
    try {
      Files.createDirectories(settings.directory());
      FreeSpace space =
          FreeSpace.of(Files.getFileStore(settings.directory()), settings.minimumFreeBytes());
      Spool spool = Spool.open(settings, space, clock, events);
      return on(spool, settings, remote, workers, timer, clock, random, events);
    } catch (IOException e) {
      throw FreeSpace.failure("the spool's directory cannot be used", e);
    }
  }

  static SpoolingArchive on(
      Spool spool,
      SpoolSettings settings,
      Archive remote,
      Executor workers,
      ScheduledExecutorService timer,
      Clock clock,
      RandomGenerator random,
      SpoolEvents events) {
    BackOff backOff = new BackOff(settings.firstRetry(), settings.longestRetry(), random);
    Link link = new Link(backOff, clock, events);
    HandOver handOver =
        new HandOver(spool, remote, link, settings.maximumAttempts(), clock, events);
    Forwarder forwarder =
        new Forwarder(spool.lanes(), handOver, link, settings.lanes(), workers, timer, clock);
    forwarder.wake();
    return new SpoolingArchive(remote, spool, link, forwarder, settings.spooling(), events);
  }

  @Override
  public Delivery begin() {
    return new SpoolingDelivery(this);
  }

  /** The version that waits, where there is one: it is newer than the archive's. */
  @Override
  public Optional<InputStream> retrieve(InstanceKey key) throws IOException {
    Optional<InputStream> waiting = spool.read(key);
    return waiting.isPresent() ? waiting : remote.retrieve(key);
  }

  @Override
  public Optional<Passage> passage() {
    return remote.passage();
  }

  @Override
  public boolean isAhead(String study) {
    return spool.lanes().has(study) || remote.isAhead(study);
  }

  /** With spooling: the spool can keep nothing. Without: the remote archive takes nothing. */
  @Override
  public Optional<String> unavailable() {
    return spooling ? spool.unavailable() : remote.unavailable();
  }

  public SpoolState state() {
    Lanes lanes = spool.lanes();
    return new SpoolState(
        lanes.count(), lanes.bytes(), lanes.oldest(), spool.refused().count(), link.down());
  }

  /** Instances that a person has to decide about, oldest number first. */
  public List<SetAside> setAside(int limit, int offset) {
    return spool.refused().list(limit, offset);
  }

  /**
   * Sends an instance that was set aside on its way again, under its old number and so before all
   * that came later.
   *
   * @return false when there is none with this number
   */
  public boolean retry(long sequence) throws ArchiveException {
    boolean released = spool.release(sequence);
    forwarder.wake();
    return released;
  }

  /**
   * Sends all that were set aside on their way again.
   *
   * @return how many
   */
  public int retryAll() throws ArchiveException {
    int released = 0;
    for (SetAside one : setAside(Integer.MAX_VALUE, 0)) {
      released += retry(one.sequence()) ? 1 : 0;
    }
    return released;
  }

  /**
   * Gives an instance that was set aside up: its file moves to {@code discarded}, where only a
   * person deletes it.
   *
   * @return false when there is none with this number
   */
  public boolean discard(long sequence) throws ArchiveException {
    return spool.discard(sequence);
  }

  /** Whether an instance of a study goes to the spool without trying the archive. */
  boolean goesStraight(String study) {
    return spooling && !link.isUp() || spool.lanes().has(study);
  }

  Delivery beginRemote() {
    return remote.begin();
  }

  Copy copy(Instance instance) {
    return spooling
        ? spool.copy(instance)
        : Copy.none(instance, new ArchiveException("earlier instances of the study still wait"));
  }

  void answered(Outcome outcome) {
    if (HandOver.isInconclusive(outcome)) {
      return;
    }
    boolean news =
        outcome instanceof Unavailable unavailable
            ? link.failed(HandOver.reason(unavailable))
            : link.confirmed();
    if (news) {
      forwarder.wake();
    }
  }

  void copyFailed(ArchiveException cause) {
    if (spooling) {
      events.copyFailed(cause);
    }
  }

  void broken(Exception failure) {
    events.archiveBroken(failure);
  }

  List<Outcome> accept(List<Copy> copies) {
    if (copies.isEmpty()) {
      return List.of();
    }
    List<Outcome> outcomes = spool.accept(copies);
    forwarder.wake();
    return outcomes;
  }

  /** Stops handing on, within seconds; what waits lies there for the next start. */
  @Override
  public void close() {
    close(CLOSING);
  }

  void close(Duration limit) {
    int underWay = forwarder.close(limit);
    if (underWay > 0) {
      events.closedWithout(underWay);
    }
    try {
      spool.close();
    } catch (IOException e) {
      events.directoryFailed(FreeSpace.failure("the spool's journal cannot be closed", e));
    }
  }
}
