package org.radcanon.command;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as other programs write it: UTF-8 with or without byte order mark; comma, semicolon or
 * tab; any line ends; quoted as RFC 4180 has it. Values are given as they stand. Blank lines are
 * passed over.
 */
final class InputTable implements AutoCloseable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private final Path file;
  private final String text;
  private final Shape shape;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private long line;
  private long read;

  /** How the table is written, so that another can be written likewise. */
  record Shape(char separator, String lineEnd, boolean byteOrderMark) {

    CSVFormat format() {
      return CSVFormat.RFC4180.builder().setDelimiter(separator).setRecordSeparator(lineEnd).get();
    }
  }

  /** A row and where it stands. */
  record Row(long line, List<String> values) {}

  private InputTable(Path file, String text, Shape shape) throws IOException {
    this.file = file;
    this.text = text;
    this.shape = shape;
    this.parser = CSVParser.parse(new StringReader(text), shape.format());
    this.records = parser.iterator();
    this.header = header(records.next());
    this.line = parser.getCurrentLineNumber() + 1;
  }

  /**
   * @param required columns that tell the separator: those that the header must have
   * @throws CommandException with file and line when this is no such table
   */
  static InputTable open(Path file, List<String> required) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = decode(file, bytes);
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    String content = marked ? text.substring(1) : text;
    if (content.isBlank()) {
      throw new CommandException(file + " is empty: a header row is required");
    }
    Shape shape = new Shape(separator(content, required), lineEnd(content), marked);
    InputTable table;
    try {
      table = new InputTable(file, content, shape);
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new CommandException(file + ":1: the header row cannot be read: " + reason(e));
    }
    table.require(required);
    return table;
  }

  private static String decode(Path file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      long line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new CommandException(
          file + ":" + line + ": not UTF-8; convert it first, for example by iconv");
    }
    return out.flip().toString();
  }

  /** The one by which the first line has most of the columns; a comma where none has any. */
  private static char separator(String content, List<String> required) {
    String first = content.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    char best = SEPARATORS.get(0);
    long most = 0;
    for (char separator : SEPARATORS) {
      List<String> names =
          Arrays.stream(first.split(Pattern.quote(String.valueOf(separator))))
              .map(name -> name.strip().replace("\"", "").toLowerCase(Locale.ROOT))
              .toList();
      long found = required.stream().filter(names::contains).count();
      if (found > most) {
        best = separator;
        most = found;
      }
    }
    return best;
  }

  private static String lineEnd(String content) {
    int first = content.indexOf('\n');
    return first > 0 && content.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  private static List<String> header(CSVRecord first) {
    return first.stream().map(String::strip).collect(Collectors.toUnmodifiableList());
  }

  private void require(List<String> columns) {
    List<String> missing = columns.stream().filter(column -> find(column).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new CommandException(
          "%s:1: column %s is missing; there are: %s"
              .formatted(file, String.join(" and ", missing), String.join(", ", header)));
    }
  }

  Shape shape() {
    return shape;
  }

  List<String> header() {
    return header;
  }

  /** Where a column stands; its exact name before one in another case. */
  Optional<Integer> find(String column) {
    int exact = header.indexOf(column);
    for (int i = 0; exact < 0 && i < header.size(); i++) {
      exact = header.get(i).equalsIgnoreCase(column) ? i : -1;
    }
    return exact < 0 ? Optional.empty() : Optional.of(exact);
  }

  /**
   * The next row, with a value for every column; empty at the end.
   *
   * @throws CommandException with file and line when it cannot be read
   */
  Optional<Row> next() {
    while (true) {
      long begin = line;
      try {
        if (!records.hasNext()) {
          return Optional.empty();
        }
        CSVRecord next = records.next();
        line = parser.getCurrentLineNumber() + 1;
        read = next.getCharacterPosition();
        if (next.size() == header.size()) {
          return Optional.of(new Row(begin, List.of(next.values())));
        }
        if (next.size() > 1 || !next.get(0).isBlank()) {
          throw fault(begin, next.size() + " values where the header has " + header.size());
        }
      } catch (UncheckedIOException | IllegalStateException e) {
        throw fault(begin, "cannot be read: " + reason(e));
      }
    }
  }

  CommandException fault(long at, String reason) {
    return new CommandException(file + ":" + at + ": " + reason);
  }

  /** How much of the file has been read, from 0 to 1. */
  double position() {
    return (double) read / text.length();
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
