package org.radcanon.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;

/**
 * The code in force in an answer's Procedure Code Sequence (0008,1032), where the header does not
 * have it: decided later, or by configuration not written. A study that was found by a code shows
 * it (PS3.18 10.6.3.3).
 */
final class CodeInForce {
  private static final String SEQUENCE = "%08X".formatted(Tags.PROCEDURE_CODE_SEQUENCE);
  private static final String VALUE = "\"Value\":[";

  /** Code Value (0008,0100) holds 16 characters (PS3.3 8.8). */
  private static final int SHORT_CODE = 16;

  private CodeInForce() {}

  /** The attributes with an item for the concept in front of those that are there. */
  static JsonDataSet over(JsonDataSet attributes, Concept concept) {
    String before = attributes.only(tag -> tag == Tags.PROCEDURE_CODE_SEQUENCE).toJson();
    int value = before.indexOf(VALUE);
    String others =
        value < 0 ? "" : before.substring(value + VALUE.length(), before.lastIndexOf(']'));
    String items = item(concept) + (others.isBlank() ? "" : "," + others);
    return attributes.with(JsonDataSet.parse("{" + sequence(SEQUENCE, items) + "}"));
  }

  /** The Playbook's code first, where it has one; the others as equivalents (PS3.3 8.9). */
  private static String item(Concept concept) {
    List<Code> codes = new ArrayList<>();
    concept.codeIn(CanonicalMap.RADLEX).ifPresent(codes::add);
    concept.codes().keySet().stream()
        .filter(scheme -> !scheme.equals(CanonicalMap.RADLEX))
        .sorted()
        .map(concept::codeIn)
        .flatMap(Optional::stream)
        .forEach(codes::add);
    concept.codeIn(CanonicalMap.CONCEPT_SCHEME).ifPresent(codes::add);
    String equivalents =
        codes.stream().skip(1).map(c -> object(elements(c))).collect(Collectors.joining(","));
    String sequence = sequence("%08X".formatted(Tags.EQUIVALENT_CODE_SEQUENCE), equivalents);
    return object(
        equivalents.isEmpty()
            ? elements(codes.get(0))
            : Stream.concat(elements(codes.get(0)), Stream.of(sequence)));
  }

  private static Stream<String> elements(Code code) {
    boolean isLong = code.value().length() > SHORT_CODE;
    return Stream.concat(
        isLong ? Stream.empty() : Stream.of(element(Tags.CODE_VALUE, "SH", code.value())),
        Stream.concat(
            Stream.of(
                element(Tags.CODING_SCHEME_DESIGNATOR, "SH", code.scheme()),
                element(Tags.CODE_MEANING, "LO", code.meaning())),
            isLong
                ? Stream.of(element(Tags.LONG_CODE_VALUE, "UC", code.value()))
                : Stream.empty()));
  }

  private static String object(Stream<String> elements) {
    return elements.collect(Collectors.joining(",", "{", "}"));
  }

  private static String sequence(String tag, String items) {
    return "\"%s\":{\"vr\":\"SQ\",%s%s]}".formatted(tag, VALUE, items);
  }

  private static String element(int tag, String vr, String value) {
    return value.isEmpty()
        ? "\"%08X\":{\"vr\":\"%s\"}".formatted(tag, vr)
        : "\"%08X\":{\"vr\":\"%s\",\"Value\":[\"%s\"]}".formatted(tag, vr, escaped(value));
  }

  private static String escaped(String value) {
    StringBuilder json = new StringBuilder();
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.toString();
  }
}
