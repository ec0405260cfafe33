package org.radcanon.fhir.terminology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.relation.Relations;

/**
 * From a code to the codes of other schemes (ConceptMap/$translate): those of the same concept; for
 * a scheme that has none, those of the nearest broader and narrower concepts, said to be so. A code
 * that its scheme has superseded is translated, but nothing is translated into it.
 */
public final class Translations {

  /** As many codes of a scheme that are not equivalent as a person can read. */
  private static final int NEIGHBOURS = 20;

  private static final int STEPS = 4;

  private final MapAsFhir codes;
  private final Relations relations;

  public Translations(MapAsFhir codes, Relations relations) {
    this.codes = codes;
    this.relations = relations;
  }

  /**
   * A code that another may stand for.
   *
   * @param equivalence how the target's meaning lies to the source's (FHIR R4
   *     ConceptMapEquivalence: {@code wider} says that the target is wider than the source)
   * @param target the code found
   */
  public record Match(ConceptMapEquivalence equivalence, Coding target) {}

  /**
   * What was found.
   *
   * @param matches equivalent ones first
   * @param superseded the codes that their schemes have superseded: those of the same concept, left
   *     out of the matches; with {@code reverse} those among the matches
   */
  public record Found(List<Match> matches, List<Coding> superseded) {

    public Found {
      matches = List.copyOf(matches);
      superseded = List.copyOf(superseded);
    }
  }

  /**
   * The matches of a code.
   *
   * @param targets the schemes wanted; the code's own is left out
   * @param reverse the code is the target, what is found are sources: equivalence is said from
   *     them, and superseded codes are among them
   */
  public Found of(KnownCode code, List<CodingScheme> targets, boolean reverse) {
    List<Match> matches = new ArrayList<>();
    List<Coding> superseded = new ArrayList<>();
    Concept concept = current(code);
    for (CodingScheme target : targets) {
      if (!target.designator().equals(code.scheme().designator())) {
        List<Match> found = into(concept, target, reverse);
        matches.addAll(found);
        superseded.addAll(reverse ? superseded(found, target) : superseded(concept, target));
      }
    }
    return new Found(matches, superseded);
  }

  private List<Coding> superseded(Concept concept, CodingScheme target) {
    return CodeSystems.codesOf(concept, target).stream()
        .filter(codes::superseded)
        .map(code -> codes.coding(code, concept))
        .toList();
  }

  private List<Coding> superseded(List<Match> matches, CodingScheme target) {
    return matches.stream()
        .map(Match::target)
        .filter(c -> codes.superseded(new Code(c.getCode(), target.designator(), c.getDisplay())))
        .toList();
  }

  /** A retired concept is translated as the one that replaced it. */
  private Concept current(KnownCode code) {
    CanonicalMap map = codes.map();
    return map.replacedBy(code.concept().code()).flatMap(map::concept).orElse(code.concept());
  }

  private List<Match> into(Concept concept, CodingScheme target, boolean reverse) {
    List<Match> same = matches(concept, target, ConceptMapEquivalence.EQUIVALENT, reverse);
    if (!same.isEmpty()) {
      return same;
    }
    List<Match> near = new ArrayList<>();
    ConceptMapEquivalence above =
        reverse ? ConceptMapEquivalence.NARROWER : ConceptMapEquivalence.WIDER;
    ConceptMapEquivalence below =
        reverse ? ConceptMapEquivalence.WIDER : ConceptMapEquivalence.NARROWER;
    nearest(concept, target, relations::broader, reverse)
        .forEach(c -> near.addAll(matches(c, target, above, reverse)));
    nearest(concept, target, relations::narrower, reverse)
        .forEach(c -> near.addAll(matches(c, target, below, reverse)));
    return near.subList(0, Math.min(NEIGHBOURS, near.size()));
  }

  /** The nearest concepts that the scheme has codes of, step by step away. */
  private Set<Concept> nearest(
      Concept from,
      CodingScheme target,
      Function<Concept, List<Concept>> step,
      boolean withSuperseded) {
    Set<Concept> seen = new LinkedHashSet<>(Set.of(from));
    Set<Concept> front = Set.of(from);
    for (int i = 0; i < STEPS && !front.isEmpty(); i++) {
      Set<Concept> next = new LinkedHashSet<>();
      front.forEach(c -> next.addAll(step.apply(c)));
      next.removeAll(seen);
      seen.addAll(next);
      Set<Concept> found = new LinkedHashSet<>(next);
      found.removeIf(c -> usable(CodeSystems.codesOf(c, target), withSuperseded).isEmpty());
      if (!found.isEmpty()) {
        return found;
      }
      front = next;
    }
    return Set.of();
  }

  private List<Code> usable(List<Code> found, boolean withSuperseded) {
    return found.stream().filter(code -> withSuperseded || !codes.superseded(code)).toList();
  }

  private List<Match> matches(
      Concept concept,
      CodingScheme target,
      ConceptMapEquivalence equivalence,
      boolean withSuperseded) {
    List<Match> matches = new ArrayList<>();
    List<Code> found =
        CodeSystems.isOwn(target)
            ? CodeSystems.codesOf(concept, target)
            : codes.map().codes(concept, target.designator());
    for (Code code : usable(found, withSuperseded)) {
      matches.add(new Match(equivalence, codes.coding(code, concept)));
    }
    return matches;
  }

  /** How one code lies to another of the same scheme (CodeSystem/$subsumes). */
  public Relations.Kind between(KnownCode a, KnownCode b) {
    return relations.between(current(a), current(b));
  }
}
