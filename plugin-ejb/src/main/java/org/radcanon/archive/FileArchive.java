package org.radcanon.archive;

import java.io.IOException;
import java.io.InputStream;
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
  private final DirectoryLock directoryLock;
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

  private FileArchive(Layout layout, FreeSpace space, Clock clock, DirectoryLock lock) {
    this.layout = layout;
    this.space = space;
    this.directories = new Directories(layout.root());
    this.superseded = new Superseded(layout, directories, clock);
    this.directoryLock = lock;
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
    DirectoryLock lock = DirectoryLock.take(layout.lock());
    try {
      FileArchive archive = new FileArchive(layout, space, clock, lock);
      archive.directories.require(layout.instances());
      archive.directories.require(layout.incoming());
      TemporaryFile.removeAll(layout.incoming());
      return archive;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
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
    if (!directoryLock.isHeld()) {
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
    directoryLock.close();
  }

  private void requireOpen() throws ArchiveException {
    if (!directoryLock.isHeld()) {
      throw new ArchiveException("the archive is closed");
    }
  }
}
