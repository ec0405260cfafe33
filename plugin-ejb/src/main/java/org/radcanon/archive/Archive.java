package org.radcanon.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Where instances lie. All or nothing: an instance is there whole, or it is not there. */
public interface Archive {

  /**
   * Stores an instance. Returns once it is durable: a crash right after does not lose it. When the
   * content writer throws, nothing of it stays and the exception passes through.
   *
   * @throws IOException when the archive cannot take it
   */
  StoreOutcome store(InstanceKey key, Content content) throws IOException;

  /** The instance as a PS3.10 file, or empty when the archive does not have it. */
  Optional<InputStream> retrieve(InstanceKey key) throws IOException;

  /** Free for use: writable, and with room left. Gives the reason when not. */
  Optional<String> unavailable();

  /** Writes the PS3.10 file of one instance. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What a store did. */
  enum StoreOutcome {
    /** It was not there before. */
    NEW,
    /** It was there with the same bytes; nothing changed. */
    SAME,
    /** It was there with other bytes; those were put aside, not lost, and the new ones stand. */
    REPLACED
  }
}
