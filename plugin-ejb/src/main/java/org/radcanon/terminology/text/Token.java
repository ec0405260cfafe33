package org.radcanon.terminology.text;

/**
 * One thing that a text says.
 *
 * @param symbol a value's id, a mark, or empty for a number or a word that nothing explains
 * @param attribute the value's home attribute, else empty
 * @param words what stands in the text
 * @param number the number, or -1
 * @param open a number with a plus ("3+")
 * @param lonely a letter alone, or a short word alone in brackets
 * @param bracketed stands in brackets
 */
record Token(
    String symbol,
    String attribute,
    String words,
    int number,
    boolean open,
    boolean lonely,
    boolean bracketed) {

  static Token symbol(String symbol, String attribute, String words, boolean bracketed) {
    return new Token(symbol, attribute, words, -1, false, false, bracketed);
  }

  static Token number(int number, boolean open, String words) {
    return new Token("", "", words, number, open, false, false);
  }

  static Token unknown(String words, boolean lonely) {
    return new Token("", "", words, -1, false, lonely, false);
  }

  boolean is(String mark) {
    return symbol.equals(mark);
  }

  boolean isNumber() {
    return number >= 0;
  }

  boolean isValue() {
    return !attribute.isEmpty();
  }

  boolean isUnknown() {
    return symbol.isEmpty() && number < 0;
  }
}
