package org.radcanon.studies.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells DICOM files from others by how they begin. */
final class FileProbe {

  private static final int PREAMBLE = 128;
  private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DIRECTORY =
      "1.2.840.10008.1.3.10".getBytes(StandardCharsets.US_ASCII);

  private FileProbe() {}

  /**
   * A file with the prefix of PS3.10 7.1, or one that begins with a low element of group 0002 or
   * 0008 in either byte ordering; a DICOMDIR is not an instance to be stored.
   */
  static boolean isDicom(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(512);
    }
    return hasPrefix(start) ? !contains(start, DIRECTORY) : beginsWithElement(start);
  }

  private static boolean hasPrefix(byte[] start) {
    return start.length >= PREAMBLE + PREFIX.length
        && java.util.Arrays.equals(
            start, PREAMBLE, PREAMBLE + PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  private static boolean beginsWithElement(byte[] start) {
    return start.length >= 16
        && (isTag(start[1], start[0], start[3], start[2])
            || isTag(start[0], start[1], start[2], start[3]));
  }

  private static boolean isTag(byte groupHigh, byte groupLow, byte elementHigh, byte elementLow) {
    return groupHigh == 0
        && (groupLow == 2 || groupLow == 8)
        && elementHigh == 0
        && (elementLow & 0xFF) <= 0x18;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(wanted, StandardCharsets.ISO_8859_1));
  }
}
