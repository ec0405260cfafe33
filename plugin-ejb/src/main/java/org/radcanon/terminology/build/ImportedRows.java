package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.build.SourceProcedure.NameKind;
import org.radcanon.terminology.build.SourceProcedure.SourceName;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * Reads the rows of a table of codes: either each means what a known code means, or its attributes
 * are given, several values in a cell parted by semicolons. A bad row is a fault; a word that is no
 * value is none, but the code is then not understood.
 */
final class ImportedRows {

  private static final int CODE_MAX = 16;

  private final ValueWords words;
  private final Map<String, String> schemes = new HashMap<>();
  private final Predicate<CodeRef> known;
  private final Faults faults;

  /**
   * @param known whether a target is a code of the map
   */
  ImportedRows(TableFolder folder, Vocabulary vocabulary, Predicate<CodeRef> known, Faults faults) {
    this.words = new ValueWords(folder, vocabulary, faults);
    this.known = known;
    this.faults = faults;
    Set<String> columns = Set.of("alias", "designator");
    for (Row row : Table.read(folder, "scheme-aliases.csv", columns, faults)) {
      schemes.put(row.get("alias"), row.get("designator"));
    }
    for (Row row : Table.read(folder, "schemes.csv", Set.of("designator"), faults)) {
      schemes.put(row.get("designator"), row.get("designator"));
    }
  }

  /** The good rows in their order. */
  List<ImportedCode> read(Table table, ImportColumns columns) {
    List<ImportedCode> codes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Row row : table) {
      int before = faults.list().size();
      ImportedCode code = read(row, columns);
      if (!seen.add(code.procedure().code())) {
        faults.add(row, "code " + code.procedure().code() + " stands twice");
      }
      if (faults.list().size() == before) {
        codes.add(code);
      }
    }
    return codes;
  }

  private ImportedCode read(Row row, ImportColumns columns) {
    String code = columns.cell(row, ImportColumns.CODE).orElse("");
    if (code.isEmpty() || code.length() > CODE_MAX || !code.matches("[^\\\\\\p{Cntrl}]+")) {
      faults.add(row, "code is empty, longer than 16 characters, or no plain text");
    }
    Set<String> terms = new LinkedHashSet<>();
    Set<String> values = values(row, columns, terms);
    Optional<CodeRef> target = columns.target(row).flatMap(ref -> target(row, ref));
    if (target.isPresent() && !(values.isEmpty() && terms.isEmpty())) {
      faults.add(row, "a target and attributes: either the one or the others");
    } else if (target.isEmpty() && values.isEmpty() && terms.isEmpty()) {
      terms.add("no attributes given");
    }
    SourceProcedure procedure =
        new SourceProcedure(code, rank(row, columns), List.copyOf(values), names(row, columns));
    return new ImportedCode(procedure, target, List.copyOf(terms), columns.cells(row, target));
  }

  private Set<String> values(Row row, ImportColumns columns, Set<String> terms) {
    Set<String> values = new LinkedHashSet<>();
    for (Attribute attribute : Attribute.values()) {
      String cell = columns.cell(row, ImportColumns.name(attribute)).orElse("");
      for (String word : cell.split(";")) {
        if (!word.isBlank()) {
          words
              .find(attribute, word.strip())
              .ifPresentOrElse(values::add, () -> terms.add(word.strip()));
        }
      }
    }
    return values;
  }

  private Optional<CodeRef> target(Row row, CodeRef ref) {
    String scheme = schemes.get(ref.scheme());
    if (ref.scheme().isEmpty() || ref.value().isEmpty()) {
      faults.add(row, "target_scheme and target_code stand together or not at all");
    } else if (scheme == null) {
      faults.add(row, "unknown scheme " + ref.scheme());
    } else if (!known.test(new CodeRef(scheme, ref.value()))) {
      faults.add(row, "unknown code " + ref);
    }
    return Optional.ofNullable(scheme).map(s -> new CodeRef(s, ref.value()));
  }

  private List<SourceName> names(Row row, ImportColumns columns) {
    List<SourceName> names =
        ImportColumns.NAMES.stream()
            .flatMap(column -> columns.cell(row, column).stream())
            .map(name -> name.replaceAll("\\s+", " "))
            .distinct()
            .map(name -> new SourceName(NameKind.CURATED, name))
            .toList();
    if (names.isEmpty()) {
      faults.add(row, "name is empty");
      return List.of(new SourceName(NameKind.CURATED, ""));
    }
    return names;
  }

  private Rank rank(Row row, ImportColumns columns) {
    Optional<String> given = columns.cell(row, ImportColumns.RANK);
    Optional<Rank> rank = given.flatMap(Rank::named);
    if (given.isPresent() && rank.isEmpty()) {
      faults.add(row, "rank is none of core, normal, superseded");
    }
    return rank.orElse(Rank.NORMAL);
  }
}
