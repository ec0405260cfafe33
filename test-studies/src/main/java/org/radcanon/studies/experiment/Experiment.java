package org.radcanon.studies.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.radcanon.studies.experiment.Behind.Kind;

/** One fault with one kind of archive, from the empty folder to the verdict. */
record Experiment(Fault fault, Kind kind, Scale scale, long seed) {

  private static final int BATCH = 20;
  private static final int SENDERS = 2;
  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);

  /** A file takes a page of 4 KB at least; a third of all fits. */
  private static final double DISK_KILOBYTES_PER_INSTANCE = 4 / 3.0;

  private static final Duration LIMIT = Duration.ofMinutes(15);

  /**
   * Runs it.
   *
   * @param home the provisioned server
   * @param folder empty; whatever is left in it is the caller's to remove
   */
  Result run(Path home, Path folder) throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Sample> samples = Sample.make(scale.instances(), seed, folder.resolve("sent"));
    try (SmallDisk disk = fault == Fault.FULL ? disk(folder) : null;
        Stage stage = Stage.set(kind, settings(disk), scale, new Random(seed), home, folder)) {
      boolean both = stage.hasCStore();
      try (Load load = new Load(stage.ledger(), BATCH, BEFORE_TRYING_AGAIN)) {
        load.begin(shares(stage, samples, both), SENDERS);
        fault.inject(stage, load);
        load.finish(LIMIT);
      }
      boolean drained = stage.drained();
      Verdict verdict = verdict(stage, samples, drained);
      return new Result(
          LocalDate.now(),
          fault,
          kind,
          seed,
          scale.instances(),
          both ? "both" : "STOW-RS",
          stage.kills(),
          stage.ledger().count(),
          stage.ledger().resent(),
          verdict,
          Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static Map<Door, List<Sample>> shares(Stage stage, List<Sample> samples, boolean both) {
    Map<Door, List<Sample>> shares = new LinkedHashMap<>();
    int half = both ? samples.size() / 2 : samples.size();
    shares.put(stage.stow(), samples.subList(0, half));
    if (both) {
      shares.put(stage.cstore(), samples.subList(half, samples.size()));
    }
    return shares;
  }

  private Verdict verdict(Stage stage, List<Sample> samples, boolean drained) throws IOException {
    Kept kept =
        stage.behind().isRemote()
            ? Kept.in(stage.behind().orthanc())
            : Kept.embedded(stage.server().web());
    Map<String, Integer> indexed = Kept.indexed(stage.server().web());
    int waiting = drained ? 0 : stage.spool().waiting();
    stage.server().close(); // a running one keeps spare files in the folder of what is arriving
    return new Audit(samples, stage.ledger().acknowledged())
        .of(
            kept,
            indexed,
            stage.spool().setAside() + waiting,
            Spool.incoming(stage.server().folder()) + Spool.incoming(stage.spool().folder()));
  }

  private SmallDisk disk(Path folder) throws IOException {
    return SmallDisk.at(
        folder.resolve("spool"), (int) (scale.instances() * DISK_KILOBYTES_PER_INSTANCE));
  }

  private static Map<String, String> settings(SmallDisk disk) {
    if (disk == null) {
      return Map.of();
    }
    return disk.isMounted()
        ? Map.of("radcanon.spool.minimum-free-space", "0")
        : Map.of("radcanon.spool.maximum-size", "1");
  }
}
