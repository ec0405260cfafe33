package org.radcanon.studies.writer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * RLE Lossless (PS3.5 Annex G): one segment for each byte plane, most significant first.
 *
 * <pre>
 * frame   = segment count, 15 offsets (32 bit, little endian), segments
 * segment = { n &lt; 128: n + 1 bytes as they are | n &gt; 128: the next byte 257 - n times } [00]
 * </pre>
 */
final class RleLossless {

  private static final int HEADER = 64;
  private static final int LONGEST_RUN = 128;

  private RleLossless() {}

  static byte[] encode(Frame frame) {
    ByteArrayOutputStream segments = new ByteArrayOutputStream();
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(frame.samples() * frame.bytesPerSample());
    for (int sample = 0; sample < frame.samples(); sample++) {
      for (int plane = frame.bytesPerSample() - 1; plane >= 0; plane--) {
        header.putInt(HEADER + segments.size());
        for (int row = 0; row < frame.rows(); row++) {
          pack(row(frame, row, sample, plane), segments);
        }
        if (segments.size() % 2 != 0) {
          segments.write(0);
        }
      }
    }
    return ByteBuffer.allocate(HEADER + segments.size())
        .put(header.array())
        .put(segments.toByteArray())
        .array();
  }

  private static byte[] row(Frame frame, int row, int sample, int plane) {
    byte[] bytes = new byte[frame.columns()];
    for (int column = 0; column < bytes.length; column++) {
      bytes[column] = (byte) (frame.sample(row, column, sample) >>> 8 * plane);
    }
    return bytes;
  }

  /** A run never crosses the end of a row (G.3.1). */
  private static void pack(byte[] row, ByteArrayOutputStream out) {
    int at = 0;
    while (at < row.length) {
      int run = run(row, at);
      if (run > 1) {
        out.write(257 - run);
        out.write(row[at]);
        at += run;
      } else {
        int from = at;
        while (at < row.length && at - from < LONGEST_RUN && run(row, at) == 1) {
          at++;
        }
        out.write(at - from - 1);
        out.write(row, from, at - from);
      }
    }
  }

  private static int run(byte[] row, int at) {
    int end = at + 1;
    while (end < row.length && end - at < LONGEST_RUN && row[end] == row[at]) {
      end++;
    }
    return end - at;
  }
}
