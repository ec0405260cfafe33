package org.radcanon.fhir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A table of this package's resources: tab-separated, first column the key, {@code #} comments. */
final class Table {
  private Table() {}

  /** Reads a table that ships with this room; a missing or short one is a broken build. */
  static <T> Map<String, T> read(String name, int columns, Function<String[], T> row) {
    InputStream resource = Table.class.getResourceAsStream(name);
    if (resource == null) {
      throw new IllegalStateException("resource missing: " + name);
    }
    Map<String, T> rows = new LinkedHashMap<>();
    try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> rows.put(cells[0], row.apply(whole(cells, columns, name))));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return Map.copyOf(rows);
  }

  private static String[] whole(String[] cells, int columns, String name) {
    if (cells.length != columns) {
      throw new IllegalStateException(name + ": row " + cells[0] + " has not " + columns);
    }
    return cells;
  }
}
