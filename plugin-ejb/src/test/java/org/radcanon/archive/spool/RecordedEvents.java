package org.radcanon.archive.spool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InstanceKey;

/** Writes down what happened, in words. */
final class RecordedEvents implements SpoolEvents {

  final List<String> all = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void down(String reason, Instant nextTry) {
    all.add("down: " + reason);
  }

  @Override
  public void stillDown(String reason, Instant nextTry) {
    all.add("still down: " + reason);
  }

  @Override
  public void up(Duration down) {
    all.add("up after " + down);
  }

  @Override
  public void spooled(long sequence, InstanceKey key) {
    all.add("spooled " + sequence);
  }

  @Override
  public void delivered(long sequence, InstanceKey key, Duration waited, int attempts) {
    all.add("delivered " + sequence);
  }

  @Override
  public void attemptFailed(long sequence, InstanceKey key, String reason) {
    all.add("attempt failed " + sequence);
  }

  @Override
  public void setAside(SetAside instance) {
    all.add("set aside " + instance.sequence());
  }

  @Override
  public void released(long sequence, InstanceKey key) {
    all.add("released " + sequence);
  }

  @Override
  public void discarded(long sequence, InstanceKey key) {
    all.add("discarded " + sequence);
  }

  @Override
  public void takenUp(long sequence, InstanceKey key) {
    all.add("taken up " + sequence + " " + key.instance());
  }

  @Override
  public void missing(long sequence, InstanceKey key) {
    all.add("missing " + sequence);
  }

  @Override
  public void strange(String fileName) {
    all.add("strange " + fileName);
  }

  @Override
  public void journalDamaged(int lines) {
    all.add("damaged " + lines);
  }

  @Override
  public void copyFailed(ArchiveException cause) {
    all.add("copy failed");
  }

  @Override
  public void directoryFailed(ArchiveException cause) {
    all.add("directory failed: " + cause.getMessage());
  }

  @Override
  public void archiveBroken(Exception failure) {
    all.add("broken: " + failure.getMessage());
  }

  @Override
  public void closedWithout(int underWay) {
    all.add("closed without " + underWay);
  }
}
