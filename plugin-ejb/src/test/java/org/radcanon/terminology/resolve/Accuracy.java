package org.radcanon.terminology.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.resolve.NamedStudies.Named;

/** How well names of studies resolve: right first, wrong above the threshold, written at all. */
final class Accuracy {

  /** As {@code radcanon.enrichment.threshold} by default. */
  static final double THRESHOLD = 0.9;

  /**
   * What became of a name.
   *
   * @param first the concept shown first, if any
   */
  record Outcome(Named study, Optional<Concept> first, double confidence, List<String> evidence) {

    boolean right() {
      return study.expected().isPresent() && study.expected().equals(first);
    }

    boolean written() {
      return first.isPresent() && confidence >= THRESHOLD;
    }

    boolean wrongly() {
      return written() && !right();
    }
  }

  /** Counts of some names whose code the map has. */
  static final class Count {
    int names;
    int right;
    int written;
    int wrong;

    void add(Outcome outcome) {
      names++;
      right += outcome.right() ? 1 : 0;
      written += outcome.written() ? 1 : 0;
      wrong += outcome.wrongly() ? 1 : 0;
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "%d | %d (%.1f %%) | %d (%.1f %%) | %d (%.1f %%)",
          names,
          right,
          share(right),
          written,
          share(written),
          wrong,
          share(wrong));
    }

    double share(int part) {
      return names == 0 ? 0 : 100.0 * part / names;
    }
  }

  private final Resolver resolver;

  Accuracy(Resolver resolver) {
    this.resolver = resolver;
  }

  Outcome outcome(Named study) {
    Resolution resolution = resolver.resolve(study.evidence());
    if (resolution instanceof Resolution.Resolved r) {
      return new Outcome(study, Optional.of(r.concept()), r.confidence(), r.evidence());
    }
    Resolution.Unresolved u = (Resolution.Unresolved) resolution;
    return new Outcome(study, u.candidates().stream().findFirst(), 0, u.evidence());
  }

  List<Outcome> outcomes(List<Named> studies) {
    return studies.stream().map(this::outcome).toList();
  }

  static Map<String, Count> byModality(List<Outcome> outcomes) {
    Map<String, Count> counts = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome.study().expected().isPresent()) {
        String modality = String.join(" ", outcome.study().modalities().stream().sorted().toList());
        counts.computeIfAbsent(modality, m -> new Count()).add(outcome);
        counts.computeIfAbsent("", m -> new Count()).add(outcome);
      }
    }
    return counts;
  }

  static List<Outcome> errors(List<Outcome> outcomes) {
    List<Outcome> errors = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome.study().expected().isPresent() && !outcome.right()) {
        errors.add(outcome);
      }
    }
    return errors;
  }
}
