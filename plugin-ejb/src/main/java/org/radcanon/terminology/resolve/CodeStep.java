package org.radcanon.terminology.resolve;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.relation.OneProcedure;
import org.radcanon.terminology.relation.PairRelations;
import org.radcanon.terminology.relation.Relations;

/**
 * Resolution by known code. The first source (in the order given) that has a known code decides;
 * the equivalents of its items count as its own. Several known codes in it are one procedure where
 * {@link OneProcedure} says so, the fullest being the answer; else they contradict each other, and
 * no code decides. The items of Request Attributes Sequence are requests (PS3.3 Table 10-9: each
 * has one code), so that two codes there are two procedures. A less trusted source that says more
 * or less than the answer is named; one that says otherwise lowers the confidence below what is
 * written.
 */
final class CodeStep {

  static final double CERTAIN = 1.0;

  /** Below what is written: somebody requested, or coded, another procedure. */
  static final double CONTRADICTED = 0.85;

  /**
   * A scanner's menu says another part of the body, as it often does wrongly: named, and a person's
   * code is written all the same.
   */
  static final double PLACED_ELSEWHERE = 0.92;

  private static final Step NO_KNOWN_CODE = new Step.Open("no known code", List.of(), List.of());
  private static final String REQUESTS = "RequestAttributesSequence.";
  private static final String EQUIVALENTS = ".EquivalentCodeSequence";

  private final CanonicalMap map;
  private final PairRelations pairs;
  private final OneProcedure oneProcedure;

  CodeStep(CanonicalMap map, PairRelations pairs) {
    this.map = map;
    this.pairs = pairs;
    this.oneProcedure = new OneProcedure(pairs);
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
          c -> bySource.computeIfAbsent(sequence(sourced), s -> new LinkedHashSet<>(2)).add(c));
    }
    return bySource.isEmpty() ? NO_KNOWN_CODE : decide(bySource, lines);
  }

  private static String sequence(SourcedCode sourced) {
    String source = sourced.source();
    return source.endsWith(EQUIVALENTS)
        ? source.substring(0, source.length() - EQUIVALENTS.length())
        : source;
  }

  private Step decide(Map<String, Set<Concept>> bySource, List<String> lines) {
    Map.Entry<String, Set<Concept>> first = bySource.entrySet().iterator().next();
    Optional<Concept> one = one(first.getKey(), first.getValue());
    if (one.isEmpty()) {
      return new Step.Contradiction(
          "codes in " + first.getKey() + " mean different procedures: " + names(first.getValue()),
          List.copyOf(first.getValue()));
    }
    Concept concept = one.get();
    if (first.getValue().size() > 1) {
      lines.add(
          first.getKey() + ": these codes tell one procedure, most fully as " + concept.name());
    }
    return weighed(concept, bySource, lines);
  }

  private Optional<Concept> one(String source, Set<Concept> concepts) {
    return concepts.size() == 1
        ? concepts.stream().findFirst()
        : source.startsWith(REQUESTS) ? Optional.empty() : oneProcedure.fullest(concepts);
  }

  /** What less trusted sources say of the answer. */
  private Step weighed(Concept answer, Map<String, Set<Concept>> bySource, List<String> lines) {
    Set<Concept> others = new LinkedHashSet<>(2);
    bySource.values().forEach(others::addAll);
    others.remove(answer);
    double confidence = CERTAIN;
    boolean deciding = true;
    for (Map.Entry<String, Set<Concept>> source : bySource.entrySet()) {
      for (Concept other : deciding ? Set.<Concept>of() : source.getValue()) {
        Relations.Kind kind = pairs.between(answer, other);
        if (!other.equals(answer)) {
          lines.add(source.getKey() + ": " + other.name() + " " + words(kind) + answer.name());
        }
        confidence = kind == Relations.Kind.UNRELATED ? CONTRADICTED : confidence;
      }
      deciding = false;
    }
    return new Step.Found(answer, confidence, List.of(), List.copyOf(others));
  }

  private static String words(Relations.Kind kind) {
    return switch (kind) {
      case NARROWER -> "only says more than ";
      case BROADER -> "only says less than ";
      case EQUIVALENT -> "is the same as ";
      case UNRELATED -> "contradicts ";
    };
  }

  private static String names(Set<Concept> concepts) {
    return concepts.stream().map(Concept::name).collect(Collectors.joining("; "));
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
