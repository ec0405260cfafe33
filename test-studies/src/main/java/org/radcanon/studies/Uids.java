package org.radcanon.studies;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** UIDs made from UUIDs (PS3.5 B.2), the UUIDs from names (RFC 9562 version 3). */
final class Uids {

  private Uids() {}

  /** The same name gives the same UID: {@code 2.25.} and a number of up to 39 digits. */
  static String of(String name) {
    UUID uuid =
        UUID.nameUUIDFromBytes(("radcanon test-studies " + name).getBytes(StandardCharsets.UTF_8));
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }
}
