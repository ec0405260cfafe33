package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;
import org.radcanon.terminology.text.Lexicon;
import org.radcanon.terminology.text.Marks;

/**
 * What a department means by what it says ({@code lexicon/policies.csv}, before it those of Chinese
 * departments, {@code lexicon/policies-zh.csv}): where all values of {@code when} are said and none
 * of {@code unless}, those of {@code add} are meant as well and those of {@code remove} are not.
 * Lines apply in the order of the table. The name of an attribute stands for any value of it.
 */
final class Policies {

  private static final String TABLE = "lexicon/policies.csv";
  private static final String CHINESE = "lexicon/policies-zh.csv";

  private final CanonicalMap map;
  private final List<Policy> policies = new ArrayList<>();

  private record Policy(
      List<String> when,
      List<String> unless,
      List<String> add,
      List<String> remove,
      String reason,
      double confidence) {

    /** Changes nothing, but says why such a text is less certain than it reads. */
    boolean doubt() {
      return add.isEmpty() && remove.isEmpty();
    }

    boolean applies(Set<String> said) {
      return said.containsAll(when) && Collections.disjoint(unless, said);
    }
  }

  /**
   * What policies make of a reading.
   *
   * @param values value ids only
   * @param reasons of the lines that changed something
   * @param confidence of the least certain of them, at most 1
   */
  record Applied(Set<String> values, List<String> reasons, double confidence) {}

  private Policies(CanonicalMap map) {
    this.map = map;
  }

  static Policies read(CanonicalMap map, Lexicon lexicon, TableFolder folder, Faults faults) {
    Policies policies = new Policies(map);
    Set<String> columns = Set.of("when", "unless", "add", "remove", "reason", "confidence");
    folder
        .read(CHINESE)
        .map(bytes -> Table.parse(CHINESE, bytes, columns, faults))
        .ifPresent(table -> policies.read(table, lexicon, faults));
    policies.read(Table.read(folder, TABLE, columns, faults), lexicon, faults);
    return policies;
  }

  private void read(Table table, Lexicon lexicon, Faults faults) {
    for (Row row : table) {
      policies.add(
          new Policy(
              symbols(row, "when", lexicon, faults),
              symbols(row, "unless", lexicon, faults),
              symbols(row, "add", lexicon, faults),
              symbols(row, "remove", lexicon, faults),
              row.get("reason"),
              confidence(row, faults)));
    }
  }

  private static List<String> symbols(Row row, String column, Lexicon lexicon, Faults faults) {
    List<String> symbols = new ArrayList<>();
    for (String part : row.get(column).split(";")) {
      if (isAttribute(part.strip())) {
        symbols.add(part.strip());
      } else {
        symbols.addAll(lexicon.symbols(row, part, faults));
      }
    }
    return List.copyOf(symbols);
  }

  private static boolean isAttribute(String name) {
    for (Attribute attribute : Attribute.values()) {
      if (attribute.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static double confidence(Row row, Faults faults) {
    try {
      double value = Double.parseDouble(row.get("confidence"));
      if (value > 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      faults.add(row, "confidence is not a number");
      return 1;
    }
    faults.add(row, "confidence is not between 0 and 1");
    return 1;
  }

  /** Applies the lines to what a text says, its modality included. */
  Applied apply(Collection<String> symbols) {
    Set<String> said = new HashSet<>(symbols);
    List<String> reasons = new ArrayList<>(2);
    double confidence = 1;
    Set<String> all = withAttributes(said);
    for (Policy policy : policies) {
      if (policy.applies(all) && (policy.doubt() || change(said, policy))) {
        all = withAttributes(said);
        confidence = Math.min(confidence, policy.confidence());
        reasons.add(policy.reason());
      }
    }
    Set<String> values = said.stream().filter(s -> !Marks.isMark(s)).collect(Collectors.toSet());
    return new Applied(values, reasons, confidence);
  }

  private boolean change(Set<String> said, Policy policy) {
    boolean changed = false;
    for (String symbol : policy.remove()) {
      changed |= said.removeIf(s -> s.equals(symbol) || attribute(s).equals(symbol));
    }
    return said.addAll(policy.add()) || changed;
  }

  /** The name of the attribute of a value, which stands for any value of it; a mark for itself. */
  private String attribute(String symbol) {
    return map.value(symbol).flatMap(AttributeValue::attribute).map(Attribute::name).orElse(symbol);
  }

  private Set<String> withAttributes(Set<String> said) {
    Set<String> all = new HashSet<>(said);
    said.forEach(symbol -> all.add(attribute(symbol)));
    return all;
  }
}
