package org.radcanon.terminology.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.reading.Hints;
import org.radcanon.terminology.reading.Reading;
import org.radcanon.terminology.reading.TextReader;
import org.radcanon.terminology.relation.PairRelations;
import org.radcanon.terminology.relation.Relations;

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

  private final TextReader reader;
  private final Objections objections;
  private final PairRelations pairs;

  TextStep(TextReader reader, Objections objections, PairRelations pairs) {
    this.pairs = pairs;
    this.reader = reader;
    this.objections = objections;
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
        return matched(sourced, deciding, ofSeries, hints, lines);
      }
    }
    return open(deciding, ofSeries);
  }

  private Step matched(
      Sourced first,
      List<Sourced> deciding,
      List<Sourced> ofSeries,
      Hints hints,
      List<String> lines) {
    Reading match = first.reading();
    Optional<String> side = Objections.side(match.concept(), hints, "the description");
    if (side.isPresent()) {
      return new Step.Contradiction(side.get(), List.of(match.concept()));
    }
    double confidence = match.confidence();
    Set<Concept> others = new LinkedHashSet<>();
    List<String> against = new ArrayList<>(objections.attributes(match.concept(), hints));
    boolean before = true;
    for (Sourced sourced : deciding) {
      before &= sourced != first;
      double cap = cap(match, sourced.reading(), before);
      if (cap == CONTRADICTED) {
        against.add(sourced.source() + says(match, sourced.reading()) + first.source());
      }
      confidence = Math.min(confidence, cap);
      sourced.reading().candidates().stream().findFirst().ifPresent(others::add);
    }
    ofSeries.stream()
        .filter(series -> otherSide(match.concept(), series.reading()))
        .map(series -> series.source() + " says the other side than " + first.source())
        .forEach(against::add);
    lines.addAll(against);
    others.addAll(match.others());
    others.remove(match.concept());
    return new Step.Found(
        match.concept(),
        against.isEmpty() ? confidence : Math.min(confidence, CONTRADICTED),
        match.notUnderstood(),
        List.copyOf(others));
  }

  /** A series of the other side is of no part of the study that its description tells. */
  private static boolean otherSide(Concept concept, Reading series) {
    Optional<String> side = Objections.oneSide(concept);
    return series.match()
        && series.confidence() >= BEHIND_UNKNOWN
        && side.isPresent()
        && Objections.oneSide(series.concept()).filter(s -> !side.get().equals(s)).isPresent();
  }

  private String says(Reading match, Reading other) {
    Relations.Kind kind =
        other.match() ? pairs.between(match.concept(), other.concept()) : Relations.Kind.UNRELATED;
    return switch (kind) {
      case NARROWER -> " says more than ";
      case BROADER -> " says less than ";
      case EQUIVALENT, UNRELATED -> " contradicts ";
    };
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
