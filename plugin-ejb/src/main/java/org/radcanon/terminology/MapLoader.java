package org.radcanon.terminology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/** Reads the built tables (docs/canonical-map.md says what each holds) into a map. */
final class MapLoader {

  private static final int CODE_MEANING_MAX = 64;
  private static final int SHORT_STRING_MAX = 16;

  private final TableFolder tables;
  private final Faults faults = new Faults();
  private final CRC32C content = new CRC32C();

  private final Map<String, CodingScheme> schemes = new LinkedHashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final Map<String, ConceptRow> conceptRows = new LinkedHashMap<>();
  private final Map<String, Map<String, List<Code>>> codes = new HashMap<>();
  private final Map<String, Map<String, List<CanonicalMap.Name>>> names = new HashMap<>();

  MapLoader(TableFolder tables) {
    this.tables = tables;
  }

  private record ConceptRow(
      String name, boolean retired, Map<Attribute, SortedSet<String>> attributes) {}

  CanonicalMap load() {
    readSchemes();
    readAliases();
    readValues();
    readConcepts();
    readCodes();
    readNames();
    faults.refuseIfAny();
    Map<String, Concept> active = new LinkedHashMap<>();
    Map<String, Concept> retired = new LinkedHashMap<>();
    conceptRows.forEach(
        (code, row) -> (row.retired() ? retired : active).put(code, concept(code, row)));
    return new InMemoryMap(
        Collections.unmodifiableMap(active),
        Collections.unmodifiableMap(retired),
        Collections.unmodifiableMap(schemes),
        Map.copyOf(aliases),
        Map.copyOf(values),
        Map.copyOf(names),
        version());
  }

  private Table read(String name, String... columns) {
    TableFolder hashing =
        table -> {
          Optional<byte[]> bytes = tables.read(table);
          content.update(table.getBytes(StandardCharsets.UTF_8));
          bytes.ifPresent(content::update);
          return bytes;
        };
    return Table.read(hashing, name, Set.of(columns), faults);
  }

  private void readSchemes() {
    Table table =
        read(
            "schemes.csv",
            "designator",
            "uid",
            "fhir_system",
            "name",
            "version",
            "organization",
            "registered");
    for (Row row : table) {
      String designator = row.get("designator");
      if (!fits(row, "designator", SHORT_STRING_MAX)) {
        continue;
      }
      CodingScheme scheme =
          new CodingScheme(
              designator,
              row.find("uid"),
              row.get("fhir_system"),
              row.get("name"),
              row.get("version"),
              row.get("organization"),
              row.get("registered").equals("Y"));
      if (schemes.putIfAbsent(designator, scheme) != null) {
        faults.add(row, "scheme " + designator + " stands twice");
      }
      row.find("uid").ifPresent(uid -> alias(row, uid, designator));
      row.find("fhir_system").ifPresent(uri -> alias(row, uri, designator));
    }
    if (!schemes.containsKey(CanonicalMap.CONCEPT_SCHEME)) {
      faults.add("schemes.csv", 0, "scheme " + CanonicalMap.CONCEPT_SCHEME + " is missing");
    }
  }

  private void readAliases() {
    for (Row row : read("scheme-aliases.csv", "alias", "designator")) {
      if (schemes.containsKey(row.get("designator"))) {
        alias(row, row.get("alias"), row.get("designator"));
      } else {
        faults.add(row, "unknown scheme " + row.get("designator"));
      }
    }
  }

  private void alias(Row row, String alias, String designator) {
    String other = aliases.putIfAbsent(alias, designator);
    if (other != null && !other.equals(designator)) {
      faults.add(row, alias + " stands for " + other + " already");
    }
  }

  private void readValues() {
    Table table =
        read("values.csv", "value", "attribute", "label", "short_label", "name", "parent");
    for (Row row : table) {
      String id = row.get("value");
      Optional<Attribute> attribute = row.find("attribute").flatMap(a -> attribute(row, a));
      AttributeValue value =
          new AttributeValue(
              id,
              attribute,
              row.get("label"),
              row.get("short_label"),
              row.get("name"),
              row.find("parent"));
      if (values.putIfAbsent(id, value) != null) {
        faults.add(row, "value " + id + " stands twice");
      }
    }
  }

  private Optional<Attribute> attribute(Row row, String name) {
    Optional<Attribute> found =
        Arrays.stream(Attribute.values()).filter(a -> a.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      faults.add(row, "unknown attribute " + name);
    }
    return found;
  }

  private void readConcepts() {
    for (Row row : read("concepts.csv", "concept", "status", "name", "meaning", "values")) {
      String code = row.get("concept");
      if (!fits(row, "concept", SHORT_STRING_MAX) || !fits(row, "meaning", CODE_MEANING_MAX)) {
        continue;
      }
      ConceptRow concept =
          new ConceptRow(row.get("name"), row.get("status").equals("retired"), attributes(row));
      if (conceptRows.putIfAbsent(code, concept) != null) {
        faults.add(row, "concept " + code + " stands twice");
      }
      addCode(code, new Code(code, CanonicalMap.CONCEPT_SCHEME, row.get("meaning")));
    }
  }

  private Map<Attribute, SortedSet<String>> attributes(Row row) {
    Map<Attribute, SortedSet<String>> attributes = new EnumMap<>(Attribute.class);
    for (String id : row.words("values")) {
      Optional<Attribute> home =
          Optional.ofNullable(values.get(id)).flatMap(AttributeValue::attribute);
      if (home.isPresent()) {
        attributes.computeIfAbsent(home.get(), a -> new TreeSet<>()).add(values.get(id).id());
      } else {
        faults.add(row, "value " + id + " has no home attribute in values.csv");
      }
    }
    attributes.replaceAll((a, set) -> Collections.unmodifiableSortedSet(set));
    return Collections.unmodifiableMap(attributes);
  }

  private void readCodes() {
    Map<String, String> taken = new HashMap<>();
    for (Row row : read("codes.csv", "scheme", "code", "concept", "meaning")) {
      String scheme = row.get("scheme");
      String key = scheme + ' ' + row.get("code");
      if (!schemes.containsKey(scheme)) {
        faults.add(row, "unknown scheme " + scheme);
      } else if (!conceptRows.containsKey(row.get("concept"))) {
        faults.add(row, "unknown concept " + row.get("concept"));
      } else if (taken.putIfAbsent(key, row.get("concept")) != null) {
        faults.add(row, "code " + key + " stands twice");
      } else if (fits(row, "code", SHORT_STRING_MAX) && fits(row, "meaning", CODE_MEANING_MAX)) {
        addCode(row.get("concept"), new Code(row.get("code"), scheme, row.get("meaning")));
      }
    }
  }

  private void addCode(String concept, Code code) {
    codes
        .computeIfAbsent(concept, c -> new LinkedHashMap<>())
        .computeIfAbsent(code.scheme(), s -> new ArrayList<>(1))
        .add(code);
  }

  private void readNames() {
    for (Row row : read("names.csv", "scheme", "code", "kind", "name")) {
      if (!schemes.containsKey(row.get("scheme"))) {
        faults.add(row, "unknown scheme " + row.get("scheme"));
      } else if (fits(row, "name", Integer.MAX_VALUE)) {
        names
            .computeIfAbsent(row.get("scheme"), s -> new HashMap<>())
            .computeIfAbsent(row.get("code"), c -> new ArrayList<>(2))
            .add(name(row));
      }
    }
  }

  private CanonicalMap.Name name(Row row) {
    String kind = row.get("kind");
    if (!Set.of("curated", "generated", "doubtful").contains(kind)) {
      faults.add(row, "unknown kind of name " + kind);
    }
    return new CanonicalMap.Name(
        row.get("name"), kind.equals("generated"), kind.equals("doubtful"));
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
    for (CodingScheme scheme : schemes.values()) {
      if (!scheme.designator().equals(CanonicalMap.CONCEPT_SCHEME)) {
        text.append(scheme.name()).append(' ').append(scheme.version()).append("; ");
      }
    }
    return text + "tables " + String.format("%08x", content.getValue());
  }
}
