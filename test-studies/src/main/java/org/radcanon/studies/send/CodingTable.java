package org.radcanon.studies.send;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The studies as the server now tells of them: description and code by QIDO-RS, the basis by
 * radcanon's own resource. A server that has one of them not leaves a dash.
 */
final class CodingTable {

  private static final String STUDY_DESCRIPTION = "00081030";
  private static final String PROCEDURE_CODE_SEQUENCE = "00081032";
  private static final List<String> CODE_VALUES = List.of("00080100", "00080119", "00080120");
  private static final String CODING_SCHEME_DESIGNATOR = "00080102";
  private static final String CODE_MEANING = "00080104";
  private static final String NONE = "-";

  private final StowClient client;
  private final Endpoint endpoint;

  CodingTable(StowClient client, Endpoint endpoint) {
    this.client = client;
    this.endpoint = endpoint;
  }

  List<String> lines(List<String> studyUids) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("study", "description", "code written", "basis"));
    studyUids.forEach(uid -> rows.add(row(uid)));
    return aligned(rows);
  }

  private List<String> row(String uid) {
    Optional<JsonObject> study =
        client
            .json(endpoint.search(uid), "application/dicom+json")
            .filter(JsonArray.class::isInstance)
            .map(JsonValue::asJsonArray)
            .filter(array -> !array.isEmpty() && array.get(0) instanceof JsonObject)
            .map(array -> array.getJsonObject(0));
    return List.of(
        uid,
        study.flatMap(found -> DicomJson.text(found, STUDY_DESCRIPTION)).orElse(NONE),
        study.map(CodingTable::code).orElse(NONE),
        basis(uid));
  }

  /** The first item; further ones as a number. */
  private static String code(JsonObject study) {
    List<JsonObject> items = DicomJson.items(study, PROCEDURE_CODE_SEQUENCE);
    if (items.isEmpty()) {
      return NONE;
    }
    JsonObject item = items.get(0);
    String value =
        CODE_VALUES.stream()
            .flatMap(tag -> DicomJson.text(item, tag).stream())
            .findFirst()
            .orElse("?");
    return value
        + " "
        + DicomJson.text(item, CODING_SCHEME_DESIGNATOR).orElse("?")
        + DicomJson.text(item, CODE_MEANING).map(meaning -> " " + meaning).orElse("")
        + (items.size() > 1 ? " (+" + (items.size() - 1) + ")" : "");
  }

  private String basis(String uid) {
    return client
        .json(endpoint.coding(uid), "application/json")
        .filter(JsonObject.class::isInstance)
        .map(value -> value.asJsonObject().getString("basis", NONE))
        .map(basis -> basis.toLowerCase(Locale.ROOT).replace('_', ' '))
        .orElse(NONE);
  }

  private static List<String> aligned(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return rows.stream()
        .map(
            row -> {
              StringBuilder line = new StringBuilder();
              for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                line.append(cell).append(" ".repeat(widths[i] - width(cell) + 2));
              }
              return line.toString().stripTrailing();
            })
        .toList();
  }

  /** Columns on a terminal: East Asian characters take two. */
  private static int width(String text) {
    return text.codePoints()
        .map(c -> c >= 0x1100 && Character.isIdeographic(c) || fullWidth(c) ? 2 : 1)
        .sum();
  }

  private static boolean fullWidth(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x3000 && c <= 0x30FF
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xFF00 && c <= 0xFF60;
  }
}
