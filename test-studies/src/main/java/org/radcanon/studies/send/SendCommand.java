package org.radcanon.studies.send;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.writer.Encoding;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the command line, sends or writes, and tells what became of it. */
@Command(
    name = "send",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description =
        "Makes DICOM studies and stores them by STOW-RS or C-STORE, or stores files of yours.")
public final class SendCommand implements Callable<Integer> {

  static final int SOME_FAILED = 1;
  static final int BROKEN = 2;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Target target;

  @Mixin private MakerOptions maker = new MakerOptions();

  @Mixin private CStoreOptions cstore = new CStoreOptions();

  @Mixin private StowOptions stow = new StowOptions();

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description = "Studies in the closing table; default ${DEFAULT-VALUE}.")
  private int show;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Tell all this.")
  private boolean help;

  @Parameters(
      paramLabel = "FOLDER|FILE",
      description = "DICOM files to send instead of made ones, folders with all below them.")
  private List<Path> paths = List.of();

  /** Exactly one of them. */
  static final class Target {
    @Option(
        names = "--stow",
        required = true,
        paramLabel = "URL",
        description = "The server's DICOMweb base, with or without /studies.")
    private String stow;

    @Option(
        names = "--cstore",
        required = true,
        paramLabel = "HOST:PORT",
        description = "A DICOM node to store to; sent by DCMTK's storescu.")
    private String cstore;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "DIR",
        description = "Write files there instead of sending: DIR/STUDY/SERIES/INSTANCE.dcm.")
    private Path out;
  }

  @Override
  public Integer call() throws InterruptedException {
    checked(
        () -> {
          stow.check();
          return null;
        });
    if (show < 0) {
      throw usage("--show is at least 0");
    }
    if (!paths.isEmpty() && (target.out != null || maker.given(spec))) {
      throw usage(
          "files are sent as they are: they go neither with --out nor with --kind and the like");
    }
    if (target.out != null) {
      return write();
    }
    return target.cstore == null ? send() : associate();
  }

  private int associate() throws InterruptedException {
    CStoreSender sender =
        checked(
            () ->
                new CStoreSender(new StoreScu(cstore.peer(target.cstore)), cstore.associations()));
    Path made = null;
    try {
      made = paths.isEmpty() ? Files.createTempDirectory("radcanon-send-") : null;
      Sources sources = made == null ? sources() : written(made);
      List<Path> files = sources.files();
      long start = System.nanoTime();
      Optional<StowException> end = sender.send(files);
      Tally tally = sender.tally();
      totals(sources, tally, (System.nanoTime() - start) / 1e9);
      return exitCode(end, sources, tally);
    } catch (IOException e) {
      error("Cannot write the studies to a file: " + e);
      return BROKEN;
    } finally {
      if (made != null) {
        StudyFiles.delete(made);
      }
    }
  }

  private Sources written(Path folder) throws IOException {
    return Sources.of(StudyFiles.write(folder, checked(maker::maker), checked(maker::encoding)), 0);
  }

  private int send() throws InterruptedException {
    Endpoint endpoint = checked(() -> Endpoint.of(target.stow));
    Sources sources = sources();
    StowClient client = checked(() -> stow.client(endpoint));
    long start = System.nanoTime();
    Optional<StowException> end;
    Tally tally;
    try (ProgressBar bar = progress(sources.count())) {
      Sender sender =
          new Sender(client, stow.concurrency(), stow.batch(), bar == null ? () -> {} : bar::step);
      end = sender.send(sources.parts());
      tally = sender.tally();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    report(client, endpoint, sources, tally, seconds);
    return exitCode(end, sources, tally);
  }

  private int exitCode(Optional<StowException> end, Sources sources, Tally tally) {
    return end.map(reason -> broken(reason, sources.count() - tally.answered()))
        .orElseGet(() -> tally.allStored() ? 0 : tally.anyReport() ? SOME_FAILED : BROKEN);
  }

  private void totals(Sources sources, Tally tally, double seconds) {
    if (tally.answered() == 0 && sources.count() > 0) {
      return;
    }
    tally.lines(seconds).forEach(this::print);
    if (sources.skipped() > 0) {
      print(sources.skipped() + " other files skipped: not DICOM instances");
    }
  }

  private int broken(StowException reason, int unknown) {
    error(reason.getMessage());
    if (unknown > 0) {
      error(unknown + " instances are not stored, or not known to be.");
    }
    return BROKEN;
  }

  private void report(
      StowClient client, Endpoint endpoint, Sources sources, Tally tally, double seconds) {
    totals(sources, tally, seconds);
    List<String> studies = tally.studies();
    if (studies.isEmpty() || show == 0) {
      return;
    }
    print("");
    try {
      List<String> shown = studies.subList(0, Math.min(show, studies.size()));
      new CodingTable(client, endpoint).lines(shown).forEach(this::print);
    } catch (StowException e) {
      error("What was written cannot be asked for: " + e.getMessage());
    }
    if (studies.size() > show) {
      print("... and " + (studies.size() - show) + " studies more");
    }
  }

  private int write() {
    StudyMaker studies = checked(maker::maker);
    Encoding encoding = checked(maker::encoding);
    int count;
    try {
      count = StudyFiles.write(target.out, studies, encoding).size();
    } catch (IOException e) {
      error("Cannot write to " + target.out + ": " + e);
      return BROKEN;
    }
    print(count + " instances written to " + target.out);
    return 0;
  }

  private Sources sources() {
    if (paths.isEmpty()) {
      StudyMaker studies = checked(maker::maker);
      return Sources.made(studies, checked(maker::encoding));
    }
    try {
      Sources files = Sources.files(paths);
      if (files.count() == 0) {
        throw usage("no DICOM file there; " + files.skipped() + " others");
      }
      return files;
    } catch (IOException e) {
      throw usage("cannot read " + e.getMessage());
    }
  }

  /** Only for a person at a terminal. */
  private static ProgressBar progress(int count) {
    return System.console() == null
        ? null
        : new ProgressBarBuilder()
            .setTaskName("sending")
            .setInitialMax(count)
            .setUnit(" inst", 1)
            .showSpeed()
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .build();
  }

  private <T> T checked(java.util.function.Supplier<T> option) {
    try {
      return option.get();
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private void error(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
