package org.radcanon.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs mutants of good inputs over the targets and prints a table. Called by {@code ./radcanon
 * fuzz}.
 *
 * <pre>usage: Fuzz SECONDS-PER-TARGET RANDOM-SEED [TARGET...]</pre>
 */
public final class Fuzz {

  private static final Path FINDINGS = Path.of("target", "fuzz-findings");

  private Fuzz() {}

  public static void main(String[] args) {
    double seconds = Double.parseDouble(args[0]);
    long seed = Long.parseLong(args[1]);
    List<String> wanted = List.of(args).subList(2, args.length);
    long inputs = 0;
    long found = 0;
    System.out.println("random seed " + seed);
    System.out.println(
        "| target | inputs | per second | taken | findings | most allocated | slowest |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    long heapBefore = usedHeap();
    for (Map.Entry<String, Target> target : Targets.all().entrySet()) {
      if (wanted.isEmpty() || wanted.contains(target.getKey())) {
        Watch watch = run(target.getKey(), target.getValue(), seconds, seed);
        inputs += watch.inputs();
        found += watch.found();
      }
    }
    System.out.printf(
        "%,d inputs, %,d findings; heap in use %d KiB before, %d KiB after%n",
        inputs, found, heapBefore >> 10, usedHeap() >> 10);
    System.exit(found == 0 ? 0 : 1);
  }

  private static Watch run(String name, Target target, double seconds, long seed) {
    Watch watch = new Watch(FINDINGS.resolve(name));
    Mutator mutator = new Mutator(target.seeds(), new Random(seed));
    long begin = System.nanoTime();
    double elapsed = 0;
    while (elapsed < seconds) {
      watch.run(target, mutator.next());
      elapsed = (System.nanoTime() - begin) / 1e9;
    }
    System.out.println(watch.line(name, elapsed));
    return watch;
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
