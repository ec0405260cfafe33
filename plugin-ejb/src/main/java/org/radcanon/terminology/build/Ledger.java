package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;

/**
 * Which concept code was given to which attribute set. A code is given once; it is never given to
 * another set and never renumbered. A set that no scheme has any more retires its code; should the
 * set come back, so does the code.
 */
final class Ledger {

  static final String FILE = "ledger.csv";
  private static final Set<String> COLUMNS = Set.of("concept", "status", "values");

  private final Map<Set<String>, String> codes = new HashMap<>();
  private final Map<String, Entry> entries = new TreeMap<>();
  private final Set<String> inUse = new TreeSet<>();
  private int last;

  private record Entry(Set<String> values) {}

  /** Reads a ledger; an absent one is empty. */
  static Ledger parse(byte[] bytes, Faults faults) {
    Ledger ledger = new Ledger();
    for (Row row : Table.parse(FILE, bytes, COLUMNS, faults)) {
      ledger.read(row, faults);
    }
    return ledger;
  }

  static Ledger empty() {
    return new Ledger();
  }

  private void read(Row row, Faults faults) {
    String code = row.get("concept");
    Set<String> values = new TreeSet<>(row.words("values"));
    if (!ConceptCodes.valid(code)) {
      faults.add(row, code + " is no concept code (check digit?)");
    } else if (!Set.of("active", "retired").contains(row.get("status"))) {
      faults.add(row, "status is neither active nor retired");
    } else if (entries.containsKey(code)) {
      faults.add(row, "concept " + code + " stands twice");
    } else if (codes.containsKey(values)) {
      faults.add(row, "the same values have concept " + codes.get(values));
    } else {
      enter(code, values);
    }
  }

  private void enter(String code, Set<String> values) {
    codes.put(values, code);
    entries.put(code, new Entry(values));
    last = Math.max(last, ConceptCodes.serial(code));
  }

  /** The code of an attribute set: the one given before, else the next free one. */
  String codeFor(Set<String> values) {
    Set<String> key = new TreeSet<>(values);
    String code = codes.get(key);
    if (code == null) {
      code = ConceptCodes.of(last + 1);
      enter(code, key);
    }
    inUse.add(code);
    return code;
  }

  /** The attribute sets of codes that {@link #codeFor} was not asked for, by code. */
  Map<String, Set<String>> retired() {
    Map<String, Set<String>> retired = new TreeMap<>();
    entries.forEach(
        (code, entry) -> {
          if (!inUse.contains(code)) {
            retired.put(code, entry.values());
          }
        });
    return retired;
  }

  /** Every value of every set, retired ones included. */
  Set<String> values() {
    Set<String> values = new TreeSet<>();
    entries.values().forEach(entry -> values.addAll(entry.values()));
    return values;
  }

  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    entries.forEach(
        (code, entry) ->
            rows.add(
                List.of(
                    code,
                    inUse.contains(code) ? "active" : "retired",
                    String.join(" ", entry.values()))));
    return rows;
  }
}
