package org.radcanon.archive;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Keeps the versions that were replaced. */
final class Superseded {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Layout layout;
  private final Directories directories;
  private final Clock clock;

  Superseded(Layout layout, Directories directories, Clock clock) {
    this.layout = layout;
    this.directories = directories;
    this.clock = clock;
  }

  /** Gives the version that stands a second, durable name. Called under the instance's lock. */
  void keep(InstanceKey key, Path standing) throws IOException {
    String time = TIME.format(clock.instant());
    for (int version = 0; ; version++) {
      Path kept = layout.superseded(key, version == 0 ? time : time + "-" + version);
      directories.require(kept.getParent());
      try {
        link(standing, kept);
        Directories.force(kept.getParent());
        return;
      } catch (FileAlreadyExistsException e) {
        // another version was replaced in the same microsecond: the next number is free
        continue;
      }
    }
  }

  private static void link(Path standing, Path kept) throws IOException {
    try {
      Files.createLink(kept, standing);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      copy(standing, kept);
    }
  }

  /** For file systems without hard links. */
  private static void copy(Path standing, Path kept) throws IOException {
    Files.copy(standing, kept);
    try (FileChannel copy = FileChannel.open(kept, WRITE)) {
      copy.force(true);
    }
  }
}
