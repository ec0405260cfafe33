package org.radcanon.studies.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.radcanon.studies.bench.Manner.Target;

/** The same study to several targets in turns, the order turned round each time. */
final class Rounds {

  private final int rounds;
  private final int warmUps;
  private final Settle settle;
  private long number = new Random().nextInt(50_000_000);

  /** What brings everything back to rest after a study was sent; not measured. */
  @FunctionalInterface
  interface Settle {
    void after(Material material, Target target) throws IOException;
  }

  Rounds(int rounds, int warmUps, Settle settle) {
    this.rounds = rounds;
    this.warmUps = warmUps;
    this.settle = settle;
  }

  /** Seconds of each round, warm-ups left out. */
  Map<Target, List<Double>> run(Manner manner, Material material, List<Target> targets)
      throws IOException, InterruptedException {
    Map<Target, List<Double>> seconds = new LinkedHashMap<>();
    targets.forEach(target -> seconds.put(target, new ArrayList<>()));
    for (int round = 0; round < warmUps + rounds; round++) {
      for (int i = 0; i < targets.size(); i++) {
        Target target = targets.get(round % 2 == 0 ? i : targets.size() - 1 - i);
        material.renew(++number);
        long start = System.nanoTime();
        manner.send(material, target);
        double took = (System.nanoTime() - start) / 1e9;
        settle.after(material, target);
        if (round >= warmUps) {
          seconds.get(target).add(took);
        }
      }
    }
    return seconds;
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
