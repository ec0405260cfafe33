package org.radcanon.studies.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What radcanon keeps for itself, seen from outside: files in folders. */
record Spool(Path folder) {

  /** Acknowledged, and not yet in the archive. */
  int waiting() {
    return files(folder.resolve("waiting")).size();
  }

  /** Acknowledged, and set aside for a person. */
  int setAside() {
    return (int)
        files(folder.resolve("refused")).stream()
            .filter(file -> file.toString().endsWith(".dcm"))
            .count();
  }

  /** Files in folders of what is arriving, here and anywhere below the data. */
  static int incoming(Path data) {
    if (!Files.isDirectory(data)) {
      return 0;
    }
    try (Stream<Path> walk = Files.walk(data)) {
      return (int)
          walk.filter(
                  path ->
                      path.getParent() != null
                          && path.getParent().endsWith("incoming")
                          && Files.isRegularFile(path))
              .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
