package org.radcanon.studies.writer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Native pixel data into fragments (PS3.5 A.4). */
final class Encapsulation {

  private static final int LARGEST_FRAGMENT = 16 << 10;
  private static final int ITEM_HEADER = 8;

  private Encapsulation() {}

  /**
   * The object with its pixel data compressed, or itself where it holds no native pixel data. RLE
   * keeps a frame in one fragment, as it must (PS3.5 A.4.2); a JPEG stream is cut into fragments of
   * 16 KiB. The Basic Offset Table is filled.
   */
  static DicomObject apply(DicomObject object, Syntax syntax) {
    return object
        .nativePixels()
        .map(pixels -> object.copy().fragments(fragments(frames(object, pixels), syntax)))
        .orElse(object);
  }

  private static List<Frame> frames(DicomObject object, byte[] pixels) {
    int rows = object.number(Attribute.ROWS, 0);
    int columns = object.number(Attribute.COLUMNS, 0);
    int samples = object.number(Attribute.SAMPLES_PER_PIXEL, 1);
    int bytesPerSample = object.number(Attribute.BITS_ALLOCATED, 8) / 8;
    int precision = object.number(Attribute.BITS_STORED, 8);
    int size = rows * columns * samples * bytesPerSample;
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < object.number(Attribute.NUMBER_OF_FRAMES, 1); i++) {
      byte[] bytes = Arrays.copyOfRange(pixels, i * size, (i + 1) * size);
      frames.add(new Frame(bytes, rows, columns, samples, bytesPerSample, precision));
    }
    return frames;
  }

  private static List<byte[]> fragments(List<Frame> frames, Syntax syntax) {
    List<byte[]> fragments = new ArrayList<>();
    ByteBuffer offsets = ByteBuffer.allocate(4 * frames.size()).order(ByteOrder.LITTLE_ENDIAN);
    int offset = 0;
    for (Frame frame : frames) {
      offsets.putInt(offset);
      for (byte[] fragment : compress(frame, syntax)) {
        fragments.add(fragment);
        offset += ITEM_HEADER + fragment.length + fragment.length % 2;
      }
    }
    fragments.add(0, offsets.array());
    return fragments;
  }

  private static List<byte[]> compress(Frame frame, Syntax syntax) {
    if (syntax == Syntax.RLE) {
      return List.of(RleLossless.encode(frame));
    }
    byte[] stream = JpegLossless.encode(frame);
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < stream.length; from += LARGEST_FRAGMENT) {
      pieces.add(
          Arrays.copyOfRange(stream, from, Math.min(stream.length, from + LARGEST_FRAGMENT)));
    }
    return pieces;
  }
}
