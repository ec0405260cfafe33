package org.radcanon.terminology.text;

/**
 * A word of a description.
 *
 * @param text lower case, singular; a sign where the sign says something ({@code ^}, {@code +},
 *     {@code c-} ...)
 * @param joined nothing separates it from the word before ({@code 1V}, {@code L4})
 * @param bracketed stands in brackets
 */
record Word(String text, boolean joined, boolean bracketed) {

  boolean number() {
    return Character.isDigit(text.charAt(0));
  }
}
