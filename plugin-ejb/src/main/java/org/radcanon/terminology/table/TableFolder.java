package org.radcanon.terminology.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where tables lie: a directory, or a folder of the class path. */
public interface TableFolder {

  /** The bytes of a table, or empty when there is none of that name. */
  Optional<byte[]> read(String name);

  static TableFolder of(Path directory) {
    return name -> {
      Path file = directory.resolve(name);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Files.readAllBytes(file));
      } catch (IOException e) {
        throw unreadable(name, e);
      }
    };
  }

  /**
   * @param folder such as {@code org/radcanon/canonical-map}
   */
  static TableFolder ofClassPath(ClassLoader loader, String folder) {
    return name -> {
      try (InputStream in = loader.getResourceAsStream(folder + "/" + name)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      } catch (IOException e) {
        throw unreadable(name, e);
      }
    };
  }

  private static TableException unreadable(String name, IOException cause) {
    return new TableException(
        new Fault(name, 0, "cannot be read: " + cause.getClass().getSimpleName()), cause);
  }
}
