package org.radcanon.terminology.live;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;

/**
 * A copy of the tables of a map that was accepted, in one ZIP file, so that a directory that is
 * refused at a later start does not stop the house.
 */
final class LastGoodTables {

  static final String FILE = "canonical-map.last-good.zip";

  private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path file;

  /**
   * @param directory where the file lies; made when absent
   */
  LastGoodTables(Path directory) {
    this.file = directory.resolve(FILE);
  }

  /** Reads a folder and remembers what it read. */
  static final class Recording implements TableFolder {

    private final TableFolder folder;
    private final Map<String, byte[]> read = new TreeMap<>();

    Recording(TableFolder folder) {
      this.folder = folder;
    }

    @Override
    public Optional<byte[]> read(String name) {
      Optional<byte[]> bytes = folder.read(name);
      bytes.ifPresent(b -> read.put(name, b));
      return bytes;
    }
  }

  /** Keeps the tables that were read; a copy that says the same is left alone. */
  void keep(Recording accepted) {
    try {
      byte[] bytes = zipped(accepted.read);
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
        Files.createDirectories(file.getParent());
        DurableFile.replace(file, bytes);
      }
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  /** The tables kept, or empty when there are none. */
  Optional<TableFolder> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Map<String, byte[]> tables = unzipped(Files.readAllBytes(file));
      return Optional.of(name -> Optional.ofNullable(tables.get(name)));
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  /** The same tables give the same bytes: sorted, without dates. */
  private static byte[] zipped(Map<String, byte[]> tables) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> table : tables.entrySet()) {
        ZipEntry entry = new ZipEntry(table.getKey());
        entry.setTimeLocal(NO_DATE);
        zip.putNextEntry(entry);
        zip.write(table.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
    Map<String, byte[]> tables = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        tables.put(entry.getName(), zip.readAllBytes());
      }
    }
    return tables;
  }

  private TableException failed(String what, IOException cause) {
    return new TableException(
        new Fault(FILE, 0, what + ": " + cause.getClass().getSimpleName()), cause);
  }
}
