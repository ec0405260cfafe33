package org.radcanon.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.OutOfSpaceException;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.Outcome.Refused;
import org.radcanon.archive.Outcome.Unavailable;
import org.radcanon.index.StudyIndex;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;
import org.radcanon.intake.StoreResult.Stored;

/** The end of the line: what the archive answered, recorded in the index and told to the door. */
final class Conclusion {

  /** Instances of one study recorded in one transaction at most. */
  private static final int TOGETHER = 64;

  private final CodingRoom codings;
  private final StudyIndex index;

  Conclusion(CodingRoom codings, StudyIndex index) {
    this.codings = codings;
    this.index = index;
  }

  /** One result for each instance, in order. */
  List<StoreResult> of(List<Underway> underway, Delivery delivery) {
    List<Outcome> outcomes = answers(underway.size(), delivery);
    logUnavailable(outcomes);
    List<StoreResult> results = new ArrayList<>();
    for (int from = 0; from < underway.size(); ) {
      int to = from + 1;
      while (to < underway.size() && to - from < TOGETHER && sameStudy(underway, from, to)) {
        to++;
      }
      results.addAll(ofOneStudy(underway.subList(from, to), outcomes.subList(from, to)));
      from = to;
    }
    return results;
  }

  private static boolean sameStudy(List<Underway> underway, int one, int other) {
    return underway.get(one).study().equals(underway.get(other).study());
  }

  private static List<Outcome> answers(int expected, Delivery delivery) {
    List<Outcome> outcomes = delivery.finish();
    if (outcomes.size() != expected) {
      throw new IllegalStateException("the archive answered for other instances than it was given");
    }
    return outcomes;
  }

  private List<StoreResult> ofOneStudy(List<Underway> underway, List<Outcome> outcomes) {
    List<Underway> kept = new ArrayList<>();
    for (int i = 0; i < underway.size(); i++) {
      if (outcomes.get(i) instanceof Kept) {
        kept.add(underway.get(i));
      }
    }
    boolean recorded = recorded(kept);
    List<StoreResult> results = new ArrayList<>();
    for (int i = 0; i < underway.size(); i++) {
      results.add(of(underway.get(i), outcomes.get(i), recorded));
    }
    return results;
  }

  /** Whether they were recorded together; else each is tried alone, and one may be the trouble. */
  private boolean recorded(List<Underway> kept) {
    if (kept.size() < 2) {
      return false;
    }
    try {
      index.record(kept.stream().map(Underway::entry).toList());
      return true;
    } catch (RuntimeException e) {
      IntakeLog.LOG.inFull(e);
      return false;
    }
  }

  private StoreResult of(Underway instance, Outcome outcome, boolean recorded) {
    if (outcome instanceof Unavailable unavailable) {
      return failed(instance, FailureReason.OUT_OF_RESOURCES.status(), comment(unavailable));
    }
    if (outcome instanceof Refused refused) {
      IntakeLog.LOG.archiveRefused(refused.status(), refused.reason());
      return failed(instance, refused.status(), refused.reason());
    }
    return kept(instance, (Kept) outcome, recorded);
  }

  private StoreResult kept(Underway instance, Kept kept, boolean recorded) {
    if (kept.change() == Outcome.Change.REPLACED) {
      IntakeLog.LOG.replaced(instance.head().key().instance());
    }
    try {
      if (!recorded) {
        index.record(List.of(instance.entry()));
      }
      codings.settle(instance.study(), instance.evidence(), instance.decision());
    } catch (RuntimeException e) {
      Failures.log(e);
      return failed(instance, FailureReason.PROCESSING_FAILURE.status(), "processing failed");
    }
    return new Stored(
        instance.head().sopClass(),
        instance.head().key().instance(),
        instance.study(),
        instance.head().key().series(),
        instance.coerced() ? OptionalInt.of(StoreResult.COERCED) : kept.warning());
  }

  /** Once for all: what keeps an archive from taking one instance keeps it from taking the rest. */
  private static void logUnavailable(List<Outcome> outcomes) {
    List<ArchiveException> causes =
        outcomes.stream()
            .filter(Unavailable.class::isInstance)
            .map(outcome -> ((Unavailable) outcome).cause())
            .toList();
    Optional<ArchiveException> first = causes.stream().findFirst();
    first.ifPresent(cause -> IntakeLog.LOG.archiveFailed(causes.size(), cause));
  }

  private static String comment(Unavailable unavailable) {
    return unavailable.cause() instanceof OutOfSpaceException full
        ? full.getMessage()
        : "the archive cannot take it now";
  }

  private static Failed failed(Underway instance, int status, String comment) {
    return new Failed(
        Optional.of(instance.head().sopClass()),
        Optional.of(instance.head().key().instance()),
        status,
        comment);
  }
}
