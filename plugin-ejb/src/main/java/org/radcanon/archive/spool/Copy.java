package org.radcanon.archive.spool;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.FreeSpace;
import org.radcanon.archive.Instance;
import org.radcanon.archive.TemporaryFile;
import org.radcanon.archive.spool.SpareFiles.Spare;

/**
 * The spool's copy of an instance that is arriving: in the page cache only, until it is needed. A
 * failure of the disk ends the copy, not the instance. Once written it holds neither memory nor a
 * file handle.
 */
final class Copy {

  private final Instance instance;
  private final Budget budget;
  private final SpareFiles spares;
  private long lengthBefore;
  private TemporaryFile writing;
  private Path file;
  private long bytes;
  private ArchiveException failure;

  private Copy(Instance instance, Budget budget, SpareFiles spares) {
    this.instance = instance;
    this.budget = budget;
    this.spares = spares;
  }

  /** No copy at all, as if the disk had failed. */
  static Copy none(Instance instance, ArchiveException reason) {
    Copy copy = new Copy(instance, new Budget(0), new SpareFiles(0));
    copy.failure = reason;
    return copy;
  }

  static Copy in(
      Path directory, Instance instance, FreeSpace space, Budget budget, SpareFiles spares) {
    Copy copy = new Copy(instance, budget, spares);
    try {
      budget.take(0);
      copy.writing = copy.openIn(directory, space);
    } catch (ArchiveException e) {
      copy.fail(e);
    }
    return copy;
  }

  private TemporaryFile openIn(Path directory, FreeSpace space) throws ArchiveException {
    Optional<Spare> spare = spares.take();
    if (spare.isEmpty()) {
      return TemporaryFile.in(directory, space);
    }
    lengthBefore = spare.get().length();
    return TemporaryFile.over(spare.get().file(), space);
  }

  Instance instance() {
    return instance;
  }

  long bytes() {
    return bytes;
  }

  Path file() {
    return file;
  }

  /** Why there is no copy. */
  Optional<ArchiveException> failure() {
    return Optional.ofNullable(failure);
  }

  void write(byte[] from, int offset, int length) {
    if (failure != null) {
      return;
    }
    try {
      budget.take(length);
      bytes += length;
      writing.write(from, offset, length);
    } catch (IOException e) {
      fail(e);
    }
  }

  /** The content has come to its end. */
  void complete() {
    if (failure != null) {
      return;
    }
    try {
      file = writing.detach();
      writing = null;
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException e) {
    ArchiveException cause = FreeSpace.failure("the spool cannot be written", e);
    discard();
    try {
      spares.clear();
    } catch (IOException alsoFailing) {
      cause.addSuppressed(alsoFailing);
    }
    failure = cause;
  }

  /** Cuts off what the file held before. */
  void trim() throws IOException {
    if (lengthBefore > bytes) {
      try (FileChannel channel = FileChannel.open(file, WRITE)) {
        channel.truncate(bytes);
      }
    }
  }

  /** Returns once content and size are on the disk. */
  void force() throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      channel.force(true);
    }
  }

  /** Takes its final name; from now on it is no copy any more. */
  void moveTo(Path target) throws IOException {
    Files.move(file, target, ATOMIC_MOVE);
    file = null;
    bytes = 0;
  }

  /** Lets the file go, as far as the disk lets us: the next start removes the rest. */
  void discard() {
    long length = Math.max(lengthBefore, bytes);
    budget.give(bytes);
    bytes = 0;
    try {
      if (writing != null) {
        writing.close();
      } else if (file != null) {
        spares.give(new Spare(file, length));
      }
    } catch (IOException e) {
      failure = FreeSpace.failure("a copy cannot be removed", e);
    }
    writing = null;
    file = null;
  }
}
