package org.radcanon.terminology.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.SchemeNames;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;

/**
 * Builds {@code concepts.csv}, {@code codes.csv}, {@code names.csv}, {@code not-canonicalised.csv}
 * and {@code ledger.csv} from the tables under {@code sources/}. The same sources and ledger give
 * the same bytes; newer sources add concepts to the ledger, or retire some, and change no code.
 */
public final class MapBuilder {

  private static final String SCHEMES = "schemes.csv";
  private static final String ALIASES = "scheme-aliases.csv";

  private final Path folder;
  private final Sources sources;

  /**
   * @param folder the canonical map's folder, such as {@code config/canonical-map}
   */
  public MapBuilder(Path folder) {
    this(folder, Sources.ALL);
  }

  MapBuilder(Path folder, Sources sources) {
    this.folder = folder;
    this.sources = sources;
  }

  /** Builds the map of the folder given, or of {@code config/canonical-map}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "config/canonical-map");
    System.getLogger(MapBuilder.class.getName())
        .log(System.Logger.Level.INFO, new MapBuilder(folder).build().toString());
  }

  /**
   * @param codes codes that mean a concept
   * @param concepts concepts in force
   * @param shared concepts that several codes of one scheme share
   * @param retired concepts out of force
   * @param notCanonicalised codes that were not understood
   * @param remarks rows of the sources that were not taken
   */
  public record Summary(
      int codes,
      int concepts,
      int shared,
      int retired,
      int notCanonicalised,
      List<Fault> remarks) {}

  /**
   * Reads the sources, gives new concepts their codes, writes the tables.
   *
   * @throws TableException when a table is refused; then nothing is written
   */
  public Summary build() throws IOException {
    Faults faults = new Faults();
    TableFolder tables = TableFolder.of(folder);
    Vocabulary vocabulary = Vocabulary.read(tables, faults);
    CanonicalForm form = CanonicalForm.read(tables, vocabulary, faults);
    Ledger ledger = ledger(tables, vocabulary, form, faults);
    List<SchemeSource> found = sources.read(tables, vocabulary, faults);
    List<MappingOverride> lines =
        MappingOverride.read(tables, schemeNames(tables), known(found, ledger, faults), faults);
    Equivalents equivalents = new Equivalents(found, lines, ledger);
    List<Scheme> brought =
        schemes(tables, found, faults)
            .map(equivalents::resolved)
            .map(source -> Scheme.of(source, vocabulary, form, faults))
            .toList();
    if (!faults.list().stream().allMatch(f -> f.file().equals(MappingOverride.FILE))) {
      faults.refuseIfAny();
    }
    List<Scheme> schemes = new Overrides(lines, brought, ledger, faults).applied(brought);
    faults.refuseIfAny();
    Drafts drafts = new Drafts(schemes, ledger);
    MapTables built = new MapTables(schemes, drafts, ledger, new ConceptNames(vocabulary));
    for (Map.Entry<String, MapTables.Output> table : built.all().entrySet()) {
      write(table.getKey(), table.getValue());
    }
    return new Summary(
        schemes.stream().mapToInt(scheme -> scheme.procedures().size()).sum(),
        drafts.byConcept().size(),
        drafts.shared(),
        ledger.retired().size(),
        schemes.stream().mapToInt(scheme -> scheme.notCanonicalised().size()).sum(),
        found.stream().flatMap(source -> source.remarks().stream()).toList());
  }

  private static SchemeNames schemeNames(TableFolder tables) {
    Map<String, String> aliases = new HashMap<>();
    for (Row row : rows(tables, ALIASES, "alias", "designator")) {
      aliases.put(row.get("alias"), row.get("designator"));
    }
    List<String> designators = new ArrayList<>();
    rows(tables, SCHEMES, "designator").forEach(row -> designators.add(row.get("designator")));
    return SchemeNames.of(designators, aliases);
  }

  /** What is wrong with these tables is told where they are read in earnest. */
  private static Table rows(TableFolder tables, String name, String... columns) {
    return Table.read(tables, name, Set.of(columns), new Faults());
  }

  /** Whether there is a code; of sources with faults nobody can tell. */
  private static Predicate<CodeRef> known(List<SchemeSource> found, Ledger ledger, Faults faults) {
    if (faults.any()) {
      return code -> true;
    }
    Set<CodeRef> codes = new HashSet<>();
    for (SchemeSource source : found) {
      String scheme = source.designator();
      source.procedures().forEach(p -> codes.add(new CodeRef(scheme, p.code())));
      source.notCanonicalised().forEach(u -> codes.add(new CodeRef(scheme, u.code())));
      source.equivalents().forEach(e -> codes.add(new CodeRef(scheme, e.procedure().code())));
    }
    return code ->
        codes.contains(code)
            || code.scheme().equals(CanonicalMap.CONCEPT_SCHEME)
                && ledger.setOf(code.value()).isPresent();
  }

  private static Ledger ledger(
      TableFolder tables, Vocabulary vocabulary, CanonicalForm form, Faults faults) {
    Ledger ledger =
        tables
            .read(Ledger.FILE)
            .map(bytes -> Ledger.parse(bytes, form, faults))
            .orElseGet(() -> Ledger.empty(form));
    if (tables.read(Ledger.FILE).isEmpty() && tables.read(MapTables.CONCEPTS).isPresent()) {
      faults.add(
          Ledger.FILE,
          0,
          "the ledger is missing beside "
              + MapTables.CONCEPTS
              + ": without it every concept would get another code");
    }
    ledger.values().stream()
        .filter(value -> vocabulary.home(value).isEmpty())
        .forEach(
            value ->
                faults.add(
                    Vocabulary.FILE, 0, "value " + value + " of the ledger has no home attribute"));
    return ledger;
  }

  /** What the sources bring, in the order of {@code schemes.csv}. */
  private static Stream<SchemeSource> schemes(
      TableFolder tables, List<SchemeSource> found, Faults faults) {
    Table table = Table.read(tables, SCHEMES, Set.of("designator"), faults);
    List<String> order =
        StreamSupport.stream(table.spliterator(), false).map(row -> row.get("designator")).toList();
    found.stream()
        .filter(source -> !order.contains(source.designator()))
        .forEach(s -> faults.add(SCHEMES, 0, "scheme " + s.designator() + " is missing"));
    return found.stream()
        .sorted(Comparator.comparingInt(source -> order.indexOf(source.designator())));
  }

  private void write(String name, MapTables.Output output) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(output.header());
      printer.printRecords(output.rows());
    }
    Files.write(folder.resolve(name), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
