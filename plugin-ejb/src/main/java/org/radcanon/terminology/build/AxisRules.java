package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * What the words on a scheme's axes mean together: a table whose condition columns hold nothing
 * (any word), a word, or several separated by semicolons. Of the lines that a code meets the one
 * with the most conditions says the values; {@code ?} says that they are not known.
 */
final class AxisRules {

  private static final String VALUES = "values";
  private static final String UNKNOWN = "?";

  private final List<Rule> rules = new ArrayList<>();
  private final Faults faults;

  private record Rule(Row row, Map<String, Set<String>> conditions, Meaning meaning) {

    boolean meets(Map<String, Set<String>> code) {
      return conditions.entrySet().stream()
          .allMatch(c -> code.get(c.getKey()).stream().anyMatch(c.getValue()::contains));
    }
  }

  /**
   * @param known whether the values are the whole meaning
   */
  record Meaning(boolean known, List<String> values) {

    static Meaning of(Row row, Vocabulary vocabulary, Faults faults) {
      if (row.get(VALUES).equals(UNKNOWN)) {
        return new Meaning(false, List.of());
      }
      for (String value : row.words(VALUES)) {
        if (vocabulary.home(value).isEmpty()) {
          faults.add(row, "value " + value + " has no home in " + Vocabulary.FILE);
        }
      }
      return new Meaning(true, row.words(VALUES));
    }
  }

  private AxisRules(Faults faults) {
    this.faults = faults;
  }

  static AxisRules read(
      TableFolder folder,
      String name,
      Set<String> conditions,
      Vocabulary vocabulary,
      Faults faults) {
    AxisRules rules = new AxisRules(faults);
    Set<String> columns = new HashSet<>(conditions);
    columns.add(VALUES);
    for (Row row : Table.read(folder, name, columns, faults)) {
      Map<String, Set<String>> met =
          conditions.stream()
              .filter(condition -> !row.get(condition).isEmpty())
              .collect(Collectors.toMap(c -> c, c -> words(row.get(c))));
      rules.rules.add(new Rule(row, met, Meaning.of(row, vocabulary, faults)));
    }
    return rules;
  }

  private static Set<String> words(String cell) {
    return Arrays.stream(cell.split(";")).map(String::strip).collect(Collectors.toSet());
  }

  /**
   * @param code the words of a code by condition column
   * @return empty when no line is about such codes
   */
  Optional<Meaning> of(Map<String, Set<String>> code) {
    List<Rule> met = rules.stream().filter(rule -> rule.meets(code)).toList();
    int most = met.stream().mapToInt(rule -> rule.conditions().size()).max().orElse(0);
    List<Rule> best = met.stream().filter(rule -> rule.conditions().size() == most).toList();
    if (best.size() > 1) {
      long other = best.get(0).row().line();
      faults.add(best.get(1).row(), "and line " + other + " are about the same codes");
    }
    return best.stream().findFirst().map(Rule::meaning);
  }
}
