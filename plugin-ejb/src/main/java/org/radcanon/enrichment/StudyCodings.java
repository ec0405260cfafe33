package org.radcanon.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcanon.enrichment.Decision.Change;
import org.radcanon.enrichment.Decision.Kind;
import org.radcanon.enrichment.Decision.Report;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;

/**
 * One study, one code: what an instance's own resolution means for the coding of its study. The
 * first good one counts, all instances follow it, and what contradicts it is for a person.
 */
final class StudyCodings {

  /** What comes out for the study. */
  record Verdict(Optional<StudyCoding> coding, Change change, Optional<Report> report) {}

  private final double threshold;

  StudyCodings(double threshold) {
    this.threshold = threshold;
  }

  /**
   * @param acquired whether the instance was acquired by a modality
   * @param ours whether radcanon has changed the instance before, so that its code may be our own
   *     and confirms nothing
   */
  Verdict judge(
      Optional<StudyCoding> inForce, Resolution resolution, boolean acquired, boolean ours) {
    return inForce
        .map(coding -> follow(coding, resolution, ours))
        .orElseGet(() -> first(resolution, acquired));
  }

  /** The coding that a resolution is good for by itself. */
  Optional<StudyCoding> certain(Resolution resolution) {
    return resolution instanceof Resolved resolved && isCertain(resolved)
        ? Optional.of(coding(resolved))
        : Optional.empty();
  }

  private Verdict first(Resolution resolution, boolean acquired) {
    return certain(resolution)
        .map(coding -> new Verdict(Optional.of(coding), Change.PROPOSED, Optional.empty()))
        .orElseGet(
            () ->
                new Verdict(
                    Optional.empty(), Change.NONE, Optional.of(unresolved(resolution, acquired))));
  }

  private Report unresolved(Resolution resolution, boolean acquired) {
    String prefix = acquired ? "" : "No image of an acquisition has arrived yet. ";
    if (resolution instanceof Resolved resolved) {
      List<Concept> candidates = new ArrayList<>(List.of(resolved.concept()));
      candidates.addAll(resolved.runnersUp());
      return new Report(
          Kind.UNRESOLVED,
          prefix + tooUncertain(resolved),
          resolved.evidence(),
          candidates,
          Optional.of(coding(resolved)),
          acquired);
    }
    Unresolved unresolved = (Unresolved) resolution;
    return new Report(
        Kind.UNRESOLVED,
        prefix + unresolved.reason(),
        unresolved.evidence(),
        unresolved.candidates(),
        Optional.empty(),
        acquired);
  }

  private Verdict follow(StudyCoding inForce, Resolution resolution, boolean ours) {
    if (!(resolution instanceof Resolved resolved) || !isCertain(resolved)) {
      return following(inForce, Optional.empty());
    }
    boolean better = resolved.basis().betterThan(inForce.basis()) && !ours;
    if (resolved.concept().code().equals(inForce.concept().code())) {
      return better
          ? new Verdict(Optional.of(coding(resolved)), Change.CONFIRMED, Optional.empty())
          : following(inForce, Optional.empty());
    }
    if (better) {
      return following(inForce, Optional.of(contradiction(Kind.BETTER_BASIS, inForce, resolved)));
    }
    return following(
        inForce,
        isConflict(inForce, resolved)
            ? Optional.of(contradiction(Kind.CONFLICT, inForce, resolved))
            : Optional.empty());
  }

  /**
   * Two codes, or two lines of the site map, cannot both be right. Descriptions differ from series
   * to series in any study; they are worth a person's time only where the later one is the surer,
   * for then the study owes its code to the order of arrival.
   */
  private static boolean isConflict(StudyCoding inForce, Resolved resolved) {
    return switch (resolved.basis()) {
      case CODE -> true;
      case SITE_MAP -> inForce.basis() == Basis.SITE_MAP;
      case TEXT -> inForce.basis() == Basis.TEXT && resolved.confidence() > inForce.confidence();
    };
  }

  private static Verdict following(StudyCoding inForce, Optional<Report> report) {
    return new Verdict(Optional.of(inForce), Change.NONE, report);
  }

  private static Report contradiction(Kind kind, StudyCoding inForce, Resolved resolved) {
    return new Report(
        kind,
        "The study is coded as %s by %s; this instance says %s by %s."
            .formatted(
                inForce.concept().name(),
                words(inForce.basis()),
                resolved.concept().name(),
                words(resolved.basis())),
        resolved.evidence(),
        List.of(resolved.concept(), inForce.concept()),
        Optional.of(coding(resolved)),
        true);
  }

  /** Of every basis: a code, too, is doubtful where a second one contradicts it. */
  private boolean isCertain(Resolved resolved) {
    return resolved.confidence() >= threshold;
  }

  private String tooUncertain(Resolved resolved) {
    return String.format(
        Locale.ROOT,
        "%s fits with a confidence of %.2f, below the %.2f from which this site writes.",
        resolved.concept().name(),
        resolved.confidence(),
        threshold);
  }

  static StudyCoding coding(Resolved resolved) {
    return new StudyCoding(
        resolved.concept(), resolved.basis(), resolved.confidence(), resolved.evidence());
  }

  static String words(Basis basis) {
    return switch (basis) {
      case CODE -> "code";
      case SITE_MAP -> "site map";
      case TEXT -> "description";
    };
  }
}
