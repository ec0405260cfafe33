package org.radcanon.studies.send;

import java.util.Locale;

/** Warning and Failure Reasons in words (PS3.18 Tables I.2-1 and I.2-2, PS3.7 Annex C). */
final class Reasons {

  private Reasons() {}

  /** Such as {@code A900 the data set does not match its SOP class}. */
  static String words(int reason) {
    return reason == 0
        ? "no reason given"
        : String.format(Locale.ROOT, "%04X %s", reason, meaning(reason));
  }

  private static String meaning(int reason) {
    return switch (reason) {
      case 0x0105 -> "no such attribute";
      case 0x0106 -> "invalid attribute value";
      case 0x0110 -> "processing failure";
      case 0x0111 -> "duplicate SOP instance";
      case 0x0112 -> "no such SOP instance";
      case 0x0117 -> "invalid SOP instance";
      case 0x0118 -> "no such SOP class";
      case 0x0122 -> "SOP class not supported";
      case 0x0124 -> "not authorised";
      case 0xB000 -> "data elements were coerced";
      case 0xB006 -> "elements were discarded";
      case 0xB007 -> "the data set does not match its SOP class, stored all the same";
      case 0xC122 -> "transfer syntax not supported";
      default -> family(reason);
    };
  }

  private static String family(int reason) {
    return switch (reason >> 8) {
      case 0xA7 -> "out of resources";
      case 0xA9 -> "the data set does not match its SOP class";
      case 0xB0 -> "stored with a warning";
      default -> reason >> 12 == 0xC ? "cannot understand the data set" : "unknown reason";
    };
  }
}
