package org.radcanon.terminology.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.resolve.Accuracy.Outcome;
import org.radcanon.terminology.resolve.NamedStudies.Named;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * Names that were given codes for this project by people who did not see the lexicon ({@code
 * labelled-by-us.csv}): some were looked at while the lexicon was written, others never were.
 */
final class OwnLabels {

  private static final Set<String> COLUMNS =
      Set.of("set", "seen", "text", "modality", "scheme", "code", "name", "also_right");

  /**
   * A name with its code.
   *
   * @param right the concepts of the code and of those that say the same or are as defensible;
   *     empty where nothing may be written
   */
  record Labelled(Named study, Set<Concept> right) {}

  /** What became of the names of one set. */
  static final class Count {
    int names;
    int right;
    int written;
    int wrong;
    int not;
    int notWritten;

    void add(Labelled label, Outcome outcome) {
      if (label.right().isEmpty()) {
        not++;
        notWritten += outcome.written() ? 0 : 1;
        return;
      }
      boolean good = outcome.first().filter(label.right()::contains).isPresent();
      names++;
      right += good ? 1 : 0;
      written += outcome.written() ? 1 : 0;
      wrong += outcome.written() && !good ? 1 : 0;
    }

    double rightShare() {
      return 100.0 * right / names;
    }

    double wrongShare() {
      return 100.0 * wrong / names;
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "%d | %.1f %% | %.1f %% | %.1f %% | %d of %d",
          names,
          rightShare(),
          100.0 * written / names,
          wrongShare(),
          notWritten,
          not);
    }
  }

  /** The sets in the order of the table; those not looked at carry it in their name. */
  static Map<String, Count> count(TableFolder folder, CanonicalMap map, Accuracy accuracy) {
    Map<String, Count> counts = new LinkedHashMap<>();
    Faults faults = new Faults();
    for (Row row : Table.read(folder, "labelled-by-us.csv", COLUMNS, faults)) {
      Optional<Labelled> label = label(row, map);
      String set = row.get("set") + (row.get("seen").equals("Y") ? " | yes" : " | no");
      label.ifPresent(
          l -> counts.computeIfAbsent(set, s -> new Count()).add(l, accuracy.outcome(l.study())));
    }
    faults.refuseIfAny();
    return counts;
  }

  /** Empty where the map does not have the code: then nobody can be right. */
  private static Optional<Labelled> label(Row row, CanonicalMap map) {
    String code = row.get("code");
    List<String> codes = new ArrayList<>();
    if (!code.isEmpty()) {
      codes.add(code);
      Arrays.stream(row.get("also_right").split(" ")).filter(c -> !c.isEmpty()).forEach(codes::add);
    }
    Set<Concept> right = new HashSet<>();
    codes.forEach(c -> map.byCode(row.get("scheme"), c).ifPresent(right::add));
    Optional<Concept> expected = map.byCode(row.get("scheme"), code);
    return code.isEmpty() || expected.isPresent()
        ? Optional.of(
            new Labelled(
                new Named(row.get("text"), row.get("modality"), code, expected, row.get("name"), 1),
                right))
        : Optional.empty();
  }

  private OwnLabels() {}
}
