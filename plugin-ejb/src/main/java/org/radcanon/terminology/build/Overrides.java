package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.MappingOverride.Relation;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.build.SourceProcedure.NameKind;
import org.radcanon.terminology.build.SourceProcedure.SourceName;
import org.radcanon.terminology.table.Faults;

/** Puts the lines of {@code overrides.csv} over what the sources brought. */
final class Overrides {

  private final List<MappingOverride> lines;
  private final Ledger ledger;
  private final Faults faults;
  private final Map<CodeRef, MappingOverride> moves = new HashMap<>();
  private final Map<CodeRef, SourceProcedure> procedures = new HashMap<>();
  private final Map<CodeRef, Unmapped> unmapped = new HashMap<>();

  Overrides(List<MappingOverride> lines, List<Scheme> schemes, Ledger ledger, Faults faults) {
    this.lines = lines;
    this.ledger = ledger;
    this.faults = faults;
    lines.stream().filter(MappingOverride::moves).forEach(o -> moves.put(o.source(), o));
    for (Scheme scheme : schemes) {
      String designator = scheme.designator();
      scheme.procedures().forEach(p -> procedures.put(new CodeRef(designator, p.code()), p));
      scheme.notCanonicalised().forEach(u -> unmapped.put(new CodeRef(designator, u.code()), u));
    }
  }

  /** The schemes with the lines applied; that all codes are there was seen before. */
  List<Scheme> applied(List<Scheme> schemes) {
    lines.forEach(this::check);
    return schemes.stream().map(this::applied).toList();
  }

  private void check(MappingOverride line) {
    if (line.moves()) {
      return;
    }
    Optional<Set<String>> source = values(line, line.source());
    Optional<Set<String>> target = line.target().flatMap(t -> values(line, t));
    if (source.isPresent() && source.equals(target)) {
      fault(line, line.source() + " has the attributes of " + line.target().orElseThrow());
    }
  }

  private Scheme applied(Scheme scheme) {
    List<SourceProcedure> understood = new ArrayList<>();
    List<Unmapped> not = new ArrayList<>();
    for (SourceProcedure p : scheme.procedures()) {
      MappingOverride line = moves.get(new CodeRef(scheme.designator(), p.code()));
      if (line == null) {
        understood.add(p);
      } else if (line.relation() == Relation.EQUIVALENT) {
        values(line, line.source()).ifPresent(set -> understood.add(p.withValues(set)));
      } else {
        String name = p.names().isEmpty() ? "" : p.names().get(0).text();
        not.add(new Unmapped(p.code(), name, List.of(line.reason())));
      }
    }
    for (Unmapped u : scheme.notCanonicalised()) {
      MappingOverride line = moves.get(new CodeRef(scheme.designator(), u.code()));
      if (line == null || line.relation() == Relation.NONE) {
        not.add(u);
      } else {
        values(line, line.source()).ifPresent(set -> understood.add(procedure(u, set)));
      }
    }
    not.sort(Comparator.comparing(Unmapped::code));
    return new Scheme(scheme.designator(), understood, not);
  }

  private static SourceProcedure procedure(Unmapped code, Set<String> values) {
    List<SourceName> names =
        code.name().isEmpty() ? List.of() : List.of(new SourceName(NameKind.CURATED, code.name()));
    return new SourceProcedure(code.code(), Rank.NORMAL, List.copyOf(values), names);
  }

  /** The values that a code means, lines followed; a fault where it means none. */
  private Optional<Set<String>> values(MappingOverride line, CodeRef code) {
    CodeRef at = code;
    Set<CodeRef> passed = new HashSet<>();
    while (moves.containsKey(at)) {
      Optional<CodeRef> target = moves.get(at).target();
      if (target.isEmpty()) {
        fault(line, at + " means no concept, by line " + moves.get(at).line());
        return Optional.empty();
      }
      if (!passed.add(at)) {
        fault(line, "lines lead in a circle, over " + at);
        return Optional.empty();
      }
      at = target.get();
    }
    if (unmapped.containsKey(at)) {
      fault(line, at + " has no concept");
    }
    return own(at);
  }

  private Optional<Set<String>> own(CodeRef code) {
    return code.scheme().equals(CanonicalMap.CONCEPT_SCHEME)
        ? ledger.setOf(code.value())
        : Optional.ofNullable(procedures.get(code)).map(p -> new LinkedHashSet<>(p.values()));
  }

  private void fault(MappingOverride line, String reason) {
    faults.add(MappingOverride.FILE, line.line(), reason);
  }
}
