package org.radcanon.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values made fit for comparison in a column. The same rule is applied to what is recorded and to
 * what is asked for, so that equal values stay equal.
 */
final class Matchable {
  private static final int COLUMN = 255;
  private static final int HASH = 64;
  private static final int LONGEST = 10_240;
  private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:\\.(\\d{1,6}))?)?)?");

  private Matchable() {}

  /**
   * A text without the spaces around it, which mean nothing (PS3.5 6.2), without NUL, which no
   * database takes, and never longer than a column: what is longer than any VR of a key allows is
   * cut and closed with its hash, so that different texts stay different.
   */
  static String text(String value) {
    String clean = withoutNul(value).strip();
    if (clean.length() <= COLUMN) {
      return clean;
    }
    return cut(clean, COLUMN - HASH - 1) + '~' + sha256(clean);
  }

  /**
   * A text as sent, fit for a column without limit. Databases have limits nevertheless (H2:
   * 1,048,576 characters): what is longer than LT, the longest VR short of bulk, may be (PS3.5 6.2)
   * is cut.
   */
  static String storable(String value) {
    return cut(withoutNul(value), LONGEST);
  }

  private static String withoutNul(String value) {
    return value.indexOf('\0') < 0 ? value : value.replace("\0", "");
  }

  /** Never between the halves of a surrogate pair. */
  private static String cut(String value, int length) {
    if (value.length() <= length) {
      return value;
    }
    return value.substring(
        0, Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length);
  }

  /** One component group of a person name; matching is not case sensitive (PS3.4 C.2.2.2.1). */
  static String personName(String group) {
    String name = text(group.toUpperCase(Locale.ROOT));
    int end = name.length();
    while (end > 0 && (name.charAt(end - 1) == '^' || name.charAt(end - 1) == ' ')) {
      end--;
    }
    return name.substring(0, end);
  }

  /** A DA as {@code YYYYMMDD}, also from the form of ACR-NEMA; empty when it is no date. */
  static String date(String value) {
    Matcher m = DATE.matcher(value.strip());
    return m.matches() ? m.group(1) + m.group(2) + m.group(3) : "";
  }

  /** A TM as {@code HHMMSS.FFFFFF}; what it leaves out is zero; empty when it is no time. */
  static String time(String value) {
    return time(value, "000000.000000");
  }

  /** The last moment that a TM of this precision can mean (PS3.5 6.2). */
  static String lastTime(String value) {
    return time(value, "005959.999999");
  }

  private static String time(String value, String rest) {
    Matcher m = TIME.matcher(value.strip());
    if (!m.matches()) {
      return "";
    }
    StringBuilder time = new StringBuilder(m.group(1));
    for (int group = 2; group <= 3 && m.group(group) != null; group++) {
      time.append(m.group(group));
    }
    if (m.group(4) != null) {
      time.append('.').append(m.group(4));
    }
    return time.append(rest, time.length(), rest.length()).toString();
  }

  static String sha256(String value) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
