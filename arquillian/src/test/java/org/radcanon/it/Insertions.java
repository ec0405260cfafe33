package org.radcanon.it;

import java.util.Arrays;
import java.util.Optional;

/**
 * Says whether one byte string is another one with some runs of bytes put in, and nothing else. It
 * knows nothing of DICOM, which is what makes it a judge.
 */
final class Insertions {

  /** So many equal bytes in a row are taken for the place where the original goes on. */
  private static final int ANCHOR = 48;

  private Insertions() {}

  /**
   * How many runs were put in; empty when bytes of the original are missing, changed or moved, or
   * when more than {@code most} runs would be needed.
   */
  static Optional<Integer> count(byte[] original, byte[] grown, int most) {
    int from = 0;
    int at = 0;
    for (int runs = 0; runs <= most; runs++) {
      int same = Arrays.mismatch(original, from, original.length, grown, at, grown.length);
      if (same < 0) {
        return Optional.of(runs);
      }
      from += same;
      at += same;
      if (from == original.length) {
        return Optional.of(runs + 1);
      }
      int next = nextOf(original, from, grown, at + 1);
      if (next < 0) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.empty();
  }

  private static int nextOf(byte[] original, int from, byte[] grown, int start) {
    int length = Math.min(ANCHOR, original.length - from);
    for (int at = start; at + length <= grown.length; at++) {
      if (Arrays.equals(original, from, from + length, grown, at, at + length)) {
        return at;
      }
    }
    return -1;
  }
}
