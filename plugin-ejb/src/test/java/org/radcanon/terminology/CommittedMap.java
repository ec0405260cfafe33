package org.radcanon.terminology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.radcanon.terminology.table.TableFolder;

/** The canonical map's tables as they are committed, for tests. */
public final class CommittedMap {

  public static final Path FOLDER = Path.of("../config/canonical-map");
  public static final TableFolder TABLES = TableFolder.of(FOLDER);

  private CommittedMap() {}

  /** The committed tables, but for those given by name. */
  public static TableFolder with(Map<String, String> replaced) {
    return name ->
        Optional.ofNullable(replaced.get(name))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .or(() -> TABLES.read(name));
  }

  /** Copies everything, the sources of the schemes included. */
  public static void copyTo(Path directory) throws IOException {
    copy(directory, name -> true);
  }

  /** Copies what a server loads: all but the sources. */
  public static void copyWithoutSources(Path directory) throws IOException {
    copy(directory, name -> !name.startsWith("sources"));
  }

  private static void copy(Path directory, Predicate<Path> wanted) throws IOException {
    for (Path name : files(FOLDER)) {
      if (wanted.test(name)) {
        Path copy = directory.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.copy(FOLDER.resolve(name), copy);
      }
    }
  }

  /** Every file of a folder, by its name within. */
  public static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path name : files(folder)) {
      contents.put(name.toString(), Files.readString(folder.resolve(name)));
    }
    return contents;
  }

  private static Iterable<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).toList();
    }
  }
}
