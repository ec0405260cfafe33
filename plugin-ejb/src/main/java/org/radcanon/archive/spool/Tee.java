package org.radcanon.archive.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.radcanon.archive.ArchiveException;

/**
 * Writes to the archive and to the spool's copy, and goes on with one of them when the other fails.
 * Keeps no bytes of its own.
 */
final class Tee extends OutputStream {

  private final Copy copy;
  private Optional<OutputStream> archive;
  private final byte[] one = new byte[1];
  private Optional<Exception> lost = Optional.empty();
  private ArchiveException failure;

  Tee(Optional<OutputStream> archive, Copy copy) {
    this.archive = archive;
    this.copy = copy;
  }

  /** What kept something of the content from the archive, whatever the archive says. */
  Optional<Exception> lost() {
    return lost;
  }

  /** Neither side takes any more, and the content was told so. */
  boolean hasFailed() {
    return failure != null;
  }

  @Override
  public void write(int b) throws IOException {
    one[0] = (byte) b;
    write(one, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (archive.isPresent()) {
      writeToArchive(archive.get(), bytes, offset, length);
    }
    copy.write(bytes, offset, length);
    if (archive.isEmpty() && copy.failure().isPresent()) {
      failure = copy.failure().get();
      throw failure;
    }
  }

  private void writeToArchive(OutputStream out, byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException | RuntimeException e) {
      lose(e);
    }
  }

  /** The archive answers for it with this instance's outcome. */
  private void lose(Exception cause) {
    archive = Optional.empty();
    lost = Optional.of(cause);
  }

  @Override
  public void flush() {
    if (archive.isEmpty()) {
      return;
    }
    try {
      archive.get().flush();
    } catch (IOException | RuntimeException e) {
      lose(e);
    }
  }
}
