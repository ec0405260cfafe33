package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;
import org.radcanon.terminology.text.Lexicon;

/**
 * Procedures that not every scheme tells apart from another, since what they differ in is a
 * circumstance ({@code lexicon/circumstances.csv}: trauma, a child, high resolution): with {@code
 * when} and {@code detail} in fewer schemes than without {@code detail} (and with {@code instead}).
 * Departments and curators code such a study either way, so that neither is certain; {@code first}
 * says which is tried first. Lines apply in the order of the table. Immutable once read.
 */
final class Circumstances {

  private static final String TABLE = "lexicon/circumstances.csv";
  private static final Set<String> COLUMNS = Set.of("when", "detail", "instead", "first", "reason");

  /**
   * What more schemes have.
   *
   * @param first it comes before the one with the circumstance
   */
  record Plainer(Concept concept, boolean first, String reason) {}

  /** LOINC: a detail that it has a code for is kept, it is what most hospitals code by. */
  private static final String WIDELY_CODED = "LN";

  private record Line(
      Set<String> when, Set<String> detail, Set<String> instead, boolean plain, String reason) {}

  private final CanonicalMap map;
  private final List<Line> lines;
  private final Map<Concept, Plainer> plainer = new HashMap<>();

  private Circumstances(CanonicalMap map, List<Line> lines) {
    this.map = map;
    this.lines = lines;
    for (Concept concept : map.concepts()) {
      plainer(concept).ifPresent(found -> plainer.put(concept, found));
    }
  }

  static Circumstances read(CanonicalMap map, Lexicon lexicon, TableFolder folder, Faults faults) {
    List<Line> lines =
        folder
            .read(TABLE)
            .map(bytes -> lines(Table.parse(TABLE, bytes, COLUMNS, faults), lexicon, faults))
            .orElse(List.of());
    return new Circumstances(map, lines);
  }

  private static List<Line> lines(Table table, Lexicon lexicon, Faults faults) {
    List<Line> lines = new ArrayList<>();
    for (Row row : table) {
      boolean plain = row.get("first").equals("plain");
      if (!plain && !row.get("first").equals("detail")) {
        faults.add(row, "first is neither plain nor detail");
      }
      lines.add(
          new Line(
              Set.copyOf(lexicon.symbols(row, row.get("when"), faults)),
              Set.copyOf(lexicon.symbols(row, row.get("detail"), faults)),
              Set.copyOf(lexicon.symbols(row, row.get("instead"), faults)),
              plain,
              row.get("reason")));
    }
    return lines;
  }

  private Optional<Plainer> plainer(Concept concept) {
    Set<String> values = concept.values();
    for (Line line : lines) {
      Optional<Concept> found =
          without(values, line).flatMap(map::withValues).filter(plain -> inMore(plain, concept));
      if (found.isPresent()) {
        return found.map(plain -> new Plainer(plain, line.plain(), line.reason()));
      }
    }
    return Optional.empty();
  }

  private Optional<Set<String>> without(Set<String> values, Line line) {
    if (!values.containsAll(line.when()) || !values.containsAll(line.detail())) {
      return Optional.empty();
    }
    Set<String> plain = new HashSet<>(values);
    plain.removeAll(line.detail());
    if (line.instead().stream().anyMatch(added -> stands(added, plain))) {
      return Optional.empty();
    }
    plain.addAll(line.instead());
    return Optional.of(plain);
  }

  /** Whether the attribute of what is put in has a value already. */
  private boolean stands(String added, Set<String> values) {
    Optional<Attribute> attribute = map.value(added).flatMap(AttributeValue::attribute);
    return values.stream()
        .map(value -> map.value(value).flatMap(AttributeValue::attribute))
        .anyMatch(other -> other.isPresent() && other.equals(attribute));
  }

  /**
   * The procedure that is left of values that none has exactly, when as many circumstances as it
   * takes are left out.
   */
  Optional<Plainer> leftOf(Set<String> values) {
    Set<String> rest = values;
    for (Line line : lines) {
      Optional<Set<String>> plain =
          line.detail().isEmpty() || !line.plain() ? Optional.empty() : without(rest, line);
      if (plain.isPresent()) {
        rest = plain.get();
        Optional<Concept> found = map.withValues(rest);
        if (found.isPresent()) {
          return found.map(concept -> new Plainer(concept, true, line.reason()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean inMore(Concept plain, Concept concept) {
    return !concept.codes().containsKey(WIDELY_CODED)
        && (plain.codes().containsKey(WIDELY_CODED) || schemes(plain) > schemes(concept))
        && ConceptChoice.placed(plain);
  }

  private static long schemes(Concept concept) {
    return concept.codes().keySet().stream()
        .filter(scheme -> !scheme.equals(CanonicalMap.CONCEPT_SCHEME))
        .count();
  }

  /** What more schemes have, where this one is told apart from it by a circumstance. */
  Optional<Plainer> of(Concept concept) {
    return Optional.ofNullable(plainer.get(concept));
  }
}
