package org.radcanon.terminology.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.BodyParts;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.SchemeNames;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.rimag.Rimag;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;

/** Reads the built tables (docs/canonical-map.md says what each holds) into a map. */
public final class MapLoader {

  private static final Set<String> KINDS = Set.of("curated", "generated", "doubtful");

  private final MapFolder tables;
  private final Faults faults;
  private final SchemeTables schemes;
  private final Vocabulary vocabulary;
  private final CanonicalForm form;
  private final ConceptTable concepts;
  private final CodeTables codes;

  private MapLoader(TableFolder folder) {
    this.tables = new MapFolder(folder);
    this.faults = tables.faults();
    this.schemes = new SchemeTables(tables, faults);
    this.vocabulary = Vocabulary.read(tables, faults);
    this.form = CanonicalForm.read(tables, vocabulary, faults);
    this.concepts = new ConceptTable(tables, vocabulary);
    this.codes = new CodeTables(tables, schemes, concepts);
  }

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
    Map<String, Map<String, List<CanonicalMap.Name>>> names = names();
    List<NotCanonicalised> notCanonicalised = codes.notCanonicalised();
    Map<String, Set<Code>> valueCodes = valueCodes();
    BodyParts bodyParts = bodyParts();
    List<MappingOverride> overrides = overrides();
    Optional<Rimag> rimag = Rimag.find(tables, faults);
    faults.refuseIfAny();
    Map<String, Concept> active = new LinkedHashMap<>();
    Map<String, Concept> retired = new LinkedHashMap<>();
    Map<String, String> replaced = new HashMap<>();
    concepts
        .lines()
        .forEach(
            (code, line) -> {
              (line.retired() ? retired : active)
                  .put(code, new Concept(code, line.name(), line.attributes(), codes.of(code)));
              line.replacedBy().ifPresent(by -> replaced.put(code, by));
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
            codes.ranks(),
            valueCodes,
            bodyParts,
            notCanonicalised,
            List.copyOf(overrides),
            rimag,
            version()));
  }

  private Map<String, Map<String, List<CanonicalMap.Name>>> names() {
    Map<String, Map<String, List<CanonicalMap.Name>>> names = new HashMap<>();
    for (Row row : tables.read("names.csv", "scheme", "code", "kind", "name")) {
      String kind = row.get("kind");
      if (!schemes.knows(row)) {
        continue;
      }
      if (!KINDS.contains(kind)) {
        faults.add(row, "unknown kind of name " + kind);
      } else if (tables.fits(row, "name", Integer.MAX_VALUE)) {
        names
            .computeIfAbsent(row.get("scheme"), s -> new HashMap<>())
            .computeIfAbsent(row.get("code"), c -> new ArrayList<>(2))
            .add(
                new CanonicalMap.Name(
                    row.get("name"), kind.equals("generated"), kind.equals("doubtful")));
      }
    }
    return names;
  }

  private Map<String, Set<Code>> valueCodes() {
    Map<String, Set<Code>> found = new HashMap<>();
    for (Row row : tables.read("value-codes.csv", "value", "scheme", "code", "meaning")) {
      if (vocabulary.find(row.get("value")).isEmpty()) {
        faults.add(row, "unknown value " + row.get("value"));
      } else if (schemes.knows(row) && tables.fitsCode(row, "code")) {
        found
            .computeIfAbsent(row.get("value"), v -> new LinkedHashSet<>(2))
            .add(new Code(row.get("code"), row.get("scheme"), row.get("meaning")));
      }
    }
    found.replaceAll((value, set) -> Collections.unmodifiableSet(set));
    return found;
  }

  /** A map may do without the table. */
  private BodyParts bodyParts() {
    return tables.read(BodyParts.FILE).isPresent()
        ? BodyParts.read(tables, vocabulary, faults)
        : BodyParts.none();
  }

  /** The lines; a code that the map does not have is a fault. */
  private List<MappingOverride> overrides() {
    SchemeNames names = SchemeNames.of(schemes.schemes().keySet(), schemes.aliases());
    return MappingOverride.read(tables, names, codes::has, faults);
  }

  private String version() {
    StringBuilder text = new StringBuilder();
    for (CodingScheme scheme : schemes.schemes().values()) {
      if (!scheme.designator().equals(CanonicalMap.CONCEPT_SCHEME)) {
        text.append(scheme.name()).append(' ').append(scheme.version()).append("; ");
      }
    }
    return text + "tables " + tables.contentHash();
  }
}
