package org.radcanon.dicom;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Text as value fields (PS3.5 6.2, 6.4): the other way round of {@link ValueReader}. */
final class ValueWriter {

  private ValueWriter() {}

  /**
   * @throws IllegalArgumentException when a value is none of its VR
   */
  static byte[] encode(
      int tag, VR vr, List<String> values, Encoding encoding, CharacterSet characterSet) {
    return switch (vr.kind()) {
      case TEXT -> text(tag, vr, values, characterSet);
      case NUMBER -> numbers(vr, values, encoding);
      case BINARY -> bytes(values);
      case SEQUENCE -> throw new IllegalArgumentException("a sequence has items, not values");
    };
  }

  private static byte[] text(int tag, VR vr, List<String> values, CharacterSet characterSet) {
    if (!vr.isMultiValued() && values.size() > 1) {
      throw new IllegalArgumentException(
          "%s has one value only (PS3.5 6.4)".formatted(Tag.toString(tag)));
    }
    String joined = String.join("\\", values);
    byte[] encoded =
        vr.dependsOnCharacterSet()
            ? characterSet.encodeOrReplace(joined)
            : joined.getBytes(StandardCharsets.US_ASCII);
    return padded(encoded, vr.padding());
  }

  static byte[] padded(byte[] value, byte padding) {
    if (value.length % 2 == 0) {
      return value;
    }
    byte[] even = Arrays.copyOf(value, value.length + 1);
    even[value.length] = padding;
    return even;
  }

  private static byte[] numbers(VR vr, List<String> values, Encoding encoding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String value : values) {
      switch (vr) {
        case AT -> encoding.putTag(out, Integer.parseUnsignedInt(value, 16));
        case FL -> encoding.put(out, Float.floatToIntBits(Float.parseFloat(value)), 4);
        case FD -> encoding.put(out, Double.doubleToLongBits(Double.parseDouble(value)), 8);
        default -> encoding.put(out, integer(vr, value), vr.unit());
      }
    }
    return out.toByteArray();
  }

  private static long integer(VR vr, String value) {
    BigInteger number = new BigInteger(value);
    boolean signed = vr == VR.SS || vr == VR.SL || vr == VR.SV;
    int bits = 8 * vr.unit();
    boolean fits =
        signed ? number.bitLength() < bits : number.signum() >= 0 && number.bitLength() <= bits;
    if (!fits) {
      throw new IllegalArgumentException("%s does not fit %s".formatted(value, vr));
    }
    return number.longValue();
  }

  /** Bytes are written as hexadecimal digits, in the order of the stream. */
  private static byte[] bytes(List<String> values) {
    return padded(HexFormat.of().parseHex(String.join("", values)), (byte) 0);
  }

  /** The bytes {@code [from, to)} with those of each unit the other way round, or as they are. */
  static byte[] reordered(byte[] bytes, int from, int to, int unit, boolean swap) {
    byte[] copy = Arrays.copyOfRange(bytes, from, to);
    for (int at = 0; swap && at + unit <= copy.length; at += unit) {
      for (int i = 0; i < unit / 2; i++) {
        byte first = copy[at + i];
        copy[at + i] = copy[at + unit - 1 - i];
        copy[at + unit - 1 - i] = first;
      }
    }
    return copy;
  }
}
