package org.radcanon.terminology.map;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.BodyParts;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.rimag.Rimag;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;

/** Reads the built tables (docs/canonical-map.md says what each holds) into a map. */
public final class MapLoader {

  private static final int CODE_MEANING_MAX = 64;
  private static final int SHORT_STRING_MAX = 16;
  private static final Set<String> KINDS = Set.of("curated", "generated", "doubtful");

  private final TableFolder tables;
  private final Faults faults = new Faults();
  private final CRC32C content = new CRC32C();

  private final SchemeTables schemes;
  private final Vocabulary vocabulary;
  private final CanonicalForm form;
  private final Map<String, ConceptRow> conceptRows = new LinkedHashMap<>();
  private final Map<String, Map<String, List<Code>>> codes = new HashMap<>();
  private final Map<CodeRef, Rank> ranks = new HashMap<>();
  private final Set<CodeRef> taken = new HashSet<>();
  private final Map<String, Map<String, List<CanonicalMap.Name>>> names = new HashMap<>();
  private final List<NotCanonicalised> notCanonicalised = new ArrayList<>();

  private MapLoader(TableFolder folder) {
    this.tables = hashing(folder);
    this.schemes = new SchemeTables(tables, faults);
    this.vocabulary = Vocabulary.read(tables, faults);
    this.form = CanonicalForm.read(tables, vocabulary, faults);
  }

  private TableFolder hashing(TableFolder folder) {
    return table -> {
      Optional<byte[]> bytes = folder.read(table);
      content.update(table.getBytes(StandardCharsets.UTF_8));
      bytes.ifPresent(content::update);
      return bytes;
    };
  }

  private record ConceptRow(
      String name,
      boolean retired,
      Optional<String> replacedBy,
      Map<Attribute, SortedSet<String>> attributes) {}

  /**
   * Loads the built-in map.
   *
   * @throws TableException when a table is refused; carries file, line and reason of every fault
   */
  public static CanonicalMap load() {
    return load(CanonicalMap.builtInTables());
  }

  /**
   * Loads a map from a directory that holds the same tables.
   *
   * @throws TableException when a table is refused; carries file, line and reason of every fault
   */
  public static CanonicalMap load(Path directory) {
    return load(TableFolder.of(directory));
  }

  /** As {@link #load(Path)}, from any place. */
  public static CanonicalMap load(TableFolder folder) {
    return new MapLoader(folder).map();
  }

  private CanonicalMap map() {
    readConcepts();
    readCodes();
    readNames();
    readNotCanonicalised();
    Map<String, Set<Code>> valueCodes = readValueCodes();
    BodyParts bodyParts = readBodyParts();
    List<MappingOverride> overrides = readOverrides();
    Optional<Rimag> rimag = Rimag.find(tables, faults);
    faults.refuseIfAny();
    Map<String, Concept> active = new LinkedHashMap<>();
    Map<String, Concept> retired = new LinkedHashMap<>();
    Map<String, String> replaced = new HashMap<>();
    conceptRows.forEach(
        (code, row) -> {
          (row.retired() ? retired : active).put(code, concept(code, row));
          row.replacedBy().ifPresent(by -> replaced.put(code, by));
        });
    return new InMemoryMap(
        new MapContents(
            Collections.unmodifiableMap(active),
            retired,
            replaced,
            schemes.schemes(),
            schemes.aliases(),
            vocabulary,
            form,
            names,
            Collections.unmodifiableMap(ranks),
            valueCodes,
            bodyParts,
            List.copyOf(notCanonicalised),
            List.copyOf(overrides),
            rimag,
            version()));
  }

  private Table read(String name, String... columns) {
    return Table.read(tables, name, Set.of(columns), faults);
  }

  private void readConcepts() {
    Table table =
        read("concepts.csv", "concept", "status", "replaced_by", "name", "meaning", "values");
    for (Row row : table) {
      String code = row.get("concept");
      if (!fits(row, "concept", SHORT_STRING_MAX) || !fits(row, "meaning", CODE_MEANING_MAX)) {
        continue;
      }
      ConceptRow concept =
          new ConceptRow(
              row.get("name"),
              row.get("status").equals("retired"),
              row.find("replaced_by"),
              attributes(row));
      if (conceptRows.putIfAbsent(code, concept) != null) {
        faults.add(row, "concept " + code + " stands twice");
      }
      addCode(code, new Code(code, CanonicalMap.CONCEPT_SCHEME, row.get("meaning")));
    }
    for (Row row : table) {
      row.find("replaced_by")
          .filter(by -> !conceptRows.containsKey(by) || !row.get("status").equals("retired"))
          .ifPresent(by -> faults.add(row, "replaced_by " + by + " cannot be"));
    }
  }

  private Map<Attribute, SortedSet<String>> attributes(Row row) {
    Map<Attribute, SortedSet<String>> attributes = new EnumMap<>(Attribute.class);
    for (String id : row.words("values")) {
      Optional<AttributeValue> value = vocabulary.find(id);
      Optional<Attribute> home = value.flatMap(AttributeValue::attribute);
      if (home.isPresent()) {
        attributes.computeIfAbsent(home.get(), a -> new TreeSet<>()).add(value.get().id());
      } else {
        faults.add(row, "value " + id + " has no home attribute in " + Vocabulary.FILE);
      }
    }
    attributes.replaceAll((a, set) -> Collections.unmodifiableSortedSet(set));
    return Collections.unmodifiableMap(attributes);
  }

  private void readCodes() {
    for (Row row : read("codes.csv", "scheme", "code", "concept", "meaning")) {
      CodeRef ref = new CodeRef(row.get("scheme"), row.get("code"));
      if (!schemes.schemes().containsKey(ref.scheme())) {
        faults.add(row, "unknown scheme " + ref.scheme());
      } else if (!conceptRows.containsKey(row.get("concept"))) {
        faults.add(row, "unknown concept " + row.get("concept"));
      } else if (!taken.add(ref)) {
        faults.add(row, "code " + ref + " stands twice");
      } else if (fits(row, "code", SHORT_STRING_MAX) && fits(row, "meaning", CODE_MEANING_MAX)) {
        addCode(row.get("concept"), new Code(ref.value(), ref.scheme(), row.get("meaning")));
        row.find("rank").ifPresent(word -> addRank(row, ref, word));
      }
    }
  }

  /** A table without the column has normal codes only. */
  private void addRank(Row row, CodeRef code, String word) {
    Rank.named(word)
        .ifPresentOrElse(
            rank -> ranks.put(code, rank), () -> faults.add(row, "unknown rank " + word));
  }

  private void addCode(String concept, Code code) {
    codes
        .computeIfAbsent(concept, c -> new LinkedHashMap<>())
        .computeIfAbsent(code.scheme(), s -> new ArrayList<>(1))
        .add(code);
  }

  private void readNames() {
    for (Row row : read("names.csv", "scheme", "code", "kind", "name")) {
      String kind = row.get("kind");
      if (!schemes.schemes().containsKey(row.get("scheme"))) {
        faults.add(row, "unknown scheme " + row.get("scheme"));
      } else if (!KINDS.contains(kind)) {
        faults.add(row, "unknown kind of name " + kind);
      } else if (fits(row, "name", Integer.MAX_VALUE)) {
        names
            .computeIfAbsent(row.get("scheme"), s -> new HashMap<>())
            .computeIfAbsent(row.get("code"), c -> new ArrayList<>(2))
            .add(
                new CanonicalMap.Name(
                    row.get("name"), kind.equals("generated"), kind.equals("doubtful")));
      }
    }
  }

  private void readNotCanonicalised() {
    for (Row row : read("not-canonicalised.csv", "scheme", "code", "name", "terms")) {
      CodeRef ref = new CodeRef(row.get("scheme"), row.get("code"));
      if (!schemes.schemes().containsKey(ref.scheme())) {
        faults.add(row, "unknown scheme " + ref.scheme());
      } else if (!taken.add(ref)) {
        faults.add(row, "code " + ref + " stands twice");
      } else if (fits(row, "code", Integer.MAX_VALUE) && fits(row, "terms", Integer.MAX_VALUE)) {
        List<String> terms = List.of(row.get("terms").split("\\|"));
        notCanonicalised.add(
            new NotCanonicalised(ref.scheme(), ref.value(), row.get("name"), terms));
      }
    }
  }

  /** A map may do without the table. */
  private BodyParts readBodyParts() {
    return tables.read(BodyParts.FILE).isPresent()
        ? BodyParts.read(tables, vocabulary, faults)
        : BodyParts.none();
  }

  private Map<String, Set<Code>> readValueCodes() {
    Map<String, Set<Code>> found = new HashMap<>();
    for (Row row : read("value-codes.csv", "value", "scheme", "code", "meaning")) {
      if (vocabulary.find(row.get("value")).isEmpty()) {
        faults.add(row, "unknown value " + row.get("value"));
      } else if (!schemes.schemes().containsKey(row.get("scheme"))) {
        faults.add(row, "unknown scheme " + row.get("scheme"));
      } else if (fits(row, "code", SHORT_STRING_MAX) && fits(row, "meaning", CODE_MEANING_MAX)) {
        found
            .computeIfAbsent(row.get("value"), v -> new LinkedHashSet<>(2))
            .add(new Code(row.get("code"), row.get("scheme"), row.get("meaning")));
      }
    }
    found.replaceAll((value, set) -> Collections.unmodifiableSet(set));
    return found;
  }

  /** The lines; a code that the map does not have is a fault. */
  private List<MappingOverride> readOverrides() {
    List<MappingOverride> overrides = MappingOverride.read(tables, faults);
    for (MappingOverride override : overrides) {
      List<CodeRef> named = new ArrayList<>(List.of(override.source()));
      override.target().ifPresent(named::add);
      for (CodeRef ref : named) {
        boolean concept =
            ref.scheme().equals(CanonicalMap.CONCEPT_SCHEME)
                && conceptRows.containsKey(ref.value());
        if (!concept && !taken.contains(ref)) {
          faults.add(MappingOverride.FILE, override.line(), "unknown code " + ref);
        }
      }
    }
    return overrides;
  }

  /** Whether a required value is there and not too long; a fault otherwise. */
  private boolean fits(Row row, String column, int max) {
    String value = row.get(column);
    if (value.isEmpty()) {
      faults.add(row, column + " is empty");
    } else if (value.length() > max) {
      faults.add(row, column + " is longer than " + max + " characters");
    }
    return !value.isEmpty() && value.length() <= max;
  }

  private Concept concept(String code, ConceptRow row) {
    Map<String, List<Code>> own = new LinkedHashMap<>();
    codes.get(code).forEach((scheme, list) -> own.put(scheme, List.copyOf(list)));
    return new Concept(code, row.name(), row.attributes(), Collections.unmodifiableMap(own));
  }

  private String version() {
    StringBuilder text = new StringBuilder();
    for (CodingScheme scheme : schemes.schemes().values()) {
      if (!scheme.designator().equals(CanonicalMap.CONCEPT_SCHEME)) {
        text.append(scheme.name()).append(' ').append(scheme.version()).append("; ");
      }
    }
    return text + "tables " + String.format("%08x", content.getValue());
  }
}
