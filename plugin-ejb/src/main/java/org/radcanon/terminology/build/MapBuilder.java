package org.radcanon.terminology.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcanon.terminology.build.SourceProcedure.SourceName;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;

/**
 * Builds {@code values.csv}, {@code concepts.csv}, {@code codes.csv}, {@code names.csv} and {@code
 * ledger.csv} from the tables under {@code sources/}. The same sources and ledger give the same
 * bytes; newer sources add concepts to the ledger, or retire some, and change no code.
 */
public final class MapBuilder {

  private static final List<String> VALUES =
      List.of("value", "attribute", "label", "short_label", "name", "parent");

  private final Path folder;

  /**
   * @param folder the canonical map's folder, such as {@code config/canonical-map}
   */
  public MapBuilder(Path folder) {
    this.folder = folder;
  }

  /** Builds the map of the folder given, or of {@code config/canonical-map}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "config/canonical-map");
    System.getLogger(MapBuilder.class.getName())
        .log(System.Logger.Level.INFO, new MapBuilder(folder).build().toString());
  }

  /**
   * @param codes codes imported
   * @param concepts concepts in force
   * @param shared concepts that several codes of one scheme share
   * @param retired concepts out of force
   */
  public record Summary(int codes, int concepts, int shared, int retired) {}

  /** A concept while it is put together. */
  private record Draft(List<SourceProcedure> procedures) {

    SourceProcedure preferred() {
      return procedures.get(0);
    }
  }

  /**
   * Reads the sources, gives new concepts their codes, writes the tables.
   *
   * @throws TableException when a source is refused; then nothing is written
   */
  public Summary build() throws IOException {
    Faults faults = new Faults();
    SchemeSource playbook = new PlaybookSource(TableFolder.of(folder), faults);
    Path ledgerFile = folder.resolve(Ledger.FILE);
    Ledger ledger =
        Files.exists(ledgerFile)
            ? Ledger.parse(Files.readAllBytes(ledgerFile), faults)
            : Ledger.empty();
    faults.refuseIfAny();
    Map<String, SourceValue> values = values(playbook, ledger);
    Map<String, Draft> drafts = drafts(playbook, ledger);
    ConceptNames names = new ConceptNames(values);
    Map<String, Output> outputs = new LinkedHashMap<>();
    outputs.put("values.csv", valueRows(values));
    outputs.put("concepts.csv", conceptRows(drafts, ledger.retired(), names, faults));
    outputs.put("codes.csv", codeRows(playbook, drafts, names, faults));
    outputs.put("names.csv", nameRows(playbook));
    outputs.put(Ledger.FILE, new Output(List.of("concept", "status", "values"), ledger.rows()));
    faults.refuseIfAny();
    for (Map.Entry<String, Output> output : outputs.entrySet()) {
      write(output.getKey(), output.getValue());
    }
    int shared = (int) drafts.values().stream().filter(d -> d.procedures().size() > 1).count();
    return new Summary(
        playbook.procedures().size(), drafts.size(), shared, ledger.retired().size());
  }

  private record Output(List<String> header, List<List<String>> rows) {}

  /** The sources' values, and from the last build those that only retired concepts still have. */
  private Map<String, SourceValue> values(SchemeSource source, Ledger ledger) {
    Map<String, SourceValue> values = new LinkedHashMap<>();
    source.values().forEach(value -> values.put(value.id(), value));
    Path built = folder.resolve("values.csv");
    if (Files.exists(built)) {
      Faults faults = new Faults();
      Set<String> wanted = ledger.values();
      for (Row row : Table.read(TableFolder.of(folder), "values.csv", Set.copyOf(VALUES), faults)) {
        if (wanted.contains(row.get("value"))) {
          values.putIfAbsent(row.get("value"), value(row));
        }
      }
      faults.refuseIfAny();
    }
    return values;
  }

  private static SourceValue value(Row row) {
    return new SourceValue(
        row.get("value"),
        row.get("attribute"),
        row.get("label"),
        row.get("short_label"),
        row.get("name"),
        row.get("parent"));
  }

  /** Equal sets of values fall into one concept; core procedures first, then the lowest code. */
  private static Map<String, Draft> drafts(SchemeSource source, Ledger ledger) {
    Map<String, Draft> drafts = new TreeMap<>();
    for (SourceProcedure procedure : source.procedures()) {
      String code = ledger.codeFor(Set.copyOf(procedure.values()));
      drafts.computeIfAbsent(code, c -> new Draft(new ArrayList<>(1))).procedures().add(procedure);
    }
    Comparator<SourceProcedure> coreFirst = Comparator.comparing(p -> !p.core());
    drafts.values().forEach(draft -> draft.procedures().sort(coreFirst));
    return drafts;
  }

  private static Output valueRows(Map<String, SourceValue> values) {
    List<List<String>> rows = new ArrayList<>();
    for (SourceValue v : values.values()) {
      rows.add(List.of(v.id(), v.attribute(), v.label(), v.shortLabel(), v.name(), v.parent()));
    }
    return new Output(VALUES, rows);
  }

  private static Output conceptRows(
      Map<String, Draft> drafts,
      Map<String, Set<String>> retired,
      ConceptNames names,
      Faults faults) {
    Map<String, List<String>> rows = new TreeMap<>();
    drafts.forEach(
        (code, draft) -> {
          SourceProcedure p = draft.preferred();
          String meaning = required(names.conceptMeaning(p.values(), p.names()), code, faults);
          rows.put(code, conceptRow(code, "active", names.full(p.values()), meaning, p.values()));
        });
    retired.forEach(
        (code, set) -> {
          List<String> values = List.copyOf(set);
          String meaning = required(names.conceptMeaning(values, List.of()), code, faults);
          rows.put(code, conceptRow(code, "retired", names.full(values), meaning, values));
        });
    return new Output(
        List.of("concept", "status", "name", "meaning", "values"), List.copyOf(rows.values()));
  }

  private static String required(Optional<String> meaning, String code, Faults faults) {
    if (meaning.isEmpty()) {
      faults.add("values.csv", 0, "no name of " + code + " fits 64 characters: shorten a label");
    }
    return meaning.orElse("");
  }

  private static List<String> conceptRow(
      String code, String status, String name, String meaning, Collection<String> values) {
    return List.of(code, status, name, meaning, String.join(" ", new TreeSet<>(values)));
  }

  private static Output codeRows(
      SchemeSource source, Map<String, Draft> drafts, ConceptNames names, Faults faults) {
    List<List<String>> rows = new ArrayList<>();
    drafts.forEach(
        (concept, draft) -> {
          for (SourceProcedure p : draft.procedures()) {
            String meaning = required(names.codeMeaning(p.values(), p.names()), p.code(), faults);
            rows.add(List.of(source.designator(), p.code(), concept, meaning));
          }
        });
    return new Output(List.of("scheme", "code", "concept", "meaning"), rows);
  }

  private static Output nameRows(SchemeSource source) {
    List<List<String>> rows = new ArrayList<>();
    for (SourceProcedure procedure : source.procedures()) {
      for (SourceName name : procedure.names()) {
        String kind = name.kind().name().toLowerCase(Locale.ROOT);
        rows.add(List.of(source.designator(), procedure.code(), kind, name.text()));
      }
    }
    return new Output(List.of("scheme", "code", "kind", "name"), rows);
  }

  private void write(String name, Output output) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(output.header());
      printer.printRecords(output.rows());
    }
    Files.write(folder.resolve(name), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
