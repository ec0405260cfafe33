package org.radcanon.terminology.relation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.relation.Relations.Kind;

/**
 * How two concepts relate: as a line of {@code overrides.csv} says, else as their values do. Cheap
 * to make, unlike {@link Relations}, which finds the neighbours of a concept as well.
 */
public final class PairRelations {

  private final Subsumption subsumption;
  private final Map<Pair, Kind> overrides = new LinkedHashMap<>();

  record Pair(String a, String b) {}

  public PairRelations(CanonicalMap map) {
    this(map, new Subsumption(map));
  }

  PairRelations(CanonicalMap map, Subsumption subsumption) {
    this.subsumption = subsumption;
    for (MappingOverride line : map.overrides()) {
      Optional<Concept> source = concept(map, Optional.of(line.source()));
      Optional<Concept> target = concept(map, line.target());
      if (source.isPresent() && target.isPresent() && !source.equals(target)) {
        Kind seen =
            switch (line.relation()) {
              case EQUIVALENT -> Kind.EQUIVALENT;
              case NARROWER -> Kind.BROADER;
              case BROADER -> Kind.NARROWER;
              case NONE -> Kind.UNRELATED;
            };
        String a = source.get().code();
        String b = target.get().code();
        overrides.put(new Pair(a, b), seen);
        overrides.put(new Pair(b, a), seen.seenFromTheOther());
      }
    }
  }

  private static Optional<Concept> concept(
      CanonicalMap map, Optional<MappingOverride.CodeRef> code) {
    return code.flatMap(c -> map.byCode(c.scheme(), c.value()));
  }

  /** What {@code b} is, seen from {@code a}: {@link Kind#NARROWER} when b is narrower than a. */
  public Kind between(Concept a, Concept b) {
    return overridden(a, b).orElseGet(() -> computed(subsumption.said(a), subsumption.said(b)));
  }

  /** As {@link #between}, where a person's line says it. */
  Optional<Kind> overridden(Concept a, Concept b) {
    return Optional.ofNullable(overrides.get(new Pair(a.code(), b.code())));
  }

  Subsumption subsumption() {
    return subsumption;
  }

  /** All pairs, both ways round, of which a person's line speaks. */
  Map<Pair, Kind> overrides() {
    return overrides;
  }

  private static Kind computed(Set<String> a, Set<String> b) {
    boolean narrower = b.containsAll(a);
    boolean broader = a.containsAll(b);
    if (narrower) {
      return broader ? Kind.EQUIVALENT : Kind.NARROWER;
    }
    return broader ? Kind.BROADER : Kind.UNRELATED;
  }
}
