package org.radcanon.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

  /**
   * The desk before this spool, which may be opened later than the desk, or not at all: the
   * embedded archive needs none.
   */
  static SpoolDesk of(Supplier<Optional<SpoolingArchive>> spool) {
    return new SpoolDesk() {
      @Override
      public Optional<SpoolState> state() {
        return spool.get().map(SpoolingArchive::state);
      }

      @Override
      public List<SetAside> setAside(int limit, int offset) {
        return spool.get().map(s -> s.setAside(limit, offset)).orElse(List.of());
      }

      @Override
      public boolean retry(long sequence) throws ArchiveException {
        return spool.get().isPresent() && spool.get().get().retry(sequence);
      }

      @Override
      public int retryAll() throws ArchiveException {
        return spool.get().isPresent() ? spool.get().get().retryAll() : 0;
      }
    };
  }
}
