package org.radcanon.terminology.table;

/**
 * What is wrong with a table.
 *
 * @param file name of the table
 * @param line line on which the row begins, 1 is the header; 0 where the whole file is meant
 * @param reason one sentence
 */
public record Fault(String file, long line, String reason) {

  @Override
  public String toString() {
    return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
  }
}
