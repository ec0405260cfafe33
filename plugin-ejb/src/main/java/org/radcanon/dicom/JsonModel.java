package org.radcanon.dicom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.radcanon.dicom.DicomException.Reason;
import org.radcanon.dicom.JsonReader.JsonNumber;

/** From plain JSON to the DICOM JSON model (PS3.18 F.2), checked. */
final class JsonModel {

  private static final Pattern TAG = Pattern.compile("[0-9A-Fa-f]{8}");
  private static final Set<String> CONTENTS = Set.of("Value", "InlineBinary", "BulkDataURI");
  private static final Set<String> NAME_GROUPS = Set.of("Alphabetic", "Ideographic", "Phonetic");

  private JsonModel() {}

  static JsonAttributes attributes(Map<String, Object> object) {
    SortedMap<String, String> attributes = new TreeMap<>();
    object.forEach(
        (tag, value) -> {
          if (!TAG.matcher(tag).matches()) {
            throw wrong("'%s' is no tag".formatted(tag));
          }
          String upper = tag.toUpperCase(Locale.ROOT);
          if (attributes.put(upper, attribute(upper, asObject(value))) != null) {
            throw wrong("%s stands twice".formatted(upper));
          }
        });
    return new JsonAttributes(attributes);
  }

  /** The objects of an array, or the one that stands alone. */
  static List<JsonDataSet> all(Object value) {
    List<?> objects = value instanceof List<?> array ? array : List.of(value);
    return objects.stream().<JsonDataSet>map(object -> attributes(asObject(object))).toList();
  }

  static List<String> strings(List<?> values) {
    return values.stream()
        .filter(v -> v instanceof String || v instanceof JsonNumber)
        .map(v -> v instanceof JsonNumber number ? number.text() : (String) v)
        .toList();
  }

  static List<JsonDataSet> items(List<?> values) {
    return values.stream()
        .filter(Map.class::isInstance)
        .<JsonDataSet>map(v -> attributes(asObject(v)))
        .toList();
  }

  private static String attribute(String tag, Map<String, Object> attribute) {
    VR vr =
        VR.of(attribute.get("vr") instanceof String name ? name : "")
            .orElseThrow(() -> wrong(tag + " has no VR"));
    if (attribute.size() > 2) {
      throw wrong(tag + " has more than one content");
    }
    String json = "{\"vr\":\"" + vr + '"';
    for (Map.Entry<String, Object> entry : attribute.entrySet()) {
      if (!entry.getKey().equals("vr")) {
        json += content(tag, vr, entry.getKey(), entry.getValue());
      }
    }
    return json + '}';
  }

  private static String content(String tag, VR vr, String name, Object content) {
    if (!CONTENTS.contains(name)) {
      throw wrong("%s has an unknown content".formatted(tag));
    }
    if (!name.equals("Value")) {
      if (content instanceof String text) {
        return ",\"" + name + "\":" + JsonWriter.quote(text);
      }
      throw wrong("%s of %s is no string".formatted(name, tag));
    }
    if (!(content instanceof List<?> values)) {
      throw wrong("Value of %s is no array".formatted(tag));
    }
    if (values.isEmpty()) {
      return "";
    }
    StringBuilder json = new StringBuilder(",\"Value\":[");
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ",").append(value(tag, vr, values.get(i)));
    }
    return json.append(']').toString();
  }

  private static String value(String tag, VR vr, Object value) {
    if (value == JsonReader.NULL) {
      return "null";
    }
    if (vr == VR.SQ) {
      return attributes(asObject(value)).toJson();
    }
    if (vr == VR.PN) {
      return personName(tag, asObject(value));
    }
    if (value instanceof String text) {
      return JsonWriter.quote(text);
    }
    if (value instanceof JsonNumber number) {
      return number.text();
    }
    throw wrong("a value of %s is neither string nor number".formatted(tag));
  }

  private static String personName(String tag, Map<String, Object> groups) {
    StringBuilder json = new StringBuilder("{");
    groups.forEach(
        (group, text) -> {
          if (!NAME_GROUPS.contains(group) || !(text instanceof String)) {
            throw wrong("a value of %s is no person name".formatted(tag));
          }
          json.append(json.length() == 1 ? "" : ",");
          json.append('"').append(group).append("\":").append(JsonWriter.quote((String) text));
        });
    return json.append('}').toString();
  }

  @SuppressWarnings("unchecked") // the reader makes no other maps
  private static Map<String, Object> asObject(Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw wrong("an object is expected");
  }

  private static DicomException wrong(String message) {
    return new DicomException(Reason.MALFORMED, "DICOM JSON model: " + message);
  }
}
