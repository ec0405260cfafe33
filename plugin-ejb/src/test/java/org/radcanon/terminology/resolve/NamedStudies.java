package org.radcanon.terminology.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/** Real names of studies, with the code that people chose for them where they did. */
final class NamedStudies {

  /**
   * A study's name.
   *
   * @param modality as written in the table; several separated by commas, or none
   * @param expected the concept of the chosen code; empty when the map does not have that code
   * @param meaning the name of the chosen code
   * @param frequency in how many studies
   */
  record Named(
      String text,
      String modality,
      String code,
      Optional<Concept> expected,
      String meaning,
      int frequency) {

    Set<String> modalities() {
      return Arrays.stream(modality.split("[,\\s\\[\\]']+"))
          .filter(m -> !m.isEmpty() && !m.equals("blank"))
          .collect(Collectors.toSet());
    }

    ProcedureEvidence evidence() {
      return new ProcedureEvidence(
          List.of(),
          List.of(new SourcedText("StudyDescription", text)),
          modalities(),
          List.of(),
          Origin.UNKNOWN);
    }
  }

  private NamedStudies() {}

  static List<Named> labelled(TableFolder folder, String file, CanonicalMap map) {
    Faults faults = new Faults();
    List<Named> named = new ArrayList<>();
    Set<String> columns = Set.of("local_text", "modality", "expected_scheme", "expected_code");
    for (Row row : Table.read(folder, file, columns, faults)) {
      named.add(
          new Named(
              row.get("local_text"),
              row.get("modality"),
              row.get("expected_code"),
              map.byCode(row.get("expected_scheme"), row.get("expected_code")),
              row.find("expected_name").orElse(""),
              1));
    }
    faults.refuseIfAny();
    return named;
  }

  static List<Named> unlabelled(TableFolder folder, String file) {
    Faults faults = new Faults();
    List<Named> named = new ArrayList<>();
    for (Row row :
        Table.read(folder, file, Set.of("local_text", "modality", "frequency"), faults)) {
      int frequency = Integer.parseInt(row.get("frequency"));
      named.add(
          new Named(
              row.get("local_text"), row.get("modality"), "", Optional.empty(), "", frequency));
    }
    faults.refuseIfAny();
    return named;
  }
}
