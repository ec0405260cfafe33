package org.radcanon.archive;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.radcanon.archive.Outcome.Change;

/**
 * The embedded archive: one PS3.10 file per instance in a directory of its own.
 *
 * <pre>
 * directory   = "instances" "incoming" "superseded" "lock"
 * instances   = bucket / study / series / instance ".dcm"              ; UIDs; bucket: three hex digits
 * incoming    = random ".part"                                         ; being written
 * superseded  = bucket / study / series / instance "." time ".dcm"     ; replaced by another version
 * </pre>
 *
 * <p>An instance is written to {@code incoming}, forced to the disk, and gets its name in one step;
 * a version that it replaces gets its second name before that, so that at no moment the instance is
 * not there. What a crash left in {@code incoming} was never acknowledged and is removed at the
 * next start. Only one process may have a directory open: a lock keeps the others out. All three
 * directories have to be on one file system. Safe for use by many threads.
 */
public final class FileArchive implements Archive, AutoCloseable {

  private static final int STRIPES = 256;

  private final Layout layout;
  private final FreeSpace space;
  private final Superseded superseded;
  private final Directories directories;
  private final FileChannel lockFile;
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

  private FileArchive(Layout layout, FreeSpace space, Clock clock, FileChannel lockFile) {
    this.layout = layout;
    this.space = space;
    this.directories = new Directories(layout.root());
    this.superseded = new Superseded(layout, directories, clock);
    this.lockFile = lockFile;
  }

  /**
   * Opens the archive of a directory, which is created where absent.
   *
   * @param minimumFree bytes that have to stay free on its file system; below, nothing is taken
   * @param clock for the names of superseded versions
   * @throws ArchiveException when the directory cannot be written, or another process has it open
   */
  public static FileArchive open(Path directory, long minimumFree, Clock clock)
      throws ArchiveException {
    try {
      Files.createDirectories(directory);
      return open(directory, FreeSpace.of(Files.getFileStore(directory), minimumFree), clock);
    } catch (IOException e) {
      throw FreeSpace.failure("the archive's directory cannot be used", e);
    }
  }

  static FileArchive open(Path directory, FreeSpace space, Clock clock) throws IOException {
    Layout layout = new Layout(directory.toAbsolutePath().normalize());
    FileChannel lockFile = lock(layout.lock());
    try {
      FileArchive archive = new FileArchive(layout, space, clock, lockFile);
      archive.directories.require(layout.instances());
      archive.directories.require(layout.incoming());
      archive.removeLeftovers();
      return archive;
    } catch (IOException | RuntimeException e) {
      lockFile.close();
      throw e;
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new ArchiveException("the archive's directory is already open in this process", e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new ArchiveException("another process has the archive's directory open");
  }

  private void removeLeftovers() throws IOException {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(layout.incoming(), "*" + TemporaryFile.SUFFIX)) {
      for (Path leftover : leftovers) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  @Override
  public Delivery begin() {
    return new OneByOne(this::put);
  }

  private Outcome put(Instance instance, Content content) throws IOException {
    requireOpen();
    try (TemporaryFile file = TemporaryFile.in(layout.incoming(), space)) {
      content.writeTo(file);
      file.flush();
      return Outcome.Kept.as(place(instance.key(), file));
    }
  }

  private Change place(InstanceKey key, TemporaryFile file) throws ArchiveException {
    Path target = layout.file(key);
    Lock lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
    lock.lock();
    try {
      boolean there = Files.exists(target);
      if (there && Files.mismatch(target, file.path()) < 0) {
        return Change.SAME;
      }
      file.force();
      if (there) {
        superseded.keep(key, target);
      } else {
        directories.require(target.getParent());
      }
      file.moveTo(target);
      Directories.force(target.getParent());
      return there ? Change.REPLACED : Change.NEW;
    } catch (IOException e) {
      throw FreeSpace.failure("an instance cannot be put in its place", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<InputStream> retrieve(InstanceKey key) throws IOException {
    try {
      return Optional.of(Files.newInputStream(layout.file(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ArchiveException("an instance cannot be read", e);
    }
  }

  @Override
  public Optional<String> unavailable() {
    if (!lockFile.isOpen()) {
      return Optional.of("closed");
    }
    if (!Files.isWritable(layout.incoming())) {
      return Optional.of("the archive's directory cannot be written");
    }
    try {
      return space.shortage();
    } catch (IOException e) {
      return Optional.of("the free space cannot be asked for");
    }
  }

  /** Lets go of the directory; stores that are under way come to their end. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the archive's lock cannot be released", e);
    }
  }

  private void requireOpen() throws ArchiveException {
    if (!lockFile.isOpen()) {
      throw new ArchiveException("the archive is closed");
    }
  }
}
