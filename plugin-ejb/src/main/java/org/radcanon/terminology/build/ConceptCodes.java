package org.radcanon.terminology.build;

/**
 * Concept codes: {@code RC}, a serial of six digits, and a check digit (Luhn, ISO/IEC 7812-1 Annex
 * B) over the serial: {@code RC0000018}. Nine characters, so that it fits Code Value (SH, 16).
 */
final class ConceptCodes {

  private static final String PREFIX = "RC";
  private static final int DIGITS = 6;
  private static final int MAX = 999_999;

  private ConceptCodes() {}

  static String of(int serial) {
    if (serial < 1 || serial > MAX) {
      throw new IllegalArgumentException("concept serial out of range: " + serial);
    }
    String digits = String.format("%0" + DIGITS + "d", serial);
    return PREFIX + digits + checkDigit(digits);
  }

  static boolean valid(String code) {
    return code.matches(PREFIX + "[0-9]{" + (DIGITS + 1) + "}")
        && serial(code) > 0
        && of(serial(code)).equals(code);
  }

  static int serial(String code) {
    return Integer.parseInt(code.substring(PREFIX.length(), PREFIX.length() + DIGITS));
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
