package org.radcanon.studies.experiment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/** A row of docs/reliability.md. */
record Result(
    LocalDate date,
    Fault fault,
    Behind.Kind kind,
    long seed,
    int instances,
    String doors,
    int kills,
    int acknowledged,
    int resent,
    Verdict verdict,
    Duration time) {

  static final String HEAD =
      """
      | date | what went wrong | archive | doors | seed | instances | kills | acknowledged | resent \
      | in archive | wrong bytes | lost | duplicates | strangers | not indexed | set aside \
      | leftovers | time |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- \
      | --- | --- | --- |""";

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d | %,d | %d | %,d | %,d | %,d | %d | %d | %d | %d | %d | %d | %d"
            + " | %d s |",
        date,
        fault.words(),
        kind.label(),
        doors,
        seed,
        instances,
        kills,
        acknowledged,
        resent,
        verdict.inArchive(),
        verdict.wrong(),
        verdict.lost(),
        verdict.duplicates(),
        verdict.strangers(),
        verdict.notIndexed(),
        verdict.setAside(),
        verdict.leftovers(),
        time.toSeconds());
  }

  boolean isClean() {
    return verdict.isClean() && acknowledged == instances;
  }
}
