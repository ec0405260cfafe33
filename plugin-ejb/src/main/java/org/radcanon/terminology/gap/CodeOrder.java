package org.radcanon.terminology.gap;

import java.util.Comparator;

/** Codes as people sort them: RPID2 before RPID10. */
final class CodeOrder {

  static final Comparator<String> NATURAL = CodeOrder::compare;

  private CodeOrder() {}

  private static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endA = endOfRun(a, i);
      int endB = endOfRun(b, j);
      boolean numbers = isDigit(a.charAt(i)) && isDigit(b.charAt(j));
      int order =
          numbers
              ? compareNumbers(a.substring(i, endA), b.substring(j, endB))
              : a.substring(i, endA).compareTo(b.substring(j, endB));
      if (order != 0) {
        return order;
      }
      i = endA;
      j = endB;
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest == 0 ? a.compareTo(b) : rest;
  }

  private static int compareNumbers(String a, String b) {
    String shortA = a.replaceFirst("^0+(?=.)", "");
    String shortB = b.replaceFirst("^0+(?=.)", "");
    int length = Integer.compare(shortA.length(), shortB.length());
    return length == 0 ? shortA.compareTo(shortB) : length;
  }

  private static int endOfRun(String text, int start) {
    int end = start + 1;
    while (end < text.length() && isDigit(text.charAt(end)) == isDigit(text.charAt(start))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
