package org.radcanon.studies.reader;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A top-level element as it stands in the file, sequences with all that is in them.
 *
 * @param tag group and element number in one
 * @param bytes tag, VR, length and value
 * @param valueAt where in them the value begins
 */
public record Element(int tag, byte[] bytes, int valueAt) {

  public int group() {
    return tag >>> 16;
  }

  /** A value of characters of the default repertoire, without its padding. */
  public String text() {
    int length = bytes.length - valueAt;
    return new String(bytes, valueAt, length, StandardCharsets.ISO_8859_1)
        .replaceFirst("[ \\x00]+$", "");
  }

  /** {@code (0008,1032)}. */
  public String name() {
    return String.format(Locale.ROOT, "(%04X,%04X)", group(), tag & 0xFFFF);
  }
}
