package org.radcanon.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * What two builds of a map are compared by.
 *
 * @param concepts name by concept in force
 * @param codes concept by scheme and code
 */
record BuiltTables(Map<String, String> concepts, Map<String, String> codes) {

  private static final int SHOWN = 20;

  /** The tables of a directory as they are; empty where there are none, or they cannot be read. */
  static BuiltTables of(Path directory) {
    TableFolder folder = TableFolder.of(directory);
    Map<String, String> concepts = new TreeMap<>();
    for (Row row : rows(folder, "concepts.csv", "concept", "status", "name")) {
      if (row.get("status").equals("active")) {
        concepts.put(row.get("concept"), row.get("name"));
      }
    }
    Map<String, String> codes = new TreeMap<>();
    for (Row row : rows(folder, "codes.csv", "scheme", "code", "concept")) {
      codes.put(row.get("scheme") + " " + row.get("code"), row.get("concept"));
    }
    return new BuiltTables(concepts, codes);
  }

  private static Iterable<Row> rows(TableFolder folder, String name, String... columns) {
    return Table.read(folder, name, Set.of(columns), new Faults());
  }

  List<String> changesFrom(BuiltTables before) {
    List<String> lines = new ArrayList<>();
    List<String> moved = new ArrayList<>();
    codes.forEach(
        (code, concept) -> {
          String was = before.codes.getOrDefault(code, concept);
          if (!was.equals(concept)) {
            moved.add("%s: from %s to %s".formatted(code, before.named(was), named(concept)));
          }
        });
    tell("concepts added", only(concepts, before.concepts), lines);
    tell("concepts retired", only(before.concepts, concepts), lines);
    tell("codes added", only(codes, before.codes), lines);
    tell("codes without a concept now", only(before.codes, codes), lines);
    tell("codes moved to another concept", moved, lines);
    return lines.isEmpty() ? List.of("Nothing changed.") : lines;
  }

  private String named(String concept) {
    return concept + " " + concepts.getOrDefault(concept, "(retired)");
  }

  private static List<String> only(Map<String, String> some, Map<String, String> others) {
    return some.entrySet().stream()
        .filter(entry -> !others.containsKey(entry.getKey()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .toList();
  }

  private static void tell(String what, List<String> which, List<String> lines) {
    if (!which.isEmpty()) {
      lines.add(which.size() + " " + what);
      which.stream().limit(SHOWN).forEach(one -> lines.add("  " + one));
      if (which.size() > SHOWN) {
        lines.add("  and " + (which.size() - SHOWN) + " more");
      }
    }
  }
}
