package org.radcanon.studies.send;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of a run; filled by several threads. */
final class Tally {

  private static final String NO_ANSWER = "not mentioned in the answer";

  private record Reason(int count, String first) {
    Reason another() {
      return new Reason(count + 1, first);
    }
  }

  private final Map<String, Reason> warnings = new LinkedHashMap<>();
  private final Map<String, Reason> failures = new LinkedHashMap<>();
  private final Set<String> studies = new LinkedHashSet<>();
  private long bytes;
  private int sent;
  private int stored;
  private int warned;
  private int failed;
  private int reports;
  private int refusals;

  synchronized void partSent(long size) {
    sent++;
    bytes += size;
  }

  /** An instance that the response does not mention is not known to be stored: a failure. */
  synchronized void add(List<Part> batch, StoreReport report) {
    reports++;
    stored += report.stored().size();
    warned += report.warned().size();
    failed += report.failed().size();
    report
        .warned()
        .forEach(
            problem -> count(warnings, Reasons.words(problem.reason()), problem.sopInstanceUid()));
    report
        .failed()
        .forEach(
            problem -> count(failures, Reasons.words(problem.reason()), problem.sopInstanceUid()));
    studies.addAll(report.studyUids());
    for (int i = report.answered(); i < batch.size(); i++) {
      failed++;
      count(failures, NO_ANSWER, batch.get(i).name());
    }
  }

  /**
   * The whole batch failed.
   *
   * @return how many batches did so far, 0 once any request was answered instance by instance
   */
  synchronized int refuse(List<Part> batch, String sentence) {
    failed += batch.size();
    batch.forEach(part -> count(failures, sentence, part.name()));
    refusals++;
    return reports > 0 ? 0 : refusals;
  }

  /** Some request was answered instance by instance. */
  synchronized boolean anyReport() {
    return reports > 0;
  }

  synchronized List<String> studies() {
    return List.copyOf(studies);
  }

  synchronized boolean allStored() {
    return failed == 0;
  }

  /** Instances whose fate is known. */
  synchronized int answered() {
    return stored + warned + failed;
  }

  /** Lines for a person. */
  synchronized List<String> lines(double seconds) {
    List<String> lines = new java.util.ArrayList<>();
    double megabytes = bytes / 1e6;
    lines.add(
        String.format(
            java.util.Locale.ROOT,
            "%d instances, %.1f MB in %.1f s (%.1f MB/s)",
            sent,
            megabytes,
            seconds,
            seconds > 0 ? megabytes / seconds : 0));
    lines.add(stored + " stored, " + warned + " stored with a warning, " + failed + " failed");
    warnings.forEach((reason, count) -> lines.add("  warning: " + line(reason, count)));
    failures.forEach((reason, count) -> lines.add("  failure: " + line(reason, count)));
    return lines;
  }

  private static String line(String words, Reason count) {
    return count.count() + " x " + words + " (first: " + count.first() + ")";
  }

  private static void count(Map<String, Reason> counts, String words, String name) {
    counts.merge(words, new Reason(1, name), (old, more) -> old.another());
  }
}
