package org.radcanon.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.resolve.EvidenceResolver;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * The budget of a text, 50 µs in the median, over all distinct texts of the samples in turn, so
 * that no text is met again before 2,000 others. Run it with its own main ({@code ./radcanon bench
 * texts}), which measures CPU time as well, for machines that are not quiet.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TextBenchmark {

  private static final int WARM_ROUNDS = 30;
  private static final int ROUNDS = 31;

  /** All distinct texts with their modalities, in no order. */
  @State(Scope.Benchmark)
  public static class Texts {

    final Resolver resolver = EvidenceResolver.of(MapLoader.load());
    final List<ProcedureEvidence> texts = read();
    private int next;

    ProcedureEvidence text() {
      next = next + 1 == texts.size() ? 0 : next + 1;
      return texts.get(next);
    }

    private static List<ProcedureEvidence> read() {
      TableFolder folder =
          TableFolder.ofClassPath(TextBenchmark.class.getClassLoader(), "text-resolution");
      Faults faults = new Faults();
      Set<ProcedureEvidence> texts = new LinkedHashSet<>();
      for (String file :
          List.of(
              "exam_names_playbook.csv",
              "study_descriptions_loinc.csv",
              "study_descriptions_unlabelled.csv")) {
        for (Row row : Table.read(folder, file, Set.of("local_text", "modality"), faults)) {
          texts.add(evidence(row.get("local_text"), row.get("modality")));
        }
      }
      faults.refuseIfAny();
      List<ProcedureEvidence> all = new ArrayList<>(texts);
      Collections.shuffle(all, new Random(1));
      return all;
    }

    private static ProcedureEvidence evidence(String text, String modalities) {
      return new ProcedureEvidence(
          List.of(),
          List.of(new SourcedText("StudyDescription", text)),
          Arrays.stream(modalities.split("[,\\s\\[\\]']+"))
              .filter(m -> !m.isEmpty() && !m.equals("blank"))
              .collect(Collectors.toSet()),
          List.of(),
          Origin.UNKNOWN);
    }
  }

  @Benchmark
  public Resolution aText(Texts texts) {
    return texts.resolver.resolve(texts.text());
  }

  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .include(TextBenchmark.class.getName())
                .build())
        .run();
    Texts texts = new Texts();
    for (int i = 0; i < WARM_ROUNDS; i++) {
      round(texts);
    }
    List<long[]> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(round(texts));
    }
    System.out.printf(
        "%d texts, %.1f %% resolve%n",
        texts.texts.size(), 100.0 * resolving(texts) / texts.texts.size());
    print("least of each text", leastOfEach(rounds));
    rounds.forEach(Arrays::sort);
    rounds.sort(Comparator.comparingLong(round -> round[round.length / 2]));
    print("best round", rounds.get(0));
    print("middle round", rounds.get(ROUNDS / 2));
    print("worst round", rounds.get(ROUNDS - 1));
  }

  private static void print(String what, long[] sorted) {
    System.out.printf(
        "CPU of one thread, %s: median %.1f us, 90 %% %.1f us, 99 %% %.1f us%n",
        what, at(sorted, 50), at(sorted, 90), at(sorted, 99));
  }

  /** What each text cost when nothing disturbed it, sorted. */
  private static long[] leastOfEach(List<long[]> rounds) {
    long[] least = rounds.get(0).clone();
    for (long[] round : rounds) {
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], round[i]);
      }
    }
    Arrays.sort(least);
    return least;
  }

  /** CPU time of each text. */
  private static long[] round(Texts texts) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] times = new long[texts.texts.size()];
    for (int i = 0; i < times.length; i++) {
      long begin = threads.getCurrentThreadCpuTime();
      texts.resolver.resolve(texts.texts.get(i));
      times[i] = threads.getCurrentThreadCpuTime() - begin;
    }
    return times;
  }

  private static double at(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1000.0;
  }

  private static long resolving(Texts texts) {
    return texts.texts.stream()
        .map(texts.resolver::resolve)
        .filter(Resolution.Resolved.class::isInstance)
        .count();
  }
}
