package org.radcanon.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Where instances lie. All or nothing: an instance is there whole, or it is not there. */
public interface Archive {

  /** Begins to hand instances over. Costs nothing until the first one. */
  Delivery begin();

  /**
   * Hands one instance over.
   *
   * @throws IOException when the content fails; nothing of it stays
   */
  default Outcome store(Instance instance, Content content) throws IOException {
    try (Delivery delivery = begin()) {
      delivery.add(instance, content);
      return delivery.finish().get(0);
    }
  }

  /** The instance as a PS3.10 file, or empty when the archive does not have it. */
  Optional<InputStream> retrieve(InstanceKey key) throws IOException;

  /** Retrieval by the archive's own DICOMweb service, where it has one. */
  default Optional<Passage> passage() {
    return Optional.empty();
  }

  /** Instances of this study lie here that {@link #passage()} does not know yet. */
  default boolean isAhead(String study) {
    return false;
  }

  /** Free for use: it would take an instance now. Gives the reason when not. */
  Optional<String> unavailable();

  /** Writes the PS3.10 file of one instance. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
