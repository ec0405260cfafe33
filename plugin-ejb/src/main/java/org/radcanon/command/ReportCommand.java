package org.radcanon.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.radcanon.terminology.gap.Finding.Kind;
import org.radcanon.terminology.gap.GapReport;

/** {@code ./radcanon report}: the gap report. */
final class ReportCommand implements Command {

  @Override
  public String help() {
    StringBuilder kinds = new StringBuilder();
    for (Kind kind : Kind.values()) {
      kinds.append(String.format("  %-17s %s%n", kind, kind.meaning()));
    }
    return """
        ./radcanon report [OUT.csv]   what is missing or wrong in the schemes: counts, and every case

        Counts by scheme and kind are printed; with OUT.csv every finding is written there.

        %s
        Options:
        %s

        Example:
          ./radcanon report gaps.csv
        """
        .formatted(kinds, OpenMap.HELP);
  }

  @Override
  public Set<String> options() {
    return Set.of(OpenMap.OPTION);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> words = arguments.words(0, 1, "[OUT.csv]");
    OpenMap map = OpenMap.of(arguments, terminal);
    GapReport report = GapReport.of(map.map(), map.words());
    terminal.say(map.map().version());
    terminal.say(String.format("%-18s", "") + cells(report.counts().keySet()));
    for (Kind kind : Kind.values()) {
      List<String> counts =
          report.counts().values().stream()
              .map(own -> String.format(Locale.ROOT, "%,d", own.get(kind)))
              .toList();
      terminal.say(String.format("%-18s", kind.title()) + cells(counts));
    }
    if (!words.isEmpty()) {
      try (OutputTable table = OutputTable.create(Arguments.path(words.get(0)))) {
        report.writeCsv(table.appendable());
        table.commit();
      }
      terminal.say(report.findings().size() + " findings in " + words.get(0));
    }
    return Main.DONE;
  }

  private static String cells(Iterable<String> cells) {
    StringBuilder line = new StringBuilder();
    cells.forEach(cell -> line.append(String.format(" %10s", cell)));
    return line.toString();
  }
}
