package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.build.AxisRules.Meaning;
import org.radcanon.terminology.build.SourceProcedure.NameKind;
import org.radcanon.terminology.build.SourceProcedure.SourceName;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * LOINC's radiology terms: Method, System and Component of a term are read part by part, never its
 * name, and brought into the style of the Playbook by {@code rewrites.csv}. A term with a part that
 * nobody mapped is not understood; so is a term that is no procedure but a measurement (scale
 * neither Doc nor Nar). See sources/loinc/README.
 */
final class LoincSource {

  static final String DESIGNATOR = "LN";
  static final String FOLDER = "sources/loinc/";
  private static final String TERMS = FOLDER + "loinc_radiology.csv";
  private static final Set<String> COLUMNS =
      Set.of("loinc", "long_common_name", "component", "system", "scale", "method", "status");
  private static final Set<String> PROCEDURES = Set.of("Doc", "Nar");
  private static final Set<String> IN_FORCE = Set.of("ACTIVE", "TRIAL");

  private final Vocabulary vocabulary;
  private final LoincSystems systems;
  private final LoincComponents components;
  private final SetRewrites rewrites;
  private final Map<String, Meaning> methods = new HashMap<>();
  private final Corrections corrections;
  private final List<SourceProcedure> procedures = new ArrayList<>();
  private final List<Unmapped> notCanonicalised = new ArrayList<>();

  /** Reads the scheme; what is wrong with a table goes to {@code faults}. */
  static SchemeSource read(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    LoincSource source = new LoincSource(folder, vocabulary, faults);
    return new SchemeSource(DESIGNATOR, source.procedures, source.notCanonicalised);
  }

  private LoincSource(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    this.vocabulary = vocabulary;
    systems = new LoincSystems(folder, vocabulary, faults);
    components = new LoincComponents(folder, vocabulary, faults);
    rewrites = SetRewrites.read(folder, FOLDER + "rewrites.csv", vocabulary, faults);
    for (Row row : Table.read(folder, FOLDER + "methods.csv", Set.of("method", "values"), faults)) {
      if (methods.put(row.get("method"), Meaning.of(row, vocabulary, faults)) != null) {
        faults.add(row, "method " + row.get("method") + " stands twice");
      }
    }
    corrections =
        Corrections.read(folder, FOLDER + "corrections.csv", "loinc", "value", vocabulary, faults);
    readTerms(folder, faults);
    procedures.sort(Comparator.comparingInt(procedure -> number(procedure.code())));
    notCanonicalised.sort(Comparator.comparing(Unmapped::code));
  }

  private void readTerms(TableFolder folder, Faults faults) {
    Set<String> known = new HashSet<>();
    for (Row row : Table.read(folder, TERMS, COLUMNS, faults)) {
      String code = row.get("loinc");
      if (!LoincCode.valid(code)) {
        faults.add(row, code + " is no LOINC code (check digit?)");
      } else if (!known.add(code)) {
        faults.add(row, "LOINC code " + code + " stands twice");
      } else {
        read(row);
      }
    }
    corrections.refuseOthersThan(known, "unknown LOINC code", faults);
  }

  private static int number(String code) {
    return Integer.parseInt(code.substring(0, code.indexOf('-')));
  }

  private void read(Row row) {
    LoincReading reading = new LoincReading();
    if (PROCEDURES.contains(row.get("scale"))) {
      String method = row.get("method");
      reading.take(Optional.ofNullable(methods.get(method)), "method", method);
      systems.read(row.get("system"), reading);
      components.read(row.get("component"), row.get("system"), reading);
    } else {
      reading.notUnderstood("scale", row.get("scale") + ", a measurement and no procedure");
    }
    Set<String> values = settled(reading.values(), row.get("loinc"));
    if (values.stream().filter(this::isViewCount).count() > 1) {
      reading.notUnderstood("component", "two numbers of views");
    }
    String name = row.get("long_common_name");
    if (reading.terms().isEmpty()) {
      procedures.add(procedure(row, name, values));
    } else {
      notCanonicalised.add(new Unmapped(row.get("loinc"), name, reading.terms()));
    }
  }

  private Set<String> settled(Set<String> read, String code) {
    Set<String> values = rewrites.apply(read);
    corrections.apply(code, values);
    if (values.stream().filter(this::isViewCount).count() > 1) {
      values.remove(LoincComponents.ONE_VIEW);
    }
    return values;
  }

  private boolean isViewCount(String value) {
    return vocabulary.home(value).filter(Attribute.VIEW_COUNT::equals).isPresent();
  }

  private static SourceProcedure procedure(Row row, String name, Set<String> values) {
    boolean inForce = IN_FORCE.contains(row.get("status"));
    NameKind kind = inForce ? NameKind.CURATED : NameKind.GENERATED;
    return new SourceProcedure(
        row.get("loinc"),
        inForce ? Rank.NORMAL : Rank.SUPERSEDED,
        List.copyOf(values),
        List.of(new SourceName(kind, name)));
  }
}
