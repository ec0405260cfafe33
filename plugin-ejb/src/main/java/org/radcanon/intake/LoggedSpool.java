package org.radcanon.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.spool.SetAside;
import org.radcanon.archive.spool.SpoolEvents;

/** Brings what happens in the spool to the log. */
final class LoggedSpool implements SpoolEvents {

  /** A full disk fails every copy; one line in so long is enough. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Clock clock;
  private final AtomicReference<Instant> copyFailureLogged = new AtomicReference<>(Instant.MIN);

  LoggedSpool(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void down(String reason, Instant nextTry) {
    SpoolLog.LOG.down(reason, nextTry);
  }

  @Override
  public void stillDown(String reason, Instant nextTry) {
    SpoolLog.LOG.stillDown(reason, nextTry);
  }

  @Override
  public void up(Duration down) {
    SpoolLog.LOG.up(down.toSeconds());
  }

  @Override
  public void spooled(long sequence, InstanceKey key) {
    SpoolLog.LOG.spooled(key.instance(), sequence);
  }

  @Override
  public void delivered(long sequence, InstanceKey key, Duration waited, int attempts) {
    SpoolLog.LOG.delivered(key.instance(), sequence, waited.toSeconds(), attempts);
  }

  @Override
  public void attemptFailed(long sequence, InstanceKey key, String reason) {
    SpoolLog.LOG.attemptFailed(key.instance(), sequence, reason);
  }

  @Override
  public void setAside(SetAside instance) {
    SpoolLog.LOG.setAside(
        instance.instance().key().instance(),
        instance.sequence(),
        instance.attempts(),
        instance.reason());
  }

  @Override
  public void released(long sequence, InstanceKey key) {
    SpoolLog.LOG.released(key.instance(), sequence);
  }

  @Override
  public void discarded(long sequence, InstanceKey key) {
    SpoolLog.LOG.discarded(key.instance(), sequence);
  }

  @Override
  public void takenUp(long sequence, InstanceKey key) {
    SpoolLog.LOG.takenUp(key.instance(), sequence);
  }

  @Override
  public void missing(long sequence, InstanceKey key) {
    SpoolLog.LOG.missing(key.instance(), sequence);
  }

  @Override
  public void strange(String fileName) {
    SpoolLog.LOG.strange(fileName);
  }

  @Override
  public void journalDamaged(int lines) {
    SpoolLog.LOG.journalDamaged(lines);
  }

  @Override
  public void copyFailed(ArchiveException cause) {
    Instant now = clock.instant();
    Instant last = copyFailureLogged.get();
    if (last.isBefore(now.minus(QUIET)) && copyFailureLogged.compareAndSet(last, now)) {
      SpoolLog.LOG.copyFailed(cause.getMessage());
    }
  }

  @Override
  public void directoryFailed(ArchiveException cause) {
    SpoolLog.LOG.directoryFailed(cause);
  }

  @Override
  public void archiveBroken(Exception failure) {
    SpoolLog.LOG.archiveBroken(Failures.nature(failure));
    IntakeLog.LOG.inFull(failure);
  }

  @Override
  public void closedWithout(int underWay) {
    SpoolLog.LOG.closedWithout(underWay);
  }
}
