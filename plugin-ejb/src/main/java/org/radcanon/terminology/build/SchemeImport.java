package org.radcanon.terminology.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;

/**
 * Takes any scheme's table of codes (an IPCMR download, a national list, a site's own) into the
 * map's folder: {@code sources/imported/DESIGNATOR/codes.csv}, with a line in {@code schemes.csv}.
 * The next build of the map has it. What is refused leaves the folder as it was.
 */
public final class SchemeImport {

  private final ImportedScheme scheme;
  private final ImportColumns columns;

  /**
   * @param scheme what the codes' scheme is
   * @param columns the table's columns by our names, where it calls them otherwise: {@code code},
   *     {@code name}, {@code target_code}, {@code target:RADLEX}, {@code region} ...
   */
  public SchemeImport(CodingScheme scheme, Map<String, String> columns) {
    this.scheme = new ImportedScheme(scheme);
    this.columns = new ImportColumns(columns);
  }

  /**
   * @param codes codes in the table
   * @param equivalents of them, those that mean what a known code means
   * @param notUnderstood those that will get no concept, with the words that are no values
   */
  public record Report(int codes, int equivalents, List<Unmapped> notUnderstood) {

    public Report {
      notUnderstood = List.copyOf(notUnderstood);
    }

    private static Report of(List<ImportedCode> codes) {
      return new Report(
          codes.size(),
          (int) codes.stream().filter(code -> code.target().isPresent()).count(),
          codes.stream()
              .filter(code -> !code.terms().isEmpty())
              .map(code -> new Unmapped(code.procedure().code(), code.name(), code.terms()))
              .toList());
    }
  }

  /**
   * Reads a table as {@link #into} does, and writes nothing.
   *
   * @param mapFolder the canonical map's folder, such as {@code config/canonical-map}
   * @throws TableException with everything that is wrong, by file, line and reason
   */
  public Report check(Path csv, Path mapFolder) throws IOException {
    return Report.of(read(csv, mapFolder));
  }

  /**
   * Takes a table into the map's folder, in the place of what came there before.
   *
   * @param mapFolder as in {@link #check}
   * @throws TableException as from {@link #check}; then nothing is written
   */
  public Report into(Path csv, Path mapFolder) throws IOException {
    List<ImportedCode> codes = read(csv, mapFolder);
    scheme.write(codes, mapFolder);
    return Report.of(codes);
  }

  private List<ImportedCode> read(Path csv, Path mapFolder) throws IOException {
    Faults faults = new Faults();
    TableFolder folder = TableFolder.of(mapFolder);
    String name = String.valueOf(csv.getFileName());
    byte[] bytes = Files.readAllBytes(csv);
    scheme.check(folder, faults);
    columns.check(name, Table.header(name, bytes), faults);
    Vocabulary vocabulary = Vocabulary.read(folder, faults);
    Set<CodeRef> known = known(folder, faults);
    faults.refuseIfAny();
    ImportedRows rows = new ImportedRows(folder, vocabulary, known::contains, faults);
    List<ImportedCode> codes = rows.read(Table.parse(name, bytes, Set.of(), faults), columns);
    faults.refuseIfAny();
    return codes;
  }

  /** The codes of the map as it was built last, but for the scheme's own. */
  private Set<CodeRef> known(TableFolder folder, Faults faults) {
    Set<CodeRef> known = new HashSet<>();
    for (Row row : Table.read(folder, "codes.csv", Set.of("scheme", "code"), faults)) {
      if (!row.get("scheme").equals(scheme.designator())) {
        known.add(new CodeRef(row.get("scheme"), row.get("code")));
      }
    }
    for (Row row : Table.read(folder, Ledger.FILE, Set.of("concept"), faults)) {
      known.add(new CodeRef(CanonicalMap.CONCEPT_SCHEME, row.get("concept")));
    }
    return known;
  }
}
