package org.radcanon.terminology.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;

/**
 * Resolution by known code. The first source (in the order given) that has a known code decides;
 * two known codes of different concepts in that one source contradict each other, and then no code
 * decides. A less trusted source that says otherwise lowers the confidence and is named.
 */
final class CodeStep {

  static final double CERTAIN = 1.0;
  static final double CONTRADICTED = 0.9;

  private static final Step NO_KNOWN_CODE = new Step.Open("no known code", List.of(), List.of());

  private final CanonicalMap map;

  CodeStep(CanonicalMap map) {
    this.map = map;
  }

  Step decide(ProcedureEvidence evidence, List<String> lines) {
    return evidence.codes().size() == 1
        ? decide(evidence.codes().get(0), lines)
        : decideAmong(evidence, lines);
  }

  /** The usual case, which needs no bookkeeping. */
  private Step decide(SourcedCode sourced, List<String> lines) {
    Optional<Concept> concept = map.byCode(sourced.code().scheme(), sourced.code().value());
    lines.add(line(sourced, concept));
    return concept.isPresent()
        ? new Step.Found(concept.get(), CERTAIN, List.of(), List.of())
        : NO_KNOWN_CODE;
  }

  private Step decideAmong(ProcedureEvidence evidence, List<String> lines) {
    Map<String, Set<Concept>> bySource = new LinkedHashMap<>(4);
    for (SourcedCode sourced : evidence.codes()) {
      Code code = sourced.code();
      Optional<Concept> concept = map.byCode(code.scheme(), code.value());
      lines.add(line(sourced, concept));
      concept.ifPresent(
          c -> bySource.computeIfAbsent(sourced.source(), s -> new LinkedHashSet<>(2)).add(c));
    }
    if (bySource.isEmpty()) {
      return NO_KNOWN_CODE;
    }
    return decide(bySource);
  }

  private static Step decide(Map<String, Set<Concept>> bySource) {
    Map.Entry<String, Set<Concept>> first = bySource.entrySet().iterator().next();
    if (first.getValue().size() > 1) {
      return new Step.Contradiction(
          "codes in " + first.getKey() + " mean different procedures",
          List.copyOf(first.getValue()));
    }
    Concept concept = first.getValue().iterator().next();
    Set<Concept> others = new LinkedHashSet<>(2);
    bySource.values().forEach(others::addAll);
    others.remove(concept);
    return new Step.Found(
        concept, others.isEmpty() ? CERTAIN : CONTRADICTED, List.of(), new ArrayList<>(others));
  }

  private static String line(SourcedCode sourced, Optional<Concept> concept) {
    Code code = sourced.code();
    return sourced.source()
        + ": code "
        + code.value()
        + " of "
        + code.scheme()
        + concept.map(c -> " means " + c.code() + " " + c.name()).orElse(" is not known");
  }
}
