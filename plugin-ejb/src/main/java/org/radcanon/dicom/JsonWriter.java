package org.radcanon.dicom;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Elements as objects of the DICOM JSON model (PS3.18 F.2). */
final class JsonWriter {

  /** What JSON (RFC 8259) and a decimal or integer string (PS3.5 6.2) can both say. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

  /** Integers that every reader of JSON numbers takes whole (RFC 7493 2.2). */
  private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf((1L << 53) - 1);

  private static final String[] PERSON_NAME_GROUPS = {"Alphabetic", "Ideographic", "Phonetic"};

  private final BulkDataUri bulkDataUri;

  JsonWriter(BulkDataUri bulkDataUri) {
    this.bulkDataUri = bulkDataUri;
  }

  JsonAttributes attributes(DataSet dataSet, IntPredicate wanted, String path) {
    SortedMap<String, String> attributes = new TreeMap<>();
    for (Element element : dataSet.elements()) {
      int tag = element.tag();
      if (wanted.test(tag) && !Tag.isGroupLength(tag) && tag != Tag.DataSetTrailingPadding) {
        attributes.putIfAbsent(Tag.toHex(tag), attribute(dataSet, element, path + Tag.toHex(tag)));
      }
    }
    return new JsonAttributes(attributes);
  }

  private String attribute(DataSet dataSet, Element element, String path) {
    RawElement raw = element instanceof RawElement r ? r : null;
    if (raw != null && raw.omitted) {
      return object(
          raw.vr(),
          bulkDataUri.of(path, raw.omittedLength).map(uri -> "\"BulkDataURI\":" + quote(uri)));
    }
    VR vr = raw == null ? element.vr() : knownVr(raw);
    return switch (vr.kind()) {
      case SEQUENCE -> object(VR.SQ, items(dataSet.items(element.tag()), path));
      case BINARY -> object(vr, raw == null ? Optional.empty() : inline(raw));
      case TEXT, NUMBER -> object(vr, values(vr, dataSet.strings(element.tag()), element.tag()));
    };
  }

  /** A value sent as UN is told by the VR of the registry where it could be read by it. */
  private static VR knownVr(RawElement element) {
    VR known = ValueReader.vr(element);
    return known == VR.SQ && !element.isSequence() ? VR.UN : element.isSequence() ? VR.SQ : known;
  }

  private Optional<String> items(List<DataSet> items, String path) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      written.add(attributes(items.get(i), tag -> true, path + "/" + i + "/").toJson());
    }
    return array(written);
  }

  private static Optional<String> values(VR vr, List<String> values, int tag) {
    if (tag == Tag.SpecificCharacterSet) {
      return array(List.of("\"ISO_IR 192\""));
    }
    return array(values.stream().map(value -> value(vr, value)).toList());
  }

  /** Bytes in base64, words little endian (PS3.18 F.2.7). */
  private static Optional<String> inline(RawElement element) {
    int length = element.isUndefinedLength() ? 0 : element.valueLength();
    if (length == 0) {
      return Optional.empty();
    }
    byte[] bytes =
        ValueWriter.reordered(
            element.bytes(),
            element.valueStart,
            element.end,
            element.vr().unit(),
            element.parent.encoding.bigEndian());
    return Optional.of("\"InlineBinary\":\"" + Base64.getEncoder().encodeToString(bytes) + '"');
  }

  /** One attribute from values given by a caller. */
  static String attribute(VR vr, Object... values) {
    if (vr.kind() == VR.Kind.BINARY) {
      throw new IllegalArgumentException("no values of VR " + vr);
    }
    return object(vr, array(Arrays.stream(values).map(value -> given(vr, value)).toList()));
  }

  private static String given(VR vr, Object value) {
    if (value == null) {
      return "null";
    }
    if (vr == VR.SQ) {
      if (value instanceof JsonDataSet item) {
        return item.toJson();
      }
      throw new IllegalArgumentException("an item is a data set");
    }
    if (value instanceof String || value instanceof Number) {
      return value(vr, value.toString());
    }
    throw new IllegalArgumentException("a value is a string or a number");
  }

  private static String object(VR vr, Optional<String> content) {
    return "{\"vr\":\"" + vr + '"' + content.map(c -> "," + c).orElse("") + '}';
  }

  private static Optional<String> array(List<String> values) {
    return values.isEmpty() || values.equals(List.of("null"))
        ? Optional.empty()
        : Optional.of("\"Value\":[" + String.join(",", values) + ']');
  }

  private static String value(VR vr, String value) {
    if (value.isEmpty()) {
      return "null";
    }
    return switch (vr) {
      case PN -> personName(value);
      case DS, FD, FL, IS, SL, SS, SV, UL, US, UV -> number(value);
      default -> quote(value);
    };
  }

  /** A number where JSON has it exactly, else the text as it came (PS3.18 Table F.2.3-1). */
  private static String number(String value) {
    String trimmed = value.trim();
    if (trimmed.length() > 64 || !DECIMAL.matcher(trimmed).matches()) {
      return quote(nonFinite(trimmed));
    }
    BigDecimal number = new BigDecimal(trimmed);
    boolean integer = number.scale() <= 0;
    return integer && number.abs().compareTo(LARGEST_EXACT) > 0 && number.scale() == 0
        ? quote(trimmed)
        : number.toString();
  }

  private static String nonFinite(String value) {
    return switch (value) {
      case "Infinity" -> "inf";
      case "-Infinity" -> "-inf";
      default -> value;
    };
  }

  private static String personName(String value) {
    String[] groups = value.split("=", -1);
    StringJoiner name = new StringJoiner(",", "{", "}");
    for (int i = 0; i < Math.min(groups.length, PERSON_NAME_GROUPS.length); i++) {
      if (!groups[i].isEmpty()) {
        name.add('"' + PERSON_NAME_GROUPS[i] + "\":" + quote(groups[i]));
      }
    }
    return name.length() == 2 ? "null" : name.toString();
  }

  /** A JSON string (RFC 8259 7). */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7F || isLoneSurrogate(text, i)) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
