package org.radcanon.archive;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file that is being written: whole and forced to the disk, or gone. Bytes go to the channel in
 * blocks of one size, so that no writer can make the JDK hold a buffer as large as an instance.
 * After a failure every further write fails with it.
 */
public final class TemporaryFile extends OutputStream {

  private static final String SUFFIX = ".part";

  private static final int BLOCK = 128 << 10;
  private static final long ROOM_ASKED_EVERY = 16L << 20;

  private final Path path;
  private final FileChannel channel;
  private final FreeSpace space;
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private long sinceAsked;
  private boolean moved;
  private ArchiveException failure;

  private TemporaryFile(Path path, FileChannel channel, FreeSpace space) {
    this.path = path;
    this.channel = channel;
    this.space = space;
  }

  /** Opens a new file of a random name in a directory. */
  public static TemporaryFile in(Path directory, FreeSpace space) throws ArchiveException {
    space.require();
    Path path = directory.resolve(UUID.randomUUID() + SUFFIX);
    try {
      return new TemporaryFile(path, FileChannel.open(path, CREATE_NEW, WRITE), space);
    } catch (IOException e) {
      throw FreeSpace.failure("no file can be opened in the archive", e);
    }
  }

  /** Writes over a file that is there; what stands in it behind the last byte written stays. */
  public static TemporaryFile over(Path path, FreeSpace space) throws ArchiveException {
    space.require();
    try {
      return new TemporaryFile(path, FileChannel.open(path, WRITE), space);
    } catch (IOException e) {
      throw FreeSpace.failure("a file in the archive cannot be written over", e);
    }
  }

  /** Removes what a crash left half written in a directory. */
  public static void removeAll(Path directory) throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path leftover : leftovers) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void write(int b) throws IOException {
    if (filled == BLOCK) {
      flush();
    }
    block[filled++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == 0 && left >= BLOCK) {
        drain(bytes, from, BLOCK);
        from += BLOCK;
        left -= BLOCK;
        continue;
      }
      int taken = Math.min(left, BLOCK - filled);
      System.arraycopy(bytes, from, block, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
      if (filled == BLOCK) {
        flush();
      }
    }
  }

  @Override
  public void flush() throws ArchiveException {
    int length = filled;
    filled = 0;
    drain(block, 0, length);
  }

  private void drain(byte[] bytes, int offset, int length) throws ArchiveException {
    if (failure != null) {
      throw failure;
    }
    try {
      write(ByteBuffer.wrap(bytes, offset, length));
    } catch (ArchiveException e) {
      failure = e;
      throw e;
    }
  }

  private void write(ByteBuffer buffer) throws ArchiveException {
    sinceAsked += buffer.remaining();
    if (sinceAsked >= ROOM_ASKED_EVERY) {
      sinceAsked = 0;
      space.require();
    }
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw FreeSpace.failure("the archive cannot be written", e);
    }
  }

  /** Returns once content and size are on the disk. */
  public void force() throws ArchiveException {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw FreeSpace.failure("the archive cannot be forced to the disk", e);
    }
  }

  /** Ends the writing without forcing; the file stays and is the caller's from now on. */
  public Path detach() throws ArchiveException {
    flush();
    try {
      channel.close();
    } catch (IOException e) {
      throw FreeSpace.failure("a file of the archive cannot be closed", e);
    }
    moved = true;
    return path;
  }

  /** Takes its final name, over a file that may already have it, in one step. */
  public void moveTo(Path target) throws IOException {
    Files.move(path, target, ATOMIC_MOVE);
    moved = true;
  }

  /** Closes the file, and removes it unless it was moved to its final name. */
  @Override
  public void close() throws ArchiveException {
    try {
      channel.close();
    } catch (IOException e) {
      throw FreeSpace.failure("a file of the archive cannot be closed", e);
    } finally {
      removeUnlessMoved();
    }
  }

  private void removeUnlessMoved() throws ArchiveException {
    if (moved) {
      return;
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new ArchiveException("a temporary file of the archive cannot be removed", e);
    }
  }
}
