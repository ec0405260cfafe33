package org.radcanon.terminology.build;

/** LOINC codes: up to seven digits, a hyphen, a check digit (Mod 10, LOINC Users' Guide). */
final class LoincCode {

  private LoincCode() {}

  static boolean valid(String code) {
    if (!code.matches("[1-9][0-9]{0,6}-[0-9]")) {
      return false;
    }
    int hyphen = code.indexOf('-');
    int sum = 0;
    for (int i = 0; i < hyphen; i++) {
      int digit = code.charAt(hyphen - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10 == code.charAt(hyphen + 1) - '0';
  }
}
