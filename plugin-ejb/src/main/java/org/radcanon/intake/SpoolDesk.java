package org.radcanon.intake;

import java.util.List;
import java.util.Optional;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.spool.SetAside;
import org.radcanon.archive.spool.SpoolState;
import org.radcanon.archive.spool.SpoolingArchive;

/** What an administrator sees of the spool before an archive of another make, and may do there. */
public interface SpoolDesk {

  /** Empty where there is no spool: the embedded archive needs none. */
  Optional<SpoolState> state();

  /** Instances that the archive did not take and a person has to decide about, oldest first. */
  List<SetAside> setAside(int limit, int offset);

  /**
   * Sends one that was set aside on its way again.
   *
   * @return false when there is none with this number
   */
  boolean retry(long sequence) throws ArchiveException;

  /**
   * Sends all that were set aside on their way again.
   *
   * @return how many
   */
  int retryAll() throws ArchiveException;

  /** The desk of a house with this spool. */
  static SpoolDesk of(SpoolingArchive spool) {
    return new SpoolDesk() {
      @Override
      public Optional<SpoolState> state() {
        return Optional.of(spool.state());
      }

      @Override
      public List<SetAside> setAside(int limit, int offset) {
        return spool.setAside(limit, offset);
      }

      @Override
      public boolean retry(long sequence) throws ArchiveException {
        return spool.retry(sequence);
      }

      @Override
      public int retryAll() throws ArchiveException {
        return spool.retryAll();
      }
    };
  }

  /** The desk of a house without a spool. */
  static SpoolDesk none() {
    return new SpoolDesk() {
      @Override
      public Optional<SpoolState> state() {
        return Optional.empty();
      }

      @Override
      public List<SetAside> setAside(int limit, int offset) {
        return List.of();
      }

      @Override
      public boolean retry(long sequence) {
        return false;
      }

      @Override
      public int retryAll() {
        return 0;
      }
    };
  }
}
