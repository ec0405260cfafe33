package org.radcanon.archive.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Files of copies that were not needed, to be written over by the next ones: pages that the kernel
 * holds already cost a quarter of new ones. Few enough that flushing them costs the disk nothing
 * worth mentioning.
 */
final class SpareFiles {

  private static final int MOST = 32;
  private static final long MOST_BYTES = 128L << 20;

  private final Deque<Spare> spares = new ArrayDeque<>();
  private final long mostBytes;
  private long bytes;
  private boolean closed;

  /** A file and its length; what is in it is of no use. */
  record Spare(Path file, long length) {}

  /**
   * @param maximumBytes of the spool; an eighth of it may lie spare
   */
  SpareFiles(long maximumBytes) {
    this.mostBytes = Math.min(maximumBytes / 8, MOST_BYTES);
  }

  /** The one that was used last. */
  synchronized Optional<Spare> take() {
    Optional<Spare> spare = Optional.ofNullable(spares.pollFirst());
    spare.ifPresent(one -> bytes -= one.length());
    return spare;
  }

  /** Takes a file over, or removes it. */
  void give(Spare spare) throws IOException {
    if (!keep(spare)) {
      Files.deleteIfExists(spare.file());
    }
  }

  private synchronized boolean keep(Spare spare) {
    if (closed || spares.size() >= MOST || bytes + spare.length() > mostBytes) {
      return false;
    }
    bytes += spare.length();
    spares.addFirst(spare);
    return true;
  }

  /** Makes room on the disk, as far as it lets us; the next start removes the rest. */
  void clear() throws IOException {
    for (Optional<Spare> spare = take(); spare.isPresent(); spare = take()) {
      Files.deleteIfExists(spare.get().file());
    }
  }

  void close() throws IOException {
    synchronized (this) {
      closed = true;
    }
    clear();
  }
}
