package org.radcanon.terminology.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.reading.Hints;
import org.radcanon.terminology.reading.Reading;
import org.radcanon.terminology.reading.TextReader;

/**
 * Resolution by text. Texts that describe the study decide, the most trusted first; texts that
 * describe a series (Protocol Name, Series Description) never decide a study, since a series may be
 * a part of it or belong to a protocol used for several procedures. Nothing decides before an
 * acquisition is known.
 */
final class TextStep {

  /** A more trusted text was not understood. */
  static final double BEHIND_UNKNOWN = 0.9;

  /** Another text that describes the study, or an attribute, says otherwise. */
  static final double CONTRADICTED = 0.6;

  /** Another text, itself hardly understood, comes nearer to something else. */
  static final double LESS_CERTAIN = 0.85;

  private static final String WITHOUT_CONTRAST = "RID28768";

  private final TextReader reader;

  TextStep(TextReader reader) {
    this.reader = reader;
  }

  private record Sourced(String source, Reading reading) {}

  Step decide(ProcedureEvidence evidence, List<String> lines) {
    Hints hints = new Hints(evidence.hints());
    List<Sourced> deciding = new ArrayList<>(4);
    List<Sourced> ofSeries = new ArrayList<>(2);
    for (SourcedText text : evidence.texts()) {
      Reading reading = reader.read(text.text(), evidence.modalities(), hints);
      boolean decides = reader.decides(text.source());
      lines.add(text.source() + ": " + reading.line() + (decides ? "" : "; describes a series"));
      (decides ? deciding : ofSeries).add(new Sourced(text.source(), reading));
    }
    if (evidence.modalities().isEmpty()) {
      return new Step.Open("no acquisition is known yet", List.of(), candidates(deciding));
    }
    for (Sourced sourced : deciding) {
      if (sourced.reading().match()) {
        return matched(sourced.reading(), deciding, hints, lines);
      }
    }
    return open(deciding, ofSeries);
  }

  private static Step matched(
      Reading match, List<Sourced> deciding, Hints hints, List<String> lines) {
    Optional<String> side = otherSide(match.concept(), hints);
    if (side.isPresent()) {
      return new Step.Contradiction(side.get(), List.of(match.concept()));
    }
    double confidence = match.confidence();
    Set<Concept> others = new LinkedHashSet<>();
    boolean before = true;
    for (Sourced sourced : deciding) {
      before &= sourced.reading() != match;
      confidence = Math.min(confidence, cap(match, sourced.reading(), before));
      sourced.reading().candidates().stream().findFirst().ifPresent(others::add);
    }
    others.addAll(match.others());
    if (agentAgainst(match.concept(), hints)) {
      lines.add("ContrastBolusAgent: names an agent, the description says without");
      confidence = Math.min(confidence, CONTRADICTED);
    }
    others.remove(match.concept());
    return new Step.Found(match.concept(), confidence, match.notUnderstood(), List.copyOf(others));
  }

  /** How far another reading lets one trust a match. */
  private static double cap(Reading match, Reading other, boolean moreTrusted) {
    if (other.kind() == Reading.Kind.UNKNOWN) {
      return moreTrusted ? BEHIND_UNKNOWN : 1;
    }
    boolean agrees =
        other.match()
            ? other.concept().equals(match.concept())
            : other.candidates().contains(match.concept());
    boolean certain = other.confidence() >= BEHIND_UNKNOWN;
    return agrees
        ? 1
        : certain || other.candidates().isEmpty() || !other.candidates().contains(match.concept())
            ? CONTRADICTED
            : LESS_CERTAIN;
  }

  private static Optional<String> otherSide(Concept concept, Hints hints) {
    SortedSet<String> sides = concept.attributes().get(Attribute.LATERALITY);
    if (sides == null || sides.size() != 1) {
      return Optional.empty();
    }
    boolean left = sides.first().equals(Hints.LEFT);
    if (!left && !sides.first().equals(Hints.RIGHT)) {
      return Optional.empty();
    }
    return hints
        .side()
        .filter(hint -> !Hints.value(hint).equals(sides.first()))
        .map(
            hint ->
                "the description says "
                    + (left ? "left" : "right")
                    + ", "
                    + hint.source()
                    + " says "
                    + (left ? "right" : "left"));
  }

  private static boolean agentAgainst(Concept concept, Hints hints) {
    SortedSet<String> contrast = concept.attributes().get(Attribute.CONTRAST);
    return contrast != null && contrast.contains(WITHOUT_CONTRAST) && hints.agent();
  }

  /** Nothing matched: the first reading that says something says most. */
  private static Step open(List<Sourced> deciding, List<Sourced> ofSeries) {
    if (deciding.isEmpty()) {
      return new Step.Open("no text describes the study", List.of(), candidates(ofSeries));
    }
    List<String> words =
        deciding.stream().flatMap(s -> s.reading().notUnderstood().stream()).distinct().toList();
    Sourced first =
        deciding.stream()
            .filter(s -> s.reading().kind() != Reading.Kind.UNKNOWN)
            .findFirst()
            .orElse(deciding.get(0));
    return new Step.Open(
        first.source() + " " + first.reading().line(), words, first.reading().candidates());
  }

  private static List<Concept> candidates(List<Sourced> readings) {
    return readings.stream().flatMap(s -> s.reading().candidates().stream()).distinct().toList();
  }
}
