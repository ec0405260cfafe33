package org.radcanon.dicom;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.dicom.JsonReader.JsonNumber;
import org.radcanon.dicom.NewItem.NewElement;

/** From the DICOM JSON model (PS3.18 F.2) to elements that can be encoded. */
final class JsonItems {

  private JsonItems() {}

  static NewItem item(JsonDataSet json) {
    return item(new JsonReader(json.toJson()).object());
  }

  private static NewItem item(Map<?, ?> attributes) {
    List<NewElement> elements = new ArrayList<>();
    attributes.forEach(
        (tag, attribute) ->
            elements.add(
                element(Integer.parseUnsignedInt((String) tag, 16), (Map<?, ?>) attribute)));
    return new NewItem(elements);
  }

  private static NewElement element(int tag, Map<?, ?> attribute) {
    VR vr = VR.valueOf((String) attribute.get("vr"));
    List<?> values = attribute.get("Value") instanceof List<?> list ? list : List.of();
    if (vr == VR.SQ) {
      return new NewItem.Items(
          tag,
          values.stream()
              .map(item -> item instanceof Map<?, ?> map ? item(map) : new NewItem(List.of()))
              .toList());
    }
    if (attribute.get("InlineBinary") instanceof String base64) {
      String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
      return new NewItem.Values(tag, vr, List.of(hex));
    }
    return new NewItem.Values(tag, vr, values.stream().map(JsonItems::text).toList());
  }

  private static String text(Object value) {
    if (value instanceof Map<?, ?> name) {
      return personName(name);
    }
    return value instanceof JsonNumber number
        ? number.text()
        : value == JsonReader.NULL ? "" : (String) value;
  }

  /** Component groups as PS3.5 6.2 writes them. */
  private static String personName(Map<?, ?> groups) {
    return Stream.of("Alphabetic", "Ideographic", "Phonetic")
        .map(group -> groups.get(group) instanceof String text ? text : "")
        .collect(Collectors.joining("="))
        .replaceFirst("=+$", "");
  }
}
