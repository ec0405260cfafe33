package org.radcanon.studies.hostile;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.DicomWriter;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Syntax;

/** Cutting and joining of files by hand, explicit VR little endian unless said otherwise. */
final class Bytes {

  static final int UNDEFINED = 0xFFFF_FFFF;

  /** 128 bytes and {@code DICM}. */
  static final int PREFIX = 132;

  /** The group length element of the file meta information. */
  private static final int GROUP_LENGTH = 12;

  private Bytes() {}

  /** The CT that every input here started as. */
  static DicomObject ct() {
    return TinyStudies.ctChest().first().object();
  }

  static byte[] file(DicomObject object, Syntax syntax) {
    return DicomWriter.bytes(object, Encoding.of(syntax));
  }

  static byte[] dataSet(DicomObject object, Syntax syntax) {
    return DicomWriter.bytes(object, Encoding.of(syntax).with(Encoding.Form.BARE));
  }

  /** Preamble, prefix and file meta information of the CT. */
  static byte[] meta(Syntax syntax) {
    byte[] file = file(ct(), syntax);
    return Arrays.copyOf(file, metaEnd(file));
  }

  static int metaEnd(byte[] file) {
    int at = PREFIX + 8;
    int length = file[at] & 0xFF | (file[at + 1] & 0xFF) << 8;
    return PREFIX + GROUP_LENGTH + length;
  }

  static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** An element's header in explicit VR: 16 bits of length for a VR of the short form. */
  static byte[] header(int tag, String vr, int length) {
    boolean longForm = "OB OD OF OL OV OW SQ SV UC UN UR UT UV".contains(vr);
    return longForm
        ? join(tag(tag), ascii(vr), new byte[2], number(length, 4))
        : join(tag(tag), ascii(vr), number(length, 2));
  }

  /** Tag and 32-bit length: an element in implicit VR, an item, a delimiter. */
  static byte[] plainHeader(int tag, int length) {
    return join(tag(tag), number(length, 4));
  }

  static byte[] tag(int tag) {
    return join(number(tag >>> 16, 2), number(tag & 0xFFFF, 2));
  }

  static byte[] number(int value, int bytes) {
    byte[] out = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      out[i] = (byte) (value >>> 8 * i);
    }
    return out;
  }

  /** The offset of an element's tag. */
  static int find(byte[] file, int tag, int from) {
    byte[] wanted = tag(tag);
    for (int at = from; at <= file.length - 4; at++) {
      if (Arrays.equals(file, at, at + 4, wanted, 0, 4)) {
        return at;
      }
    }
    throw new IllegalArgumentException(Integer.toHexString(tag) + " is not there");
  }

  static byte[] replaced(byte[] file, int at, byte[] by) {
    byte[] copy = file.clone();
    System.arraycopy(by, 0, copy, at, by.length);
    return copy;
  }

  static byte[] inserted(byte[] file, int at, byte[] more) {
    return join(Arrays.copyOf(file, at), more, Arrays.copyOfRange(file, at, file.length));
  }

  static byte[] without(byte[] file, int from, int to) {
    return join(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
  }

  /** The same piece again and again; no more memory than one of it. */
  static InputStream repeated(byte[] piece, long times) {
    return new InputStream() {
      private long left = piece.length * times;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
          return 0;
        }
        if (left == 0) {
          return -1;
        }
        int from = (int) ((piece.length * times - left) % piece.length);
        int count = (int) Math.min(Math.min(length, piece.length - from), left);
        System.arraycopy(piece, from, buffer, offset, count);
        left -= count;
        return count;
      }
    };
  }
}
