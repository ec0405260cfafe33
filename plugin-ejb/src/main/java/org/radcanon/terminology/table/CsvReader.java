package org.radcanon.terminology.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into records, strictly after RFC 4180; a line ends with CR LF, LF or CR. The server
 * reads some megabytes of tables at each start, and half of that time would be a general parser's.
 *
 * <pre>
 * record = field *("," field) end
 * field  = DQUOTE *(any but DQUOTE / 2DQUOTE) DQUOTE *blank / *(any but "," CR LF)
 * </pre>
 */
final class CsvReader {

  private static final char QUOTE = '"';
  private static final char END = '\0';

  private final String text;
  private int at;
  private long line = 1;

  CsvReader(String text) {
    this.text = text;
  }

  /** A text that is no CSV. */
  static final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedException(String reason) {
      super(reason);
    }
  }

  boolean hasNext() {
    return at < text.length();
  }

  /** The line on which the next record begins, from 1. */
  long line() {
    return line;
  }

  /** The values of the next record, outer blanks stripped. */
  List<String> next(int expected) throws MalformedException {
    List<String> values = new ArrayList<>(expected);
    boolean more = true;
    while (more) {
      values.add(value());
      more = peek() == ',' && at < text.length();
      if (more) {
        at++;
      }
    }
    endOfLine();
    return values;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private String value() throws MalformedException {
    if (peek() == QUOTE) {
      return quoted();
    }
    int start = at;
    while (at < text.length() && !endsField(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private static boolean endsField(char c) {
    return c == ',' || c == '\n' || c == '\r';
  }

  private String quoted() throws MalformedException {
    long opened = line;
    StringBuilder value = new StringBuilder();
    int from = at + 1;
    int close = closing(from, opened);
    while (close + 1 < text.length() && text.charAt(close + 1) == QUOTE) {
      value.append(text, from, close + 1);
      from = close + 2;
      close = closing(from, opened);
    }
    value.append(text, from, close);
    at = close + 1;
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
    if (at < text.length() && !endsField(text.charAt(at))) {
      throw new MalformedException("there is text behind a closing quote");
    }
    return value.toString().strip();
  }

  private int closing(int from, long opened) throws MalformedException {
    int close = text.indexOf(QUOTE, from);
    if (close < 0) {
      throw new MalformedException("the quote opened on line " + opened + " is never closed");
    }
    for (int i = from; i < close; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && text.charAt(i + 1) != '\n') {
        line++;
      }
    }
    return close;
  }

  private void endOfLine() {
    if (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\r' && peek() == '\n') {
        at++;
      }
      line++;
    }
  }
}
