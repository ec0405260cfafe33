package org.radcanon.studies.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file whose study, series and instance are new at each turn: some digits in the middle of their
 * UIDs are written over, the same for all, so that what belonged together still does.
 */
record FreshFile(Path path, List<Long> places) {

  private static final int HEADER = 64 * 1024;

  /** After {@code 2.25.} and three digits more, so that no component begins with a zero. */
  private static final int FROM = 8;

  private static final int DIGITS = 8;
  private static final int SHORTEST = 20;

  /**
   * Finds the UIDs in the header.
   *
   * @throws IllegalArgumentException when one is too short
   */
  static FreshFile of(Path path, List<String> uids) throws IOException {
    String header;
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(HEADER, file.size()));
      while (buffer.hasRemaining() && file.read(buffer) >= 0) {}
      header = new String(buffer.array(), StandardCharsets.ISO_8859_1);
    }
    List<Long> places = new ArrayList<>();
    for (String uid : uids) {
      if (uid.length() < SHORTEST) {
        throw new IllegalArgumentException("too short to be made new: " + uid);
      }
      for (int at = header.indexOf(uid); at >= 0; at = header.indexOf(uid, at + 1)) {
        places.add((long) at + FROM);
      }
    }
    return new FreshFile(path, List.copyOf(places));
  }

  /**
   * Makes it another instance.
   *
   * @param number its last eight digits count
   */
  void renew(long number) throws IOException {
    byte[] digits =
        String.format(Locale.ROOT, "%08d", number % 100_000_000L)
            .getBytes(StandardCharsets.US_ASCII);
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      for (long place : places) {
        file.write(ByteBuffer.wrap(digits, 0, DIGITS), place);
      }
    }
  }
}
