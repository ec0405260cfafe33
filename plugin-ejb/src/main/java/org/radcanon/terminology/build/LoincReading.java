package org.radcanon.terminology.build;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.build.AxisRules.Meaning;

/** What was read of one LOINC term so far: the values, and the parts that nobody mapped. */
final class LoincReading {

  private final Set<String> values = new LinkedHashSet<>();
  private final Set<String> terms = new LinkedHashSet<>();

  /**
   * @param axis the axis on which the part stands
   * @param part as LOINC writes it
   */
  void take(Optional<Meaning> meaning, String axis, String part) {
    meaning
        .filter(Meaning::known)
        .ifPresentOrElse(m -> values.addAll(m.values()), () -> notUnderstood(axis, part));
  }

  void notUnderstood(String axis, String part) {
    terms.add(axis + ": " + part);
  }

  void add(List<String> more) {
    values.addAll(more);
  }

  Set<String> values() {
    return values;
  }

  List<String> terms() {
    return List.copyOf(terms);
  }
}
