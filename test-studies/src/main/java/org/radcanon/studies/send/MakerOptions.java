package org.radcanon.studies.send;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Syntax;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What to make. */
final class MakerOptions {

  private static final List<String> NAMES =
      List.of(
          "--kind",
          "--studies",
          "--series",
          "--instances",
          "--size",
          "--seed",
          "--transfer-syntax");

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "mixed",
      converter = KindConverter.class,
      completionCandidates = Kinds.class,
      description = "What to make, see below; default ${DEFAULT-VALUE}.")
  private StudyKind kind;

  @Option(
      names = "--studies",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many studies; default ${DEFAULT-VALUE}.")
  private int studies;

  @Option(
      names = "--series",
      paramLabel = "N",
      description = "Series of each study; default: as the procedure has them.")
  private Integer series;

  @Option(
      names = "--instances",
      paramLabel = "N",
      description = "Instances of each series; default 4 slices, or 1 where there are no slices.")
  private Integer instances;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      defaultValue = "64",
      description = "Rows and columns of each picture, 8 to 4096; default ${DEFAULT-VALUE}.")
  private int size;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed makes the same bytes and UIDs; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--transfer-syntax",
      paramLabel = "TS",
      defaultValue = "explicit",
      description = {
        "implicit, explicit, deflated, big-endian, rle, jpeg-lossless, or the UID of one;",
        "default ${DEFAULT-VALUE}."
      })
  private String transferSyntax;

  StudyMaker maker() {
    StudyMaker maker = StudyMaker.of(kind).studies(studies).size(size).seed(seed);
    StudyMaker inSeries = series == null ? maker : maker.series(series);
    return instances == null ? inSeries : inSeries.instances(instances);
  }

  Encoding encoding() {
    return Encoding.of(Syntax.of(transferSyntax));
  }

  /** Whether one of them was on the command line. */
  boolean given(CommandSpec spec) {
    return NAMES.stream()
        .anyMatch(name -> spec.commandLine().getParseResult().hasMatchedOption(name));
  }

  static final class Kinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(StudyKind.values()).map(StudyKind::label).iterator();
    }
  }

  static final class KindConverter implements picocli.CommandLine.ITypeConverter<StudyKind> {
    @Override
    public StudyKind convert(String label) {
      return Arrays.stream(StudyKind.values())
          .filter(kind -> kind.label().equalsIgnoreCase(label))
          .findFirst()
          .orElseThrow(
              () ->
                  new picocli.CommandLine.TypeConversionException(
                      "no such kind: " + label + "; there are " + String.join(", ", new Kinds())));
    }
  }
}
