package org.radcanon.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.resolve.EvidenceResolver;

/**
 * The whole map's budgets: a known code of any scheme under 1 µs, loaded in under 2 s and under 200
 * MB. Run it with its own main ({@code ./radcanon bench map}), which measures the heap as well.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MapBenchmark {

  /** Every code of every scheme, in no order, so that no cache helps more than it will in life. */
  @State(Scope.Benchmark)
  public static class Loaded {

    final CanonicalMap map = MapLoader.load();
    final Resolver resolver = EvidenceResolver.of(map);
    private final List<Code> codes = codes(map);
    private final List<ProcedureEvidence> evidence = codes.stream().map(Loaded::evidence).toList();
    private int next;

    private static List<Code> codes(CanonicalMap map) {
      List<Code> codes =
          new ArrayList<>(
              map.concepts().stream()
                  .flatMap(concept -> concept.codes().values().stream())
                  .flatMap(List::stream)
                  .toList());
      Collections.shuffle(codes, new Random(1));
      return codes;
    }

    private static ProcedureEvidence evidence(Code code) {
      return new ProcedureEvidence(
          List.of(new SourcedCode("ProcedureCodeSequence", code)),
          List.of(),
          Set.of("CT"),
          List.of(),
          Origin.UNKNOWN);
    }

    Code code() {
      next = next + 1 == codes.size() ? 0 : next + 1;
      return codes.get(next);
    }

    ProcedureEvidence evidence() {
      next = next + 1 == evidence.size() ? 0 : next + 1;
      return evidence.get(next);
    }
  }

  @Benchmark
  public Optional<Concept> lookUpOfACode(Loaded loaded) {
    Code code = loaded.code();
    return loaded.map.byCode(code.scheme(), code.value());
  }

  @Benchmark
  public Resolution aKnownCode(Loaded loaded) {
    return loaded.resolver.resolve(loaded.evidence());
  }

  /** Each in a fresh JVM, as at the server's start. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(5)
  public CanonicalMap loadingTheMapCold() {
    return MapLoader.load();
  }

  /** As {@link #loadingTheMapCold}. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(5)
  public Resolver loadingMapAndLexiconCold() {
    return EvidenceResolver.of(MapLoader.load());
  }

  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(arguments))
                    .include(MapBenchmark.class.getName())
                    .build())
            .run();
    long before = used();
    CanonicalMap map = MapLoader.load();
    long withMap = used() - before;
    Resolver resolver = EvidenceResolver.of(map);
    long withResolver = used() - before;
    System.out.printf("%d benchmarks; %s%n", results.size(), map.version());
    System.out.printf(
        "heap: map %.1f MB, with resolver %.1f MB (%d concepts, %s)%n",
        withMap / 1e6, withResolver / 1e6, map.concepts().size(), resolver.getClass().getName());
  }

  /** Bytes in use after several collections: what is reachable. */
  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
