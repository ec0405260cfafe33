package org.radcanon.terminology.build;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * A scheme that came as a table: {@code sources/imported/DESIGNATOR/codes.csv}, with a line of its
 * own in {@code schemes.csv}. {@link SchemeImport} writes both.
 */
final class ImportedSource {

  private ImportedSource() {}

  static String file(String designator) {
    return "sources/imported/" + designator + "/codes.csv";
  }

  /** Every scheme of {@code schemes.csv} that has such a table. */
  static List<SchemeSource> all(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    ImportedRows rows = new ImportedRows(folder, vocabulary, target -> true, faults);
    ImportColumns columns = new ImportColumns(Map.of());
    return Table.read(folder, "schemes.csv", Set.of("designator"), faults).rows().stream()
        .map((Row row) -> row.get("designator"))
        .filter(designator -> folder.read(file(designator)).isPresent())
        .map(
            designator -> {
              Set<String> required = Set.of(ImportColumns.CODE, ImportColumns.NAMES.get(0));
              Table table = Table.read(folder, file(designator), required, faults);
              return source(designator, rows.read(table, columns));
            })
        .toList();
  }

  private static SchemeSource source(String designator, List<ImportedCode> read) {
    List<ImportedCode> codes =
        read.stream().sorted(Comparator.comparing(code -> code.procedure().code())).toList();
    return new SchemeSource(
        designator,
        codes.stream().filter(ImportedCode::understood).map(ImportedCode::procedure).toList(),
        codes.stream()
            .filter(code -> !code.terms().isEmpty())
            .map(code -> new Unmapped(code.procedure().code(), code.name(), code.terms()))
            .toList(),
        codes.stream()
            .flatMap(code -> code.target().stream().map(t -> new Equivalent(code.procedure(), t)))
            .toList());
  }
}
