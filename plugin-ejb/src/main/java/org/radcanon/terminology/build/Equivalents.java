package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.MappingOverride.CodeRef;

/**
 * Gives codes that mean what other codes mean the values of those: from one to the next, and as
 * {@code overrides.csv} has it where it says something about one of them. A code whose target means
 * nothing stands among those not understood.
 */
final class Equivalents {

  private final Map<CodeRef, Collection<String>> values = new HashMap<>();
  private final Map<CodeRef, CodeRef> targets = new HashMap<>();
  private final Map<CodeRef, MappingOverride> moves = new HashMap<>();
  private final Ledger ledger;

  Equivalents(List<SchemeSource> sources, List<MappingOverride> overrides, Ledger ledger) {
    this.ledger = ledger;
    for (SchemeSource source : sources) {
      String scheme = source.designator();
      source.procedures().forEach(p -> values.put(new CodeRef(scheme, p.code()), p.values()));
      source
          .equivalents()
          .forEach(e -> targets.put(new CodeRef(scheme, e.procedure().code()), e.target()));
    }
    overrides.stream().filter(MappingOverride::moves).forEach(o -> moves.put(o.source(), o));
  }

  /** What a source brings, without any code that waits for another's values. */
  SchemeSource resolved(SchemeSource source) {
    if (source.equivalents().isEmpty()) {
      return source;
    }
    List<SourceProcedure> understood = new ArrayList<>(source.procedures());
    List<Unmapped> not = new ArrayList<>(source.notCanonicalised());
    for (Equivalent equivalent : source.equivalents()) {
      SourceProcedure procedure = equivalent.procedure();
      Optional<Collection<String>> found = valuesOf(equivalent.target());
      if (found.isPresent()) {
        understood.add(procedure.withValues(found.get()));
      } else {
        String name = procedure.names().isEmpty() ? "" : procedure.names().get(0).text();
        String target = "target " + equivalent.target();
        not.add(new Unmapped(procedure.code(), name, List.of(target)));
      }
    }
    understood.sort(Comparator.comparing(SourceProcedure::code));
    not.sort(Comparator.comparing(Unmapped::code));
    return new SchemeSource(source.designator(), understood, not);
  }

  private Optional<Collection<String>> valuesOf(CodeRef code) {
    CodeRef at = code;
    Set<CodeRef> passed = new HashSet<>();
    while (passed.add(at)) {
      Optional<CodeRef> next =
          moves.containsKey(at) ? moves.get(at).target() : Optional.ofNullable(targets.get(at));
      if (next.isEmpty()) {
        return moves.containsKey(at) ? Optional.empty() : own(at);
      }
      at = next.get();
    }
    return Optional.empty();
  }

  private Optional<Collection<String>> own(CodeRef code) {
    return code.scheme().equals(CanonicalMap.CONCEPT_SCHEME)
        ? ledger.setOf(code.value()).map(set -> set)
        : Optional.ofNullable(values.get(code));
  }
}
