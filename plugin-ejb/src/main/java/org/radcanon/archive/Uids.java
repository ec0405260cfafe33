package org.radcanon.archive;

import java.util.regex.Pattern;

/** UIDs that are safe to use as names of files: digits and dots only (PS3.5 9.1). */
final class Uids {
  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)*");

  private Uids() {}

  static void requireUid(String value) {
    if (value.length() > 64 || !UID.matcher(value).matches()) {
      throw new IllegalArgumentException("not a UID");
    }
  }
}
