package org.radcanon.terminology.map;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;

/** {@code concepts.csv}: every concept that ever was, in the order of the table. */
final class ConceptTable {

  private final MapFolder tables;
  private final Vocabulary vocabulary;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  /**
   * A concept, without the codes of the schemes.
   *
   * @param meaning that of its own code
   * @param replacedBy of a retired one
   */
  record Line(
      String name,
      String meaning,
      boolean retired,
      Optional<String> replacedBy,
      Map<Attribute, SortedSet<String>> attributes) {}

  ConceptTable(MapFolder tables, Vocabulary vocabulary) {
    this.tables = tables;
    this.vocabulary = vocabulary;
    Table table =
        tables.read(
            "concepts.csv", "concept", "status", "replaced_by", "name", "meaning", "values");
    table.forEach(this::add);
    for (Row row : table) {
      row.find("replaced_by")
          .filter(by -> !has(by) || !row.get("status").equals("retired"))
          .ifPresent(by -> tables.faults().add(row, "replaced_by " + by + " cannot be"));
    }
  }

  private void add(Row row) {
    if (!tables.fitsCode(row, "concept")) {
      return;
    }
    Line line =
        new Line(
            row.get("name"),
            row.get("meaning"),
            row.get("status").equals("retired"),
            row.find("replaced_by"),
            attributes(row));
    if (lines.putIfAbsent(row.get("concept"), line) != null) {
      tables.faults().add(row, "concept " + row.get("concept") + " stands twice");
    }
  }

  private Map<Attribute, SortedSet<String>> attributes(Row row) {
    Map<Attribute, SortedSet<String>> attributes = new EnumMap<>(Attribute.class);
    for (String id : row.words("values")) {
      Optional<AttributeValue> value = vocabulary.find(id);
      Optional<Attribute> home = value.flatMap(AttributeValue::attribute);
      if (home.isPresent()) {
        attributes.computeIfAbsent(home.get(), a -> new TreeSet<>()).add(value.get().id());
      } else {
        tables.faults().add(row, "value " + id + " has no home attribute in " + Vocabulary.FILE);
      }
    }
    attributes.replaceAll((a, set) -> Collections.unmodifiableSortedSet(set));
    return Collections.unmodifiableMap(attributes);
  }

  boolean has(String concept) {
    return lines.containsKey(concept);
  }

  /** By the concept's code. */
  Map<String, Line> lines() {
    return Collections.unmodifiableMap(lines);
  }
}
