package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * The codes of DICOM's context groups (PS3.16), SNOMED CT's and DICOM's own. Each means an organ, a
 * side, a view, an agent or a modality, never a whole procedure: {@code value-codes.csv} and {@code
 * combinations.csv} give them values, and none gets a concept. What has no value is reported.
 */
final class DicomCodesSource {

  private static final String FOLDER = "sources/dicom/";

  private final String designator;
  private final List<Unmapped> notCanonicalised = new ArrayList<>();

  private DicomCodesSource(
      String designator, TableFolder folder, Vocabulary vocabulary, Faults faults) {
    this.designator = designator;
    Set<String> understood = understood(folder, vocabulary, faults);
    Set<String> columns = Set.of("scheme", "code", "meaning", "without_value");
    for (Row row : Table.read(folder, FOLDER + "codes.csv", columns, faults)) {
      if (row.get("scheme").equals(designator)) {
        read(row, understood.remove(row.get("code")), faults);
      }
    }
    understood.forEach(
        code -> faults.add(FOLDER + "codes.csv", 0, "code " + code + " has values and no line"));
  }

  /** SNOMED CT's. */
  static SchemeSource snomed(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    return read("SCT", folder, vocabulary, faults);
  }

  /** DICOM's own. */
  static SchemeSource dicom(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    return read("DCM", folder, vocabulary, faults);
  }

  private static SchemeSource read(
      String designator, TableFolder folder, Vocabulary vocabulary, Faults faults) {
    DicomCodesSource source = new DicomCodesSource(designator, folder, vocabulary, faults);
    return new SchemeSource(designator, List.of(), source.notCanonicalised);
  }

  private Set<String> understood(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    Set<String> codes = new HashSet<>();
    Set<String> columns = Set.of("value", "scheme", "code");
    for (Row row : Table.read(folder, "value-codes.csv", columns, faults)) {
      understood(row, row.get("value"), codes, vocabulary, faults);
    }
    columns = Set.of("scheme", "code", "values");
    for (Row row : Table.read(folder, FOLDER + "combinations.csv", columns, faults)) {
      understood(row, row.get("values"), codes, vocabulary, faults);
    }
    return codes;
  }

  private void understood(
      Row row, String values, Set<String> codes, Vocabulary vocabulary, Faults faults) {
    for (String value : values.split("\\s+")) {
      if (vocabulary.home(value).isEmpty()) {
        faults.add(row, "unknown value " + value);
      }
    }
    if (row.get("scheme").equals(designator) && !codes.add(row.get("code"))) {
      faults.add(row, "code " + row.get("code") + " has values twice");
    }
  }

  private void read(Row row, boolean understood, Faults faults) {
    if (understood && row.find("without_value").isPresent()) {
      faults.add(row, "code " + row.get("code") + " has a value, and a reason for having none");
    } else if (!understood) {
      String reason = row.find("without_value").orElse(row.get("meaning"));
      notCanonicalised.add(new Unmapped(row.get("code"), row.get("meaning"), List.of(reason)));
    }
  }
}
