package org.radcanon.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Attributes by tag (upper-case hexadecimal, which sorts as tags do), each as the JSON of its
 * object.
 */
record JsonAttributes(SortedMap<String, String> attributes) implements JsonDataSet {

  static final JsonAttributes EMPTY = new JsonAttributes(new TreeMap<>());

  JsonAttributes {
    attributes = Collections.unmodifiableSortedMap(attributes);
  }

  static JsonAttributes of(DataSet dataSet, IntPredicate wanted, BulkDataUri bulkDataUri) {
    return new JsonWriter(bulkDataUri).attributes(dataSet, wanted, "");
  }

  static JsonAttributes parse(String json) {
    return JsonModel.attributes(new JsonReader(json).object());
  }

  static List<JsonDataSet> parseAll(String json) {
    return JsonModel.all(new JsonReader(json).value());
  }

  @Override
  public List<String> strings(int tag) {
    return JsonModel.strings(values(tag));
  }

  @Override
  public List<JsonDataSet> items(int tag) {
    return JsonModel.items(values(tag));
  }

  private List<?> values(int tag) {
    String attribute = attributes.get(Tag.toHex(tag));
    return attribute != null
            && new JsonReader(attribute).object().get("Value") instanceof List<?> values
        ? values
        : List.of();
  }

  @Override
  public JsonDataSet with(int tag, VR vr, Object... values) {
    SortedMap<String, String> changed = new TreeMap<>(attributes);
    changed.put(Tag.toHex(tag), JsonWriter.attribute(vr, values));
    return new JsonAttributes(changed);
  }

  @Override
  public JsonDataSet with(JsonDataSet other) {
    SortedMap<String, String> changed = new TreeMap<>(attributes);
    changed.putAll(((JsonAttributes) other).attributes);
    return new JsonAttributes(changed);
  }

  @Override
  public JsonDataSet only(IntPredicate wanted) {
    SortedMap<String, String> changed = new TreeMap<>(attributes);
    changed.keySet().removeIf(tag -> !wanted.test(Integer.parseUnsignedInt(tag, 16)));
    return new JsonAttributes(changed);
  }

  @Override
  public boolean isEmpty() {
    return attributes.isEmpty();
  }

  @Override
  public String toJson() {
    try {
      StringBuilder json = new StringBuilder();
      writeTo(json);
      return json.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void writeTo(Appendable out) throws IOException {
    char separator = '{';
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      out.append(separator).append('"').append(attribute.getKey()).append("\":");
      out.append(attribute.getValue());
      separator = ',';
    }
    out.append(attributes.isEmpty() ? "{}" : "}");
  }

  @Override
  public String toString() {
    return toJson();
  }
}
