package org.radcanon.intake;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts, per study, the instances that are on their way through this node, so that a claim is
 * taken back only when nobody else may be following it.
 */
final class StudiesInFlight {

  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

  /** To be called before the study's code in force is looked up. */
  void enter(String studyUid) {
    counts.merge(studyUid, 1, Integer::sum);
  }

  /**
   * To be called once for each {@link #enter}.
   *
   * @param whenLast is run when nothing else of the study is on its way; while it runs, nothing of
   *     the study enters; when it fails, that is logged and the count ends all the same
   */
  void leave(String studyUid, Runnable whenLast) {
    counts.computeIfPresent(
        studyUid,
        (study, count) -> {
          if (count > 1) {
            return count - 1;
          }
          try {
            whenLast.run();
          } catch (RuntimeException e) {
            IntakeLog.LOG.claimNotReleased(study, Failures.nature(e));
          }
          return null;
        });
  }
}
