package org.radcanon.studies.writer;

import java.io.ByteArrayOutputStream;

/**
 * JPEG Lossless, Process 14, Selection Value 1 (ISO/IEC 10918-1 Annex H): each sample is predicted
 * by its left neighbour, the difference is coded by its number of bits and those bits.
 *
 * <p>The Huffman table gives each of the 17 difference categories a code of five bits: larger than
 * need be, but the same for every image.
 */
final class JpegLossless {

  private static final int CATEGORIES = 17;
  private static final int CODE_BITS = 5;

  private final Frame frame;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long pending;
  private int pendingBits;

  private JpegLossless(Frame frame) {
    this.frame = frame;
  }

  static byte[] encode(Frame frame) {
    return new JpegLossless(frame).encode();
  }

  private byte[] encode() {
    shorts(0xFFD8); // SOI
    shorts(0xFFC3, 8 + 3 * frame.samples()); // SOF3, lossless sequential
    out.write(frame.precision());
    shorts(frame.rows(), frame.columns());
    out.write(frame.samples());
    for (int component = 1; component <= frame.samples(); component++) {
      bytes(component, 0x11, 0);
    }
    shorts(0xFFC4, 19 + CATEGORIES); // DHT, class 0, identifier 0
    out.write(0);
    for (int length = 1; length <= 16; length++) {
      out.write(length == CODE_BITS ? CATEGORIES : 0);
    }
    for (int category = 0; category < CATEGORIES; category++) {
      out.write(category);
    }
    shorts(0xFFDA, 6 + 2 * frame.samples()); // SOS
    out.write(frame.samples());
    for (int component = 1; component <= frame.samples(); component++) {
      bytes(component, 0);
    }
    bytes(1, 0, 0); // selection value 1, no point transform
    samples();
    shorts(0xFFD9); // EOI
    return out.toByteArray();
  }

  private void samples() {
    for (int row = 0; row < frame.rows(); row++) {
      for (int column = 0; column < frame.columns(); column++) {
        for (int sample = 0; sample < frame.samples(); sample++) {
          difference(frame.sample(row, column, sample) - prediction(row, column, sample));
        }
      }
    }
    while (pendingBits % 8 != 0) {
      bits(1, 1);
    }
  }

  /** Table H.1 with the first row's and first column's rules of H.1.2.1. */
  private int prediction(int row, int column, int sample) {
    if (column > 0) {
      return frame.sample(row, column - 1, sample);
    }
    return row > 0 ? frame.sample(row - 1, 0, sample) : 1 << (frame.precision() - 1);
  }

  private void difference(int difference) {
    int modulo = (short) difference;
    int magnitude = Math.abs(modulo);
    int category = 32 - Integer.numberOfLeadingZeros(magnitude);
    bits(category, CODE_BITS);
    if (category < 16) {
      bits(modulo < 0 ? modulo - 1 : modulo, category);
    }
  }

  private void bits(int value, int count) {
    pending = pending << count | value & (1L << count) - 1;
    pendingBits += count;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      int next = (int) (pending >>> pendingBits) & 0xFF;
      out.write(next);
      if (next == 0xFF) {
        out.write(0);
      }
    }
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }

  private void shorts(int... values) {
    for (int value : values) {
      bytes(value >>> 8, value);
    }
  }
}
