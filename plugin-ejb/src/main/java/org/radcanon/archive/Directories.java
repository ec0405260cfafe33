package org.radcanon.archive;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Directories whose entries are on the disk. A file that was forced is still lost in a crash when
 * the entry of a directory above it was not forced too, whichever thread created it; so a directory
 * counts as there only once its entry in its parent was forced in this run.
 */
public final class Directories {

  private static final int REMEMBERED = 50_000;

  /** Directories cannot be opened for reading on Windows, where their entries need no forcing. */
  private static final boolean FORCEABLE = !System.getProperty("os.name").startsWith("Windows");

  private final Path root;
  private final Set<Path> durable = ConcurrentHashMap.newKeySet();

  /**
   * @param root exists already
   */
  public Directories(Path root) {
    this.root = root;
  }

  /** Makes a directory below the root, and those above it, durable. */
  public void require(Path directory) throws IOException {
    if (directory.equals(root) || durable.contains(directory)) {
      return;
    }
    require(directory.getParent());
    create(directory);
    force(directory.getParent());
    if (durable.size() >= REMEMBERED) {
      durable.clear();
    }
    durable.add(directory);
  }

  /** Forces the entries of a directory to the disk. */
  public static void force(Path directory) throws IOException {
    if (!FORCEABLE) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }

  private static void create(Path directory) throws IOException {
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
  }
}
