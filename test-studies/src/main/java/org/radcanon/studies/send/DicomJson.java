package org.radcanon.studies.send;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Values out of the DICOM JSON model (PS3.18 Annex F.2); what is not there is empty. */
final class DicomJson {

  private DicomJson() {}

  static List<JsonObject> items(JsonObject dataSet, String tag) {
    return values(dataSet, tag).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .toList();
  }

  static Optional<String> text(JsonObject dataSet, String tag) {
    return values(dataSet, tag).stream()
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString().strip())
        .findFirst();
  }

  static Optional<Integer> number(JsonObject dataSet, String tag) {
    return values(dataSet, tag).stream()
        .filter(JsonNumber.class::isInstance)
        .map(value -> ((JsonNumber) value).intValue())
        .findFirst();
  }

  private static List<JsonValue> values(JsonObject dataSet, String tag) {
    return dataSet.get(tag) instanceof JsonObject element
            && element.get("Value") instanceof JsonArray array
        ? array
        : List.of();
  }
}
