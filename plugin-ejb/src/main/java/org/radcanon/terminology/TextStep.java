package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.TextReader.Reading;

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

  private static final String LEFT = "RID5824";
  private static final String RIGHT = "RID5825";
  private static final String WITHOUT_CONTRAST = "RID28768";
  private static final Set<String> NO_AGENT = Set.of("", "NO", "NONE", "N", "NO CONTRAST", "0");

  private final TextReader reader;

  TextStep(TextReader reader) {
    this.reader = reader;
  }

  private record Sourced(String source, Reading reading) {}

  Step decide(ProcedureEvidence evidence, List<String> lines) {
    List<Sourced> deciding = new ArrayList<>(4);
    for (SourcedText text : evidence.texts()) {
      Reading reading = reader.read(text.text(), evidence.modalities());
      boolean decides = reader.decides(text.source());
      lines.add(text.source() + ": " + reading.line() + (decides ? "" : "; describes a series"));
      if (decides) {
        deciding.add(new Sourced(text.source(), reading));
      }
    }
    if (evidence.modalities().isEmpty()) {
      return new Step.Open("no acquisition is known yet", List.of(), List.of());
    }
    for (Sourced sourced : deciding) {
      if (sourced.reading() instanceof Reading.Match match) {
        return matched(match, deciding, evidence, lines);
      }
    }
    return open(deciding);
  }

  private static Step matched(
      Reading.Match match, List<Sourced> deciding, ProcedureEvidence evidence, List<String> lines) {
    Optional<String> side = otherSide(match.concept(), evidence.hints());
    if (side.isPresent()) {
      return new Step.Contradiction(side.get(), List.of(match.concept()));
    }
    double confidence = match.confidence();
    Set<Concept> others = new LinkedHashSet<>(match.others());
    boolean before = true;
    for (Sourced sourced : deciding) {
      before &= sourced.reading() != match;
      confidence = Math.min(confidence, cap(match.concept(), sourced.reading(), before));
      others.addAll(sourced.reading().candidates());
    }
    if (agentAgainst(match.concept(), evidence.hints())) {
      lines.add("ContrastBolusAgent: names an agent, the description says without");
      confidence = Math.min(confidence, CONTRADICTED);
    }
    others.remove(match.concept());
    return new Step.Found(match.concept(), confidence, match.notUnderstood(), List.copyOf(others));
  }

  /** How far another reading lets one trust a match. */
  private static double cap(Concept concept, Reading other, boolean moreTrusted) {
    if (other instanceof Reading.Unknown) {
      return moreTrusted ? BEHIND_UNKNOWN : 1;
    }
    return other.candidates().contains(concept) ? 1 : CONTRADICTED;
  }

  private static Optional<String> otherSide(Concept concept, List<SourcedText> hints) {
    SortedSet<String> sides = concept.attributes().get(Attribute.LATERALITY);
    if (sides == null || sides.size() != 1) {
      return Optional.empty();
    }
    String said = sides.first();
    return hints.stream()
        .filter(hint -> hint.source().endsWith("Laterality"))
        .filter(
            hint ->
                said.equals(LEFT) && hint.text().strip().equalsIgnoreCase("R")
                    || said.equals(RIGHT) && hint.text().strip().equalsIgnoreCase("L"))
        .map(
            hint ->
                "the description says "
                    + (said.equals(LEFT) ? "left" : "right")
                    + ", "
                    + hint.source()
                    + " says "
                    + (said.equals(LEFT) ? "right" : "left"))
        .findFirst();
  }

  private static boolean agentAgainst(Concept concept, List<SourcedText> hints) {
    SortedSet<String> contrast = concept.attributes().get(Attribute.CONTRAST);
    return contrast != null
        && contrast.contains(WITHOUT_CONTRAST)
        && hints.stream()
            .filter(hint -> hint.source().equals("ContrastBolusAgent"))
            .anyMatch(hint -> !NO_AGENT.contains(hint.text().strip().toUpperCase(Locale.ROOT)));
  }

  /** Nothing matched: the first ambiguous or contradicting reading says most. */
  private static Step open(List<Sourced> deciding) {
    if (deciding.isEmpty()) {
      return new Step.Open("no text describes the study", List.of(), List.of());
    }
    List<String> words =
        deciding.stream().flatMap(s -> s.reading().notUnderstood().stream()).distinct().toList();
    for (Sourced sourced : deciding) {
      if (!(sourced.reading() instanceof Reading.Unknown)) {
        return new Step.Open(
            sourced.source() + " " + sourced.reading().line(),
            words,
            sourced.reading().candidates());
      }
    }
    return new Step.Open(
        deciding.get(0).source() + " " + deciding.get(0).reading().line(), words, List.of());
  }
}
