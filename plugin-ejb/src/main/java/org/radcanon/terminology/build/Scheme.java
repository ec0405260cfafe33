package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;

/** What a source brought, checked and in canonical form. */
record Scheme(
    String designator, List<SourceProcedure> procedures, List<Unmapped> notCanonicalised) {

  Scheme {
    procedures = List.copyOf(procedures);
    notCanonicalised = List.copyOf(notCanonicalised);
  }

  static Scheme of(SchemeSource source, Vocabulary vocabulary, CanonicalForm form, Faults faults) {
    String designator = source.designator();
    List<SourceProcedure> procedures = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (SourceProcedure p : source.procedures()) {
      checkOnce(codes, designator, p.code(), faults);
      for (String value : p.values()) {
        if (vocabulary.home(value).isEmpty()) {
          String fault = "%s %s: value %s has no home attribute";
          faults.add(Vocabulary.FILE, 0, fault.formatted(designator, p.code(), value));
        }
      }
      if (p.values().isEmpty()) {
        faults.add(designator, 0, p.code() + " has no values: it belongs to those not understood");
      }
      procedures.add(p.withValues(form.apply(p.values())));
    }
    for (Unmapped unmapped : source.notCanonicalised()) {
      checkOnce(codes, designator, unmapped.code(), faults);
    }
    return new Scheme(designator, procedures, source.notCanonicalised());
  }

  private static void checkOnce(Set<String> codes, String designator, String code, Faults faults) {
    if (!codes.add(code)) {
      faults.add(designator, 0, "code " + code + " stands twice");
    }
  }
}
