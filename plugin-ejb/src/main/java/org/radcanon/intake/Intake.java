package org.radcanon.intake;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.TransferSyntax;

/** Takes one instance from a door and says what became of it. */
public interface Intake {

  /** Begins to take the instances of one request. */
  Batch begin();

  /** Walks the line with one instance; as a batch of one. */
  default StoreResult store(Incoming incoming) {
    try (Batch batch = begin()) {
      batch.add(incoming);
      return batch.finish().get(0);
    }
  }

  /**
   * Instances that come together and are answered together, so that they can be handed to the
   * archive together. Used by one thread.
   */
  interface Batch extends AutoCloseable {

    /**
     * Walks the line with the next instance as far as the archive. Never throws for what the
     * instance is or for an archive that fails. Reads {@code content} to its end when it can.
     */
    void add(Incoming incoming);

    /**
     * Waits for the archive's answers and records what was kept.
     *
     * @return one result for each {@link #add}, in their order; what is wrong with an instance or
     *     its storing comes as {@link StoreResult.Failed}
     */
    List<StoreResult> finish();

    /** Lets go of what {@link #finish} has not answered for: it counts as not acknowledged. */
    @Override
    void close();
  }

  /**
   * @param content the instance, as a PS3.10 file or a bare data set
   * @param transferSyntax where the door knows it
   * @param expectedStudy the study that the door was asked to store into (PS3.18 10.5.1)
   * @param expectedInstance the instance that the door was told of (PS3.4 Table B.2-1, A900)
   * @param caller who sent it, for the site map: the calling AE title where there is one
   */
  record Incoming(
      InputStream content,
      Optional<TransferSyntax> transferSyntax,
      Optional<String> expectedStudy,
      Optional<Announced> expectedInstance,
      Optional<String> caller) {

    public Incoming(
        InputStream content,
        Optional<TransferSyntax> transferSyntax,
        Optional<String> expectedStudy,
        Optional<String> caller) {
      this(content, transferSyntax, expectedStudy, Optional.empty(), caller);
    }
  }

  /** What a command says of the instance that comes with it (PS3.7 9.1.1.1). */
  record Announced(String sopClass, String sopInstance) {}
}
