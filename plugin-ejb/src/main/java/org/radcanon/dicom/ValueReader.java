package org.radcanon.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Value fields as text (PS3.5 6.2, 6.4). */
final class ValueReader {

  private ValueReader() {}

  /** The values of an element; none for sequences and bytes. */
  static List<String> strings(RawElement element, CharacterSet characterSet) {
    VR vr = vr(element);
    if (element.omitted || element.isUndefinedLength()) {
      return List.of();
    }
    return switch (vr.kind()) {
      case TEXT -> text(element, vr, characterSet);
      case NUMBER -> numbers(element, vr);
      case BINARY, SEQUENCE -> List.of();
    };
  }

  /** The VR to read a value by: that of the registry where the stream says UN (PS3.5 6.2.2). */
  static VR vr(RawElement element) {
    return element.vr() == VR.UN ? Dictionary.vr(element.tag(), false) : element.vr();
  }

  /** How the words of a value stand: what is sent as UN is little endian (PS3.5 6.2.2). */
  static Encoding encoding(RawElement element) {
    return element.vr() == VR.UN ? Encoding.IMPLICIT_LITTLE : element.parent.encoding;
  }

  private static List<String> text(RawElement element, VR vr, CharacterSet characterSet) {
    int length = element.valueLength();
    if (length == 0) {
      return List.of();
    }
    String decoded = characterSet.decode(element.bytes(), element.valueStart, length, vr);
    if (!vr.isMultiValued()) {
      String trimmed = trim(decoded, vr);
      return trimmed.isEmpty() ? List.of() : List.of(trimmed);
    }
    if (decoded.indexOf('\\') < 0) {
      String trimmed = trim(decoded, vr);
      return trimmed.isEmpty() ? List.of() : List.of(trimmed);
    }
    return Arrays.stream(decoded.split("\\\\", -1)).map(s -> trim(s, vr)).toList();
  }

  private static String trim(String value, VR vr) {
    int from = 0;
    int to = value.length();
    while (to > 0 && (value.charAt(to - 1) == ' ' || value.charAt(to - 1) == 0)) {
      to--;
    }
    while (vr.ignoresLeadingSpaces() && from < to && value.charAt(from) == ' ') {
      from++;
    }
    return value.substring(from, to);
  }

  private static List<String> numbers(RawElement element, VR vr) {
    byte[] bytes = element.bytes();
    Encoding encoding = encoding(element);
    int size = vr == VR.AT ? 4 : vr.unit();
    List<String> values = new ArrayList<>(element.valueLength() / size);
    for (int at = element.valueStart; at + size <= element.end; at += size) {
      values.add(number(bytes, at, vr, encoding));
    }
    return values;
  }

  private static String number(byte[] b, int at, VR vr, Encoding encoding) {
    return switch (vr) {
      case AT -> Tag.toHex(encoding.tag(b, at));
      case US -> Integer.toString(encoding.u16(b, at));
      case SS -> Short.toString((short) encoding.u16(b, at));
      case UL -> Long.toString(encoding.u32(b, at));
      case SL -> Integer.toString((int) encoding.u32(b, at));
      case UV -> Long.toUnsignedString(encoding.i64(b, at));
      case SV -> Long.toString(encoding.i64(b, at));
      case FL -> Float.toString(Float.intBitsToFloat((int) encoding.u32(b, at)));
      case FD -> Double.toString(Double.longBitsToDouble(encoding.i64(b, at)));
      default -> throw new IllegalArgumentException(vr + " is no number");
    };
  }
}
