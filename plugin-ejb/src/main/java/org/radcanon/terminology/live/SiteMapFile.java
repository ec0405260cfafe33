package org.radcanon.terminology.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.radcanon.terminology.site.SiteMap;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableException;

/** The site map's file, and beside it the copy of the last good one. */
final class SiteMapFile {

  private static final String LAST_GOOD = ".last-good";

  private final Path file;

  SiteMapFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  String name() {
    return file.getFileName().toString();
  }

  String nameOfLastGood() {
    return lastGood().getFileName().toString();
  }

  /** The bytes of the file; it is created with its header row when absent. */
  byte[] read() {
    try {
      if (Files.notExists(file)) {
        Files.createDirectories(file.getParent());
        write(String.join(",", SiteMap.COLUMNS).concat("\n").getBytes(StandardCharsets.UTF_8));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  byte[] readLastGood() {
    Path lastGood = lastGood();
    try {
      return Files.exists(lastGood) ? Files.readAllBytes(lastGood) : new byte[0];
    } catch (IOException e) {
      throw failed("last good copy cannot be read", e);
    }
  }

  void write(byte[] bytes) {
    replace(file, bytes);
  }

  void keepAsLastGood(byte[] bytes) {
    replace(lastGood(), bytes);
  }

  private Path lastGood() {
    return file.resolveSibling(file.getFileName() + LAST_GOOD);
  }

  private void replace(Path target, byte[] bytes) {
    try {
      DurableFile.replace(target, bytes);
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  private TableException failed(String what, IOException cause) {
    return new TableException(
        new Fault(name(), 0, what + ": " + cause.getClass().getSimpleName()), cause);
  }

  /**
   * The file's bytes with one more line, under the file's own columns and line ends.
   *
   * @throws TableException when the file lacks a column that the line needs
   */
  static byte[] with(String name, byte[] before, Map<String, String> columns) {
    String text = new String(before, StandardCharsets.UTF_8);
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    List<String> header = Table.header(name, before);
    List<Fault> missing =
        columns.keySet().stream()
            .filter(column -> !header.contains(column))
            .map(column -> new Fault(name, 1, "column " + column + " is missing"))
            .toList();
    if (!missing.isEmpty()) {
      throw new TableException(missing);
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator(end).get();
    Object[] values = header.stream().map(column -> columns.getOrDefault(column, "")).toArray();
    String line = format.format(values);
    String joint = text.isEmpty() || text.endsWith("\n") ? "" : end;
    return (text + joint + line + end).getBytes(StandardCharsets.UTF_8);
  }
}
