package org.radcanon.studies;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes studies from a seed: the same settings give the same bytes and UIDs, on every machine.
 *
 * <pre>{@code
 * StudyMaker.of(StudyKind.CT).seed(42).studies(3).instances(20).size(512).stream()
 * }</pre>
 *
 * @param kind whose procedures follow each other in turn
 * @param seed goes into every UID, name and picture
 * @param studies how many; the first n are the same for every larger number
 * @param series per study; empty leaves each procedure its own
 * @param instances per series; empty gives slices four and other series one
 * @param size rows and columns of each picture, 8 to 4096
 */
public record StudyMaker(
    StudyKind kind, long seed, int studies, OptionalInt series, OptionalInt instances, int size) {

  /** Slices of a cross-sectional series unless said otherwise. */
  public static final int SLICES = 4;

  public static final int DEFAULT_SIZE = 64;

  public StudyMaker {
    if (studies < 1 || series.orElse(1) < 1 || instances.orElse(1) < 1) {
      throw new IllegalArgumentException("studies, series and instances are at least 1");
    }
    if (size < 8 || size > 4096) {
      throw new IllegalArgumentException("size is 8 to 4096 pixels, not " + size);
    }
  }

  public static StudyMaker of(StudyKind kind) {
    return new StudyMaker(kind, 1, 1, OptionalInt.empty(), OptionalInt.empty(), DEFAULT_SIZE);
  }

  public StudyMaker seed(long other) {
    return new StudyMaker(kind, other, studies, series, instances, size);
  }

  public StudyMaker studies(int count) {
    return new StudyMaker(kind, seed, count, series, instances, size);
  }

  public StudyMaker series(int perStudy) {
    return new StudyMaker(kind, seed, studies, OptionalInt.of(perStudy), instances, size);
  }

  public StudyMaker instances(int perSeries) {
    return new StudyMaker(kind, seed, studies, series, OptionalInt.of(perSeries), size);
  }

  public StudyMaker size(int pixels) {
    return new StudyMaker(kind, seed, studies, series, instances, pixels);
  }

  /** The studies, each made when it is asked for. */
  public Stream<Study> stream() {
    List<Procedure> procedures = kind.procedures();
    return IntStream.range(0, studies)
        .mapToObj(
            index ->
                new StudyAssembler(this, kind.label() + "/" + index)
                    .assemble(procedures.get(index % procedures.size())));
  }

  /** All of {@link #stream()}. */
  public List<Study> list() {
    return stream().toList();
  }
}
