package org.radcanon.studies.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcanon.studies.send.StudyFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command behind {@code ./radcanon bench inline}, {@code receive} and {@code memory}. */
@Command(
    name = "bench",
    description = "Ratios of radcanon in line; nothing is asserted.",
    synopsisSubcommandLabel = "inline|receive|memory")
public final class Benches {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Tell all this.")
  private boolean help;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benches()).execute(arguments));
  }

  /** What all have in common. */
  static final class Options {
    @Option(
        names = "--server",
        paramLabel = "DIR",
        defaultValue = "plugin-ear/target/server",
        description = "The WildFly that ./radcanon run starts.")
    private Path server;

    @Option(
        names = "--rounds",
        paramLabel = "N",
        defaultValue = "5",
        description = "Measured rounds of each case, after the warm-up; default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
        names = "--warm-up",
        paramLabel = "N",
        defaultValue = "2",
        description = "Rounds before that; default ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
        names = "--scale",
        paramLabel = "PERCENT",
        defaultValue = "100",
        description = "Of the usual amounts, for a trial; default ${DEFAULT-VALUE}.")
    private int percent;

    @Option(
        names = "--page",
        paramLabel = "FILE",
        description = "Put the table into this Markdown page, under its heading.")
    private Path page;

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Tell all this.")
    private boolean help;
  }

  /** What a bench is given. */
  record Setting(Path server, Path folder, int rounds, int warmUp, int percent) {
    int scaled(int usual) {
      return Math.max(4, usual * percent / 100);
    }
  }

  /** Measures and gives the lines of its section. */
  @FunctionalInterface
  private interface Bench {
    List<String> run(Setting setting) throws IOException, InterruptedException;
  }

  @Command(description = "Storing through radcanon against straight to the same Orthanc.")
  int inline(@Mixin Options options) throws IOException, InterruptedException {
    return run(options, "In line", InlineBench::run);
  }

  @Command(description = "Receiving into the embedded archive against Orthanc and storescp.")
  int receive(@Mixin Options options) throws IOException, InterruptedException {
    return run(options, "Receiving", ReceiveBench::run);
  }

  @Command(description = "Heap and resident memory while a multi-frame of 2 GB passes.")
  int memory(@Mixin Options options) throws IOException, InterruptedException {
    return run(options, "Memory while 2 GB pass", MemoryBench::run);
  }

  private int run(Options options, String heading, Bench bench)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path folder = Files.createTempDirectory("radcanon-bench-");
    List<String> lines = new ArrayList<>(List.of("Begun " + Machine.words(), ""));
    try {
      lines.addAll(
          bench.run(
              new Setting(
                  options.server.toAbsolutePath(),
                  folder,
                  options.rounds,
                  options.warmUp,
                  options.percent)));
    } finally {
      StudyFiles.delete(folder);
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000L;
    lines.add("");
    lines.add(
        String.format(Locale.ROOT, "Ended %s All of it took %d s.", Machine.words(), seconds));
    PrintWriter out = spec.commandLine().getOut();
    out.println("## " + heading);
    lines.forEach(out::println);
    out.flush();
    if (options.page != null) {
      Page.put(options.page, heading, lines);
    }
    return 0;
  }
}
