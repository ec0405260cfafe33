package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * What a scheme's own table gets wrong, code by code: values to {@code add} and to {@code remove},
 * each with its reason.
 */
final class Corrections {

  private static final String ADD = "add";
  private static final Set<String> ACTIONS = Set.of(ADD, "remove");

  private final String valueColumn;
  private final Map<String, List<Row>> byCode = new HashMap<>();

  private Corrections(String valueColumn) {
    this.valueColumn = valueColumn;
  }

  static Corrections read(
      TableFolder folder,
      String name,
      String codeColumn,
      String valueColumn,
      Vocabulary vocabulary,
      Faults faults) {
    Corrections corrections = new Corrections(valueColumn);
    Set<String> columns = Set.of(codeColumn, "action", valueColumn, "reason");
    for (Row row : Table.read(folder, name, columns, faults)) {
      if (!ACTIONS.contains(row.get("action"))) {
        faults.add(row, "action is neither add nor remove");
      } else if (vocabulary.home(row.get(valueColumn)).isEmpty()) {
        faults.add(row, "unknown value " + row.get(valueColumn));
      } else {
        corrections.byCode.computeIfAbsent(row.get(codeColumn), code -> new ArrayList<>()).add(row);
      }
    }
    return corrections;
  }

  /** Lines for codes that the scheme does not have are faults. */
  void refuseOthersThan(Set<String> codes, String reason, Faults faults) {
    byCode.forEach(
        (code, rows) -> {
          if (!codes.contains(code)) {
            rows.forEach(row -> faults.add(row, reason));
          }
        });
  }

  void apply(String code, Set<String> values) {
    for (Row row : rows(code)) {
      if (row.get("action").equals(ADD)) {
        values.add(row.get(valueColumn));
      } else {
        values.remove(row.get(valueColumn));
      }
    }
  }

  /** The values that a code was given, or lost. */
  Stream<String> values(String code) {
    return rows(code).stream().map(row -> row.get(valueColumn));
  }

  private List<Row> rows(String code) {
    return byCode.getOrDefault(code, List.of());
  }
}
