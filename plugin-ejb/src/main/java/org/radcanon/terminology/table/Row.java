package org.radcanon.terminology.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of a table, its values by column name, outer blanks stripped. */
public final class Row {

  private final String file;
  private final long line;
  private final Map<String, Integer> columns;
  private final String[] values;

  Row(String file, long line, Map<String, Integer> columns, String[] values) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.values = values;
  }

  public String file() {
    return file;
  }

  public long line() {
    return line;
  }

  /** The value of a column that the table was required to have; may be empty. */
  public String get(String column) {
    return values[columns.get(column)];
  }

  public Optional<String> find(String column) {
    return Optional.ofNullable(columns.get(column))
        .map(at -> values[at])
        .filter(value -> !value.isEmpty());
  }

  /** The blank-separated words of a column. */
  public List<String> words(String column) {
    String value = get(column);
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || Character.isWhitespace(value.charAt(i))) {
        if (i > start) {
          words.add(value.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
