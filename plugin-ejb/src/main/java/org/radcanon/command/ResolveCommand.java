package org.radcanon.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./radcanon resolve}: what radcanon would make of a site's descriptions, or of studies. */
final class ResolveCommand implements Command {

  private static final String THRESHOLD = "--threshold";
  private static final String DOUBTFUL = "--doubtful";

  @Override
  public String help() {
    return """
        ./radcanon resolve IN OUT.csv   names, or DICOM files, to concepts and their codes

        IN is a table (CSV with comma, semicolon or tab; UTF-8), a DICOM file, or a folder of DICOM
        files, taken study by study. A table needs the columns text and modality (one, several
        separated by commas, or nothing). Further columns are kept. Those called by a keyword of
        DICOM count as evidence: StudyDescription, RequestedProcedureDescription, ProtocolName,
        BodyPartExamined, Laterality, ViewPosition, ContrastBolusAgent, InstitutionName,
        StationName, AETitle, and the code sequences, such as ProcedureCodeSequence, as
        value^scheme^meaning, several separated by ~. A column frequency weighs the totals.

        OUT.csv gets the columns of IN and concept, name, basis (code, site_map, text; candidate:
        not resolved, the first that might fit), confidence, write (yes or no), not_understood,
        and all codes of the concept by scheme.

        Options:
        %s
          --site-map FILE   the site's own lines (default: radcanon.map.site-map, else none)
          --threshold X     confidence from which radcanon writes (default:
                            radcanon.enrichment.threshold, 0.9)
          --doubtful FILE   write the rows that a person should look at, most frequent first

        Example:
          ./radcanon resolve descriptions.csv resolved.csv --doubtful doubtful.csv
        """
        .formatted(OpenMap.HELP);
  }

  @Override
  public Set<String> options() {
    return Set.of(OpenMap.OPTION, OpenMap.SITE_MAP, THRESHOLD, DOUBTFUL);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> words = arguments.words(2, 2, "IN OUT.csv");
    Path in = Arguments.path(words.get(0));
    Path out = Arguments.path(words.get(1));
    Optional<Path> doubtful = arguments.pathOption(DOUBTFUL);
    if (Files.notExists(in)) {
      throw new CommandException(in + ": no such file or directory");
    }
    refuseSame(in, out);
    if (doubtful.isPresent()) {
      refuseSame(in, doubtful.get());
      refuseSame(out, doubtful.get());
    }
    double threshold = threshold(arguments, terminal);
    OpenMap map = OpenMap.of(arguments, terminal);
    Resolving resolving =
        new Resolving(map.map(), map.resolver(arguments, terminal), threshold, terminal);
    Totals totals =
        Files.isDirectory(in) || DicomStudies.isDicom(in)
            ? resolving.studies(in, out, doubtful)
            : resolving.table(in, out, doubtful);
    totals.lines(threshold).forEach(terminal::say);
    return Main.DONE;
  }

  private static void refuseSame(Path one, Path other) throws IOException {
    boolean same =
        Files.exists(one) && Files.exists(other)
            ? Files.isSameFile(one, other)
            : one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    if (same) {
      throw new CommandException(other + " would be written over itself; give another file");
    }
  }

  private static double threshold(Arguments arguments, Terminal terminal) throws IOException {
    String given =
        arguments
            .option(THRESHOLD)
            .orElse(terminal.configuration().find("radcanon.enrichment.threshold").orElse("0.9"));
    if (!given.matches("0(\\.\\d+)?|1(\\.0+)?|\\.\\d+")) {
      throw new UsageException("the threshold is a number from 0 to 1, not " + given);
    }
    return Double.parseDouble(given);
  }
}
