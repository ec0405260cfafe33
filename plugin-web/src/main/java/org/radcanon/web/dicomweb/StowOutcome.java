package org.radcanon.web.dicomweb;

import java.util.List;
import org.radcanon.intake.StoreResult;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;
import org.radcanon.intake.StoreResult.Stored;

/**
 * What became of the parts of one STOW-RS request.
 *
 * @param results one per part, in the order of the body
 * @param tooLarge a part passed the limit; the parts behind it were not read
 */
record StowOutcome(List<StoreResult> results, boolean tooLarge) {

  StowOutcome {
    results = List.copyOf(results);
  }

  List<Stored> stored() {
    return results.stream().filter(Stored.class::isInstance).map(Stored.class::cast).toList();
  }

  List<Failed> failed() {
    return results.stream().filter(Failed.class::isInstance).map(Failed.class::cast).toList();
  }

  /**
   * The status of the answer (PS3.18 Table 10.5.3-1): 200 when all are stored; 202 when some are;
   * when none is, 413 for size, 503 for lack of resources, 400 when nothing in the body was DICOM,
   * else 409.
   *
   * @param coercedStatus for all stored, some with a warning
   */
  int status(int coercedStatus) {
    List<Failed> failed = failed();
    if (!stored().isEmpty()) {
      if (!failed.isEmpty()) {
        return 202;
      }
      return stored().stream().anyMatch(s -> s.warning().isPresent()) ? coercedStatus : 200;
    }
    if (tooLarge) {
      return 413;
    }
    if (!failed.isEmpty() && failed.stream().allMatch(f -> f.is(FailureReason.OUT_OF_RESOURCES))) {
      return 503;
    }
    return failed.stream().allMatch(StowOutcome::notDicom) ? 400 : 409;
  }

  /** No instance could be told from it. */
  static boolean notDicom(Failed failed) {
    return failed.is(FailureReason.CANNOT_UNDERSTAND) && failed.sopInstance().isEmpty();
  }
}
