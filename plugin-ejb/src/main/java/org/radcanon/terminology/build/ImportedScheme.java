package org.radcanon.terminology.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/** A scheme that comes as a table: its line in {@code schemes.csv} and its table of codes. */
final class ImportedScheme {

  private static final String SCHEMES = "schemes.csv";
  private static final String DESIGNATOR = "[A-Za-z0-9][A-Za-z0-9_.-]{0,15}";
  private static final String UID = "(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))+";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private final CodingScheme scheme;

  ImportedScheme(CodingScheme scheme) {
    this.scheme = scheme;
  }

  String designator() {
    return scheme.designator();
  }

  void check(TableFolder folder, Faults faults) {
    if (!scheme.designator().matches(DESIGNATOR)) {
      faults.add(SCHEMES, 0, "a designator has 1 to 16 letters, digits, hyphens, dots");
      return;
    }
    if (scheme.name().isEmpty() || scheme.uid().isEmpty() && scheme.fhirSystem().isEmpty()) {
      faults.add(SCHEMES, 0, "a scheme needs a name, and a UID or a FHIR URI");
    }
    if (scheme.uid().filter(uid -> !uid.matches(UID) || uid.length() > 64).isPresent()) {
      faults.add(SCHEMES, 0, scheme.uid().orElseThrow() + " is no UID");
    }
    for (Row row :
        Table.read(folder, SCHEMES, Set.of("designator", "uid", "fhir_system"), faults)) {
      check(row, folder, faults);
    }
  }

  private void check(Row row, TableFolder folder, Faults faults) {
    boolean own = row.get("designator").equals(scheme.designator());
    if (own && folder.read(ImportedSource.file(scheme.designator())).isEmpty()) {
      faults.add(row, "scheme " + scheme.designator() + " is built in");
    }
    boolean uid = scheme.uid().isPresent() && scheme.uid().equals(row.find("uid"));
    boolean uri = row.find("fhir_system").filter(fhirSystem()::equals).isPresent();
    if (!own && (uid || uri)) {
      faults.add(row, "scheme " + row.get("designator") + " has this UID or FHIR URI");
    }
  }

  private String fhirSystem() {
    return scheme.fhirSystem().isEmpty()
        ? "urn:oid:" + scheme.uid().orElse("")
        : scheme.fhirSystem();
  }

  /** The table first: without a line it is nothing yet. */
  void write(List<ImportedCode> codes, Path mapFolder) throws IOException {
    Path schemes = mapFolder.resolve(SCHEMES);
    String withLine = withLine(Files.readString(schemes));
    Path table = mapFolder.resolve(ImportedSource.file(scheme.designator()));
    Files.createDirectories(table.getParent());
    replace(table, table(codes));
    replace(schemes, withLine);
  }

  /** Every other line keeps its bytes. */
  private String withLine(String schemes) {
    List<String> header = Table.header(SCHEMES, schemes.getBytes(StandardCharsets.UTF_8));
    Map<String, String> cells = cells();
    String line = FORMAT.format(header.stream().map(c -> cells.getOrDefault(c, "")).toArray());
    List<String> lines = new ArrayList<>(schemes.lines().toList());
    int at = 0;
    while (at < lines.size() && !lines.get(at).startsWith(scheme.designator() + ",")) {
      at++;
    }
    if (at < lines.size()) {
      lines.set(at, line.strip());
    } else {
      lines.add(line.strip());
    }
    return String.join("\n", lines) + "\n";
  }

  private Map<String, String> cells() {
    return Map.of(
        "designator",
        scheme.designator(),
        "uid",
        scheme.uid().orElse(""),
        "fhir_system",
        fhirSystem(),
        "name",
        oneLine(scheme.name()),
        "version",
        oneLine(scheme.version()),
        "organization",
        oneLine(scheme.organization()),
        "registered",
        scheme.registered() ? "Y" : "N",
        "notice",
        oneLine(scheme.notice()));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String table(List<ImportedCode> codes) throws IOException {
    Set<String> filled = new HashSet<>(Set.of(ImportColumns.CODE, ImportColumns.NAMES.get(0)));
    codes.forEach(code -> filled.addAll(code.cells().keySet()));
    List<String> columns = ImportColumns.ours().stream().filter(filled::contains).toList();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(columns);
      for (ImportedCode code : codes) {
        printer.printRecord(columns.stream().map(c -> code.cells().getOrDefault(c, "")).toList());
      }
    }
    return text.toString();
  }

  private static void replace(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
