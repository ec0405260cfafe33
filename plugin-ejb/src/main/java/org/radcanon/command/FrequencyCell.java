package org.radcanon.command;

import java.util.regex.Pattern;

/**
 * How often a row occurs: digits, in groups of three by commas or not, with decimals behind a point
 * or not. An empty cell counts once.
 */
final class FrequencyCell {

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,15})?");

  private FrequencyCell() {}

  /**
   * @throws IllegalArgumentException for anything else: a wrong number makes wrong totals
   */
  static double read(String cell) {
    String plain = cell.strip();
    if (plain.isEmpty()) {
      return 1;
    }
    if (!NUMBER.matcher(plain).matches()) {
      throw new IllegalArgumentException(
          "frequency \"" + plain + "\" is no number such as 12, 1,200 or 0.5; empty counts once");
    }
    return Double.parseDouble(plain.replace(",", ""));
  }
}
