package org.radcanon.terminology.map;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/** Coding schemes and the other names that senders use for them. */
final class SchemeTables {

  private static final String SCHEMES = "schemes.csv";
  private static final Set<String> COLUMNS =
      Set.of(
          "designator",
          "uid",
          "fhir_system",
          "name",
          "version",
          "organization",
          "registered",
          "notice");

  private final Map<String, CodingScheme> schemes = new LinkedHashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Faults faults;

  SchemeTables(TableFolder folder, Faults faults) {
    this.faults = faults;
    Table.read(folder, SCHEMES, COLUMNS, faults).forEach(this::scheme);
    if (!schemes.containsKey(CanonicalMap.CONCEPT_SCHEME)) {
      faults.add(SCHEMES, 0, "scheme " + CanonicalMap.CONCEPT_SCHEME + " is missing");
    }
    Set<String> columns = Set.of("alias", "designator");
    for (Row row : Table.read(folder, "scheme-aliases.csv", columns, faults)) {
      if (schemes.containsKey(row.get("designator"))) {
        alias(row, row.get("alias"), row.get("designator"));
      } else {
        faults.add(row, "unknown scheme " + row.get("designator"));
      }
    }
  }

  private void scheme(Row row) {
    String designator = row.get("designator");
    if (designator.isEmpty() || designator.length() > MapFolder.SHORT_STRING_MAX) {
      faults.add(row, "designator is empty or longer than 16 characters");
      return;
    }
    CodingScheme scheme =
        new CodingScheme(
            designator,
            row.find("uid"),
            row.get("fhir_system"),
            row.get("name"),
            row.get("version"),
            row.get("organization"),
            row.get("registered").equals("Y"),
            row.get("notice"));
    if (schemes.putIfAbsent(designator, scheme) != null) {
      faults.add(row, "scheme " + designator + " stands twice");
    }
    row.find("uid").ifPresent(uid -> alias(row, uid, designator));
    row.find("fhir_system").ifPresent(uri -> alias(row, uri, designator));
  }

  private void alias(Row row, String alias, String designator) {
    String other = aliases.putIfAbsent(alias, designator);
    if (other != null && !other.equals(designator)) {
      faults.add(row, alias + " stands for " + other + " already");
    }
  }

  /** Whether a row's {@code scheme} is one of these; a fault otherwise. */
  boolean knows(Row row) {
    boolean known = schemes.containsKey(row.get("scheme"));
    if (!known) {
      faults.add(row, "unknown scheme " + row.get("scheme"));
    }
    return known;
  }

  Map<String, CodingScheme> schemes() {
    return Collections.unmodifiableMap(schemes);
  }

  Map<String, String> aliases() {
    return Collections.unmodifiableMap(aliases);
  }
}
