package org.radcanon.studies;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcanon.studies.send.SendCommand;
import picocli.CommandLine;

/** The tool behind {@code ./radcanon send}; {@code --help} tells its options. */
public final class Send {

  private Send() {}

  public static void main(String[] arguments) {
    System.exit(run(utf8(System.out), utf8(System.err), arguments));
  }

  /**
   * Runs as from the command line.
   *
   * @return 0 all stored, 1 some failed, 2 wrong usage or no answer that tells
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new SendCommand()).setOut(out).setErr(err);
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          err.println(wrong.getMessage());
          err.println("Try --help.");
          err.flush();
          return CommandLine.ExitCode.USAGE;
        });
    line.getCommandSpec().usageMessage().footer(footer());
    return line.execute(arguments);
  }

  private static String[] footer() {
    List<String> lines = new ArrayList<>(List.of("", "Kinds:"));
    for (StudyKind kind : StudyKind.values()) {
      lines.add(String.format(Locale.ROOT, "  %-14s %s", kind.label(), kind.meaning()));
    }
    lines.addAll(
        List.of(
            "",
            "Examples:",
            "  send --stow http://localhost:8080/radcanon/dicomweb --kind mixed --studies 20",
            "  send --stow http://localhost:8080/radcanon/dicomweb ~/studies",
            "  send --cstore localhost:11112 --associations 4 ~/studies",
            "  send --out /tmp/studies --kind ct --instances 100 --size 512",
            "",
            "Exit code: 0 all stored, 1 some failed, 2 usage or connection."));
    return lines.toArray(String[]::new);
  }

  /** Whatever the locale, as in LANG=C. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
