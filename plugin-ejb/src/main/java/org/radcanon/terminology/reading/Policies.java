package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;
import org.radcanon.terminology.text.Lexicon;

/**
 * What a department means by what it says ({@code lexicon/policies.csv}, before it those of Chinese
 * departments, {@code lexicon/policies-zh.csv}): where all values of {@code when} are said and none
 * of {@code unless}, those of {@code add} are meant as well and those of {@code remove} are not.
 * Lines apply in the order of the table. The name of an attribute stands for any value of it.
 */
final class Policies {

  private static final String TABLE = "lexicon/policies.csv";
  private static final String CHINESE = "lexicon/policies-zh.csv";

  private final Symbols symbols;
  private final List<Policy> lines = new ArrayList<>();
  private final Triggers triggers;

  /**
   * What policies make of a reading.
   *
   * @param values value ids only
   * @param reasons of the lines that changed something
   * @param confidence of the least certain of them, at most 1
   */
  record Applied(Set<String> values, List<String> reasons, double confidence) {}

  private Policies(CanonicalMap map, Lexicon lexicon, TableFolder folder, Faults faults) {
    symbols = new Symbols(map.values());
    Set<String> columns = Set.of("when", "unless", "add", "remove", "reason", "confidence");
    folder
        .read(CHINESE)
        .map(bytes -> Table.parse(CHINESE, bytes, columns, faults))
        .ifPresent(table -> read(table, lexicon, faults));
    read(Table.read(folder, TABLE, columns, faults), lexicon, faults);
    triggers = new Triggers(lines, symbols.size());
  }

  static Policies read(CanonicalMap map, Lexicon lexicon, TableFolder folder, Faults faults) {
    return new Policies(map, lexicon, folder, faults);
  }

  private void read(Table table, Lexicon lexicon, Faults faults) {
    for (Row row : table) {
      lines.add(
          new Policy(
              numbers(row, "when", lexicon, faults),
              numbers(row, "unless", lexicon, faults),
              numbers(row, "add", lexicon, faults),
              numbers(row, "remove", lexicon, faults),
              row.get("reason"),
              confidence(row, faults)));
    }
  }

  private int[] numbers(Row row, String column, Lexicon lexicon, Faults faults) {
    List<String> named = new ArrayList<>();
    for (String part : row.get(column).split(";")) {
      if (Symbols.isAttribute(part.strip())) {
        named.add(part.strip());
      } else {
        named.addAll(lexicon.symbols(row, part, faults));
      }
    }
    return named.stream().mapToInt(symbols::intern).toArray();
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
  Applied apply(Collection<String> said) {
    SaidSymbols all = new SaidSymbols(symbols, said);
    BitSet pending = triggers.of(all.bits());
    List<String> reasons = new ArrayList<>(2);
    double confidence = 1;
    for (int at = pending.nextSetBit(0); at >= 0; at = pending.nextSetBit(at + 1)) {
      Policy line = lines.get(at);
      if (line.applies(all.bits()) && (line.doubt() || all.change(line.remove(), line.add()))) {
        confidence = Math.min(confidence, line.confidence());
        reasons.add(line.reason());
        pending.or(triggers.of(all.bits()));
      }
    }
    return new Applied(all.values(), reasons, confidence);
  }
}
