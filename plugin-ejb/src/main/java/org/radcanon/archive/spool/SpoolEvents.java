package org.radcanon.archive.spool;

import java.time.Duration;
import java.time.Instant;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InstanceKey;

/**
 * What the spool tells whoever keeps the log and the figures; nothing of it names a patient. Must
 * return at once, and not throw.
 */
public interface SpoolEvents {

  /** Somebody who does not care. */
  SpoolEvents NONE = new SpoolEvents() {};

  /** The archive takes nothing any more. */
  default void down(String reason, Instant nextTry) {}

  /** It still does not. */
  default void stillDown(String reason, Instant nextTry) {}

  /** It takes instances again. */
  default void up(Duration down) {}

  /** An instance was acknowledged out of the spool. */
  default void spooled(long sequence, InstanceKey key) {}

  /** The archive has it now. */
  default void delivered(long sequence, InstanceKey key, Duration waited, int attempts) {}

  /** An attempt to hand it over failed; it waits on. */
  default void attemptFailed(long sequence, InstanceKey key, String reason) {}

  /** The archive does not want it, or always fails on it: a person has to decide. */
  default void setAside(SetAside instance) {}

  /** A person sent it on its way again. */
  default void released(long sequence, InstanceKey key) {}

  /** A person gave it up; its file lies in {@code discarded}. */
  default void discarded(long sequence, InstanceKey key) {}

  /** At start: a file that the journal did not know was taken up from its own header. */
  default void takenUp(long sequence, InstanceKey key) {}

  /** The file of an acknowledged instance is gone, and the spool has not delivered it. */
  default void missing(long sequence, InstanceKey key) {}

  /** At start: a file was left where it is, because it is no instance of the spool. */
  default void strange(String fileName) {}

  /** At start: so many lines of the journal made no sense and were passed over. */
  default void journalDamaged(int lines) {}

  /** The spool's disk failed or is full: an instance goes on to the archive alone. */
  default void copyFailed(ArchiveException cause) {}

  /** A change in the spool's own directory failed; it is made up for later. */
  default void directoryFailed(ArchiveException cause) {}

  /** The archive's own code threw what it must not throw. */
  default void archiveBroken(Exception failure) {}

  /** Closing did not wait any longer for so many instances on their way; they lie here still. */
  default void closedWithout(int underWay) {}
}
