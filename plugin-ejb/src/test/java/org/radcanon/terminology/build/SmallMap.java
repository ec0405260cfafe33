package org.radcanon.terminology.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.build.SourceProcedure.NameKind;
import org.radcanon.terminology.build.SourceProcedure.SourceName;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/** A folder with the committed vocabulary, and whatever few codes a test gives to its schemes. */
final class SmallMap {

  static final String CT = "RID10321";
  static final String MR = "RID10312";
  static final String CHEST = "RID1243";
  static final String ABDOMEN = "RID56";
  static final String HEAD = "RID9080";
  static final String LUNG = "RID1301";
  static final String LIVER = "RID58";
  static final String WITH = "RID28769";
  static final String WITHOUT = "RID28768";

  private static final List<String> BY_HAND =
      List.of("vocabulary.csv", "implied-regions.csv", "schemes.csv", "scheme-aliases.csv");
  private static final Map<String, String> EMPTY =
      Map.of(
          "canonical-form.csv", "present,instead,reason\n",
          "overrides.csv", "scheme,code,relation,target_scheme,target_code,reason\n",
          "value-codes.csv", "value,scheme,code,meaning\n");

  private final Path folder;
  private final Map<String, Map<String, SourceProcedure>> codes = new TreeMap<>();
  private final Map<String, Map<String, Unmapped>> unmapped = new TreeMap<>();

  SmallMap(Path folder) throws IOException {
    this.folder = folder;
    for (String table : BY_HAND) {
      Files.copy(CommittedMap.FOLDER.resolve(table), folder.resolve(table));
    }
    for (Map.Entry<String, String> table : EMPTY.entrySet()) {
      Files.writeString(folder.resolve(table.getKey()), table.getValue());
    }
  }

  SmallMap has(String scheme, String code, String... values) {
    return has(scheme, code, Rank.NORMAL, values);
  }

  SmallMap has(String scheme, String code, Rank rank, String... values) {
    List<SourceName> names = List.of(new SourceName(NameKind.CURATED, scheme + " name of " + code));
    of(codes, scheme).put(code, new SourceProcedure(code, rank, Arrays.asList(values), names));
    return this;
  }

  SmallMap hasNotUnderstood(String scheme, String code, String... terms) {
    of(unmapped, scheme).put(code, new Unmapped(code, "name of " + code, List.of(terms)));
    return this;
  }

  SmallMap lost(String scheme, String code) {
    of(codes, scheme).remove(code);
    of(unmapped, scheme).remove(code);
    return this;
  }

  private static <T> Map<String, T> of(Map<String, Map<String, T>> all, String scheme) {
    return all.computeIfAbsent(scheme, s -> new LinkedHashMap<>());
  }

  /** One more line of a table. */
  SmallMap line(String table, String line) throws IOException {
    Files.writeString(folder.resolve(table), text(table) + line + "\n");
    return this;
  }

  SmallMap emptied(String table) throws IOException {
    Files.writeString(folder.resolve(table), EMPTY.get(table));
    return this;
  }

  MapBuilder.Summary build() throws IOException {
    return new MapBuilder(folder, (tables, vocabulary, faults) -> sources()).build();
  }

  CanonicalMap map() {
    return MapLoader.load(folder);
  }

  private List<SchemeSource> sources() {
    Set<String> schemes = new TreeSet<>(codes.keySet());
    schemes.addAll(unmapped.keySet());
    return schemes.stream().map(this::source).toList();
  }

  private SchemeSource source(String scheme) {
    return new SchemeSource(
        scheme,
        of(codes, scheme).values().stream()
            .sorted(Comparator.comparing(SourceProcedure::code))
            .toList(),
        of(unmapped, scheme).values().stream()
            .sorted(Comparator.comparing(Unmapped::code))
            .toList());
  }

  String text(String table) {
    try {
      return Files.readString(folder.resolve(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The built tables and their bytes. */
  Map<String, String> built() {
    Map<String, String> built = new TreeMap<>();
    for (String table :
        List.of("concepts.csv", "codes.csv", "names.csv", "not-canonicalised.csv", "ledger.csv")) {
      built.put(table, text(table));
    }
    return built;
  }

  /** The ledger: status, replacement and values by concept code. */
  Map<String, LedgerLine> ledger() {
    Map<String, LedgerLine> lines = new TreeMap<>();
    Faults faults = new Faults();
    Set<String> columns = Set.of("concept", "status", "replaced_by", "values");
    Table.read(TableFolder.of(folder), "ledger.csv", columns, faults)
        .forEach(
            row ->
                lines.put(
                    row.get("concept"),
                    new LedgerLine(
                        row.get("status"),
                        row.get("replaced_by"),
                        Set.copyOf(row.words("values")))));
    faults.refuseIfAny();
    return lines;
  }

  record LedgerLine(String status, String replacedBy, Set<String> values) {

    boolean active() {
      return status.equals("active");
    }
  }

  String conceptOf(String scheme, String code) {
    return map().byCode(scheme, code).orElseThrow().code();
  }
}
