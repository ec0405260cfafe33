package org.radcanon.studies.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.radcanon.studies.experiment.Behind.Kind;
import org.radcanon.studies.send.StudyFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command behind {@code ./radcanon experiments}. */
@Command(
    name = "experiments",
    sortOptions = false,
    usageHelpAutoWidth = true,
    mixinStandardHelpOptions = false,
    description = {
      "Sends small instances through both doors of a real server before a real Orthanc, lets something"
          + " go wrong, and compares what was acknowledged with what the archive has."
    })
public final class Experiments implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "Which ones: ${COMPLETION-CANDIDATES}; default: all.")
  private List<Fault> faults;

  @Option(
      names = "--archive",
      paramLabel = "KIND",
      split = ",",
      description = "${COMPLETION-CANDIDATES}; default: dicomweb,dimse.")
  private List<Kind> kinds;

  @Option(
      names = "--short",
      description = "200 instances, faults of a few seconds; default: 2 kills, dicomweb.")
  private boolean brief;

  @Option(names = "--instances", paramLabel = "N", description = "Default 2000.")
  private Integer instances;

  @Option(names = "--kills", paramLabel = "N", description = "Default 10.")
  private Integer kills;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default 1.")
  private long seed;

  @Option(
      names = "--server",
      paramLabel = "DIR",
      defaultValue = "plugin-ear/target/server",
      description = "The WildFly that ./radcanon run starts.")
  private Path server;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Where everything is kept meanwhile; default: a folder in /tmp.")
  private Path work;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Append each row to this Markdown page as soon as it is there.")
  private Path page;

  @Option(names = "--keep", description = "Keep the folders, logs included; failed ones are kept.")
  private boolean keep;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Tell all this.")
  private boolean help;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Experiments())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path folder = work == null ? Files.createTempDirectory("radcanon-experiments-") : work;
    List<Result> results = new ArrayList<>();
    int broken = 0;
    print(Result.HEAD);
    for (Experiment experiment : plan()) {
      Path own = folder.resolve(experiment.fault().label() + "-" + experiment.kind().label());
      StudyFiles.delete(own);
      try {
        Result result = experiment.run(server.toAbsolutePath(), own);
        results.add(result);
        tell(result);
        if (result.isClean() && !keep) {
          StudyFiles.delete(own);
        }
      } catch (IOException | RuntimeException e) {
        broken++;
        print(
            "("
                + experiment.fault().label()
                + ", "
                + experiment.kind().label()
                + " could not run: "
                + e
                + "; see "
                + own
                + ")");
      }
    }
    deleteIfEmpty(folder);
    long unclean = results.stream().filter(result -> !result.isClean()).count();
    print(
        String.format(
            "%d experiments in %d s: %d clean, %d not, %d could not run.",
            results.size() + broken,
            (System.nanoTime() - start) / 1_000_000_000L,
            results.size() - unclean,
            unclean,
            broken));
    return unclean + broken == 0 ? 0 : 1;
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }

  private List<Experiment> plan() {
    Scale scale =
        brief
            ? Scale.brief(or(instances, 200), or(kills, 2))
            : Scale.full(or(instances, 2000), or(kills, 10));
    List<Fault> all = brief ? List.of(Fault.KILLS) : List.of(Fault.values());
    List<Kind> both = brief ? List.of(Kind.DICOMWEB) : List.of(Kind.DICOMWEB, Kind.DIMSE);
    return or(faults, all).stream()
        .flatMap(
            fault ->
                or(kinds, both).stream()
                    .filter(fault::makesSenseWith)
                    .map(kind -> new Experiment(fault, kind, scale, seed)))
        .toList();
  }

  private static <T> T or(T given, T usual) {
    return given == null ? usual : given;
  }

  private void tell(Result result) throws IOException {
    print(result.row());
    result.verdict().remarks().forEach(remark -> print("  " + remark));
    if (page != null) {
      Files.write(
          page, Arrays.asList(result.row()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
