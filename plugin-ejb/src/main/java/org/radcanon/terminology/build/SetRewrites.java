package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * Combinations of values that one scheme writes in other words than the rest: where all of {@code
 * present} are in a set, {@code instead} takes their place, in the order of the table.
 */
final class SetRewrites {

  private final List<Line> lines = new ArrayList<>();

  private record Line(Set<String> present, List<String> instead) {}

  private SetRewrites() {}

  static SetRewrites read(TableFolder folder, String name, Vocabulary vocabulary, Faults faults) {
    SetRewrites rewrites = new SetRewrites();
    Set<String> columns = Set.of("present", "instead", "reason");
    for (Row row : Table.read(folder, name, columns, faults)) {
      Stream.concat(row.words("present").stream(), row.words("instead").stream())
          .filter(value -> vocabulary.home(value).isEmpty())
          .forEach(
              value -> faults.add(row, "value " + value + " has no home in " + Vocabulary.FILE));
      if (row.get("present").isEmpty() || row.get("reason").isEmpty()) {
        faults.add(row, "a line needs values that are present, and a reason");
      } else {
        rewrites.lines.add(new Line(Set.copyOf(row.words("present")), row.words("instead")));
      }
    }
    return rewrites;
  }

  Set<String> apply(Collection<String> values) {
    Set<String> set = new LinkedHashSet<>(values);
    for (Line line : lines) {
      if (set.containsAll(line.present())) {
        set.removeAll(line.present());
        set.addAll(line.instead());
      }
    }
    return set;
  }
}
