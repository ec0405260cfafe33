package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * What Body Part Examined (0018,0015) says: table {@code body-parts.csv}, kept by hand, with every
 * defined term of PS3.16 Annex L and some that are sent in their stead.
 */
public final class BodyParts {

  public static final String FILE = "body-parts.csv";

  private static final Comparator<String> SHORTEST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final Map<String, Set<String>> values = new HashMap<>();
  private final Map<String, List<String>> terms = new HashMap<>();

  private BodyParts() {}

  /** A map may do without the table; then no term is known. */
  public static BodyParts none() {
    return new BodyParts();
  }

  /** Reads the table; what is wrong with it goes to {@code faults}. */
  public static BodyParts read(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    BodyParts parts = new BodyParts();
    Set<String> columns = Set.of("body_part_examined", "values");
    for (Row row : Table.read(folder, FILE, columns, faults)) {
      row.words("values").stream()
          .filter(value -> vocabulary.home(value).isEmpty())
          .forEach(value -> faults.add(row, "unknown value " + value));
      String term = row.get("body_part_examined");
      if (parts.values.putIfAbsent(folded(term), Set.copyOf(row.words("values"))) != null) {
        faults.add(row, "body part " + term + " stands twice");
      }
      if (row.words("values").size() == 1) {
        String value = row.words("values").get(0);
        parts.terms.computeIfAbsent(value, v -> new ArrayList<>(1)).add(term);
      }
    }
    parts.terms.replaceAll((value, terms) -> terms.stream().sorted(SHORTEST).toList());
    return parts;
  }

  /**
   * The values that a term means, case, blanks and punctuation aside: none, where it says nothing
   * that the map has a value for; empty where it is no defined term.
   */
  public Optional<Set<String>> values(String bodyPartExamined) {
    return Optional.ofNullable(values.get(folded(bodyPartExamined)));
  }

  /** The terms that mean this value and nothing else; of several the shortest first. */
  public List<String> terms(String value) {
    return terms.getOrDefault(value, List.of());
  }

  private static String folded(String term) {
    return term.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
