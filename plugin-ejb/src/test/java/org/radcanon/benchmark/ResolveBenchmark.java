package org.radcanon.benchmark;

import java.util.List;
import java.util.Optional;
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
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.resolve.EvidenceResolver;

/**
 * How long a resolution takes: budget 1 µs for a known code, 50 µs for a text (DESIGN, budgets).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResolveBenchmark {

  private final CanonicalMap map = MapLoader.load();
  private final Resolver resolver = EvidenceResolver.of(map);
  private final ProcedureEvidence code =
      new ProcedureEvidence(
          List.of(new SourcedCode("ProcedureCodeSequence", new Code("RPID145", "RADLEX", ""))),
          List.of(),
          Set.of("CT"),
          List.of(),
          Origin.UNKNOWN);
  private final ProcedureEvidence knownText = text("CT ABD/PELVIS W/ IV CONTRAST");
  private final ProcedureEvidence unknownText = text("TRAUMA SCAN HOUSE PROTOCOL 7 (ADULT)");

  private static ProcedureEvidence text(String description) {
    return new ProcedureEvidence(
        List.of(),
        List.of(new SourcedText("StudyDescription", description)),
        Set.of("CT"),
        List.of(),
        Origin.UNKNOWN);
  }

  @Benchmark
  public Optional<Concept> lookUpOfACode() {
    return map.byCode("RADLEX", "RPID145");
  }

  @Benchmark
  public Resolution aKnownCode() {
    return resolver.resolve(code);
  }

  @Benchmark
  public Resolution aTextThatResolves() {
    return resolver.resolve(knownText);
  }

  @Benchmark
  public Resolution aTextThatDoesNot() {
    return resolver.resolve(unknownText);
  }

  @Benchmark
  @Warmup(iterations = 2, time = 1)
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Resolver loadingMapAndLexicon() {
    return EvidenceResolver.of(MapLoader.load());
  }
}
