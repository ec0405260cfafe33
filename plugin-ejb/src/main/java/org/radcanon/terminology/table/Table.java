package org.radcanon.terminology.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table: UTF-8, RFC 4180, a header row. A row with too few or too many values is a fault; so is
 * text that is not UTF-8, a missing or doubled column, and an open quote. Blank lines are skipped.
 */
public final class Table implements Iterable<Row> {

  private static final int MANY = 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final List<Row> rows;

  private Table(List<Row> rows) {
    this.rows = rows;
  }

  @Override
  public Iterator<Row> iterator() {
    return rows.iterator();
  }

  public List<Row> rows() {
    return rows;
  }

  /**
   * Reads a table that must be there.
   *
   * @return the good rows; what is wrong goes to {@code faults}
   */
  public static Table read(TableFolder folder, String name, Set<String> columns, Faults faults) {
    return folder
        .read(name)
        .map(bytes -> parse(name, bytes, columns, faults))
        .orElseGet(
            () -> {
              faults.add(name, 0, "is missing");
              return new Table(List.of());
            });
  }

  /** The columns of a table in their order; what is wrong with it is not looked at. */
  public static List<String> header(String name, byte[] bytes) {
    CsvReader csv = new CsvReader(withoutMark(new String(bytes, StandardCharsets.UTF_8)));
    try {
      return csv.hasNext() ? csv.next(MANY) : List.of();
    } catch (CsvReader.MalformedException e) {
      throw new TableException(new Fault(name, 1, e.getMessage()), e);
    }
  }

  /** Parses the bytes of a table; what is wrong goes to {@code faults}. */
  public static Table parse(String name, byte[] bytes, Set<String> columns, Faults faults) {
    List<Row> rows = new ArrayList<>();
    try {
      CsvReader csv = new CsvReader(decode(bytes));
      if (!csv.hasNext()) {
        faults.add(name, 0, "is empty: a header row is required");
        return new Table(List.of());
      }
      read(name, csv, columns, rows, faults);
    } catch (CharacterCodingException e) {
      faults.add(name, 0, "is not UTF-8");
    }
    return new Table(List.copyOf(rows));
  }

  private static void read(
      String name, CsvReader csv, Set<String> columns, List<Row> rows, Faults faults) {
    long line = 1;
    try {
      Map<String, Integer> header = header(name, csv.next(MANY), columns, faults);
      while (header.keySet().containsAll(columns) && csv.hasNext()) {
        line = csv.line();
        List<String> next = csv.next(header.size());
        boolean blank = next.size() == 1 && next.get(0).isEmpty();
        if (next.size() == header.size() && !blank) {
          rows.add(new Row(name, line, header, next.toArray(String[]::new)));
        } else if (!blank) {
          faults.add(name, line, next.size() + " values where the header has " + header.size());
        }
      }
    } catch (CsvReader.MalformedException e) {
      faults.add(name, line, "cannot be parsed from here on: " + e.getMessage());
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return withoutMark(text);
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Map<String, Integer> header(
      String name, List<String> first, Set<String> required, Faults faults) {
    Map<String, Integer> header = new LinkedHashMap<>();
    for (int i = 0; i < first.size(); i++) {
      if (header.putIfAbsent(first.get(i), i) != null) {
        faults.add(name, 1, "column " + first.get(i) + " stands twice");
      }
    }
    for (String column : required) {
      if (!header.containsKey(column)) {
        faults.add(name, 1, "column " + column + " is missing");
      }
    }
    return header;
  }
}
