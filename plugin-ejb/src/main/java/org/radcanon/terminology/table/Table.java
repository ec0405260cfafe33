package org.radcanon.terminology.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table: UTF-8, RFC 4180, a header row. A row with too few or too many values is a fault; so is
 * text that is not UTF-8, a missing or doubled column, and an open quote. Blank lines are skipped.
 */
public final class Table implements Iterable<Row> {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
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
    Faults faults = new Faults();
    String text = new String(bytes, StandardCharsets.UTF_8);
    try (CSVParser parser = CSVParser.parse(new StringReader(withoutMark(text)), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      return records.hasNext()
          ? List.copyOf(header(name, records.next(), Set.of(), faults).keySet())
          : List.of();
    } catch (IOException e) {
      throw new TableException(new Fault(name, 1, quoting(e)), e);
    }
  }

  /** Parses the bytes of a table; what is wrong goes to {@code faults}. */
  public static Table parse(String name, byte[] bytes, Set<String> columns, Faults faults) {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(decode(bytes)), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        faults.add(name, 0, "is empty: a header row is required");
        return new Table(List.of());
      }
      Map<String, Integer> header = header(name, records.next(), columns, faults);
      if (header.keySet().containsAll(columns)) {
        readRows(name, parser, records, header, rows, faults);
      }
    } catch (CharacterCodingException e) {
      faults.add(name, 0, "is not UTF-8");
    } catch (IOException | UncheckedIOException e) {
      faults.add(name, rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line(), quoting(e));
    }
    return new Table(List.copyOf(rows));
  }

  private static String quoting(Exception e) {
    return "cannot be parsed here or in the next row: " + e.getMessage();
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return withoutMark(text);
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Map<String, Integer> header(
      String name, CSVRecord first, Set<String> required, Faults faults) {
    Map<String, Integer> header = new LinkedHashMap<>();
    for (int i = 0; i < first.size(); i++) {
      if (header.putIfAbsent(first.get(i).strip(), i) != null) {
        faults.add(name, 1, "column " + first.get(i).strip() + " stands twice");
      }
    }
    for (String column : required) {
      if (!header.containsKey(column)) {
        faults.add(name, 1, "column " + column + " is missing");
      }
    }
    return header;
  }

  private static void readRows(
      String name,
      CSVParser parser,
      Iterator<CSVRecord> records,
      Map<String, Integer> header,
      List<Row> rows,
      Faults faults) {
    long line = parser.getCurrentLineNumber() + 1;
    while (records.hasNext()) {
      CSVRecord next = records.next();
      boolean blank = next.size() == 1 && next.get(0).isBlank();
      if (next.size() == header.size() && !blank) {
        rows.add(new Row(name, line, header, stripped(next)));
      } else if (!blank) {
        faults.add(name, line, next.size() + " values where the header has " + header.size());
      }
      line = parser.getCurrentLineNumber() + 1;
    }
  }

  private static String[] stripped(CSVRecord next) {
    String[] values = next.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i].strip();
    }
    return values;
  }
}
