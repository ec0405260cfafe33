package org.radcanon.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.build.LoincRelease;
import org.radcanon.terminology.build.SchemeImport;
import org.radcanon.terminology.build.Unmapped;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * {@code ./radcanon import}: another scheme, or a site's own LOINC release, into the map's sources.
 */
final class ImportCommand implements Command {

  private static final String LOINC = "LN";
  private static final int SHOWN = 20;
  private static final List<String> ABOUT =
      List.of("--name", "--uid", "--uri", "--version", "--organization", "--notice");
  private static final String COLUMNS = "--columns";

  @Override
  public String help() {
    return """
        ./radcanon import SCHEME FILE.csv   another scheme, or a site's LOINC release, into the map

        The file is checked and copied to sources/ of the map; ./radcanon build-map takes it up.
        A bad row is told with file and line, and then nothing is changed.

        LN: FILE is LoincRsnaRadiologyPlaybook.csv of a LOINC release; its RPIDs outrank what was
        derived from LOINC's axes.

        Any other designator: an IPCMR download, a national list, a site's own codes. Columns: code,
        name, and what a code means: target_scheme and target_code (any code of the map), or
        attribute values by column modality, region, focus, laterality, contrast ... (RID, or label).

        Options:
          --map DIR         the map's folder (default: config/canonical-map of the source tree)
          --name NAME       the scheme's name; needed the first time, as is one of the next two
          --uid UID         the scheme's UID
          --uri URI         the scheme's FHIR URI
          --version V, --organization O, --notice TEXT
          --columns LIST    columns called otherwise: code=Kode,name=Text,target:RADLEX=RPID

        Example:
          ./radcanon import NICIP nicip.csv --name "National Interim Clinical Imaging Procedures" \\
            --uri https://fhir.hl7.org.uk/Id/nicip --columns code=Short_code,name=Preferred
        """;
  }

  @Override
  public Set<String> options() {
    Set<String> options = new TreeSet<>(ABOUT);
    options.addAll(Set.of(OpenMap.OPTION, COLUMNS));
    return options;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> words = arguments.words(2, 2, "SCHEME FILE.csv");
    Path file = Arguments.path(words.get(1));
    if (!Files.isRegularFile(file)) {
      throw new CommandException(file + ": no such file");
    }
    Optional<Path> given = arguments.pathOption(OpenMap.OPTION);
    Path map =
        (given.isPresent() ? given : OpenMap.sourceTree(terminal))
            .orElseThrow(() -> new UsageException("which map? There is no source tree: --map DIR"));
    if (words.get(0).equals(LOINC)) {
      LoincRelease.Taken taken = LoincRelease.take(file, map);
      terminal.say(taken.toString());
      taken.remarks().forEach(remark -> terminal.say(remark.toString()));
    } else {
      generic(words.get(0), file, map, arguments, terminal);
    }
    terminal.say("./radcanon build-map takes it up and tells what changes.");
    return Main.DONE;
  }

  private static void generic(
      String designator, Path file, Path map, Arguments arguments, Terminal terminal)
      throws IOException {
    CodingScheme scheme = scheme(designator, map, arguments);
    SchemeImport.Report report =
        new SchemeImport(scheme, columns(arguments.option(COLUMNS).orElse(""))).into(file, map);
    terminal.say(
        "%d codes of %s, %d of them by equivalent codes"
            .formatted(report.codes(), designator, report.equivalents()));
    List<Unmapped> open = report.notUnderstood();
    if (!open.isEmpty()) {
      terminal.say(open.size() + " get no concept, since something in them is no value:");
      open.stream().limit(SHOWN).forEach(code -> terminal.say("  " + words(code)));
      if (open.size() > SHOWN) {
        terminal.say("  and " + (open.size() - SHOWN) + " more");
      }
    }
  }

  private static String words(Unmapped code) {
    return "%s %s: %s".formatted(code.code(), code.name(), String.join("; ", code.terms()));
  }

  /** What is not given stays as schemes.csv has it. */
  private static CodingScheme scheme(String designator, Path map, Arguments arguments) {
    Optional<Row> known =
        Table.read(TableFolder.of(map), "schemes.csv", Set.of("designator"), new Faults())
            .rows()
            .stream()
            .filter(row -> row.get("designator").equals(designator))
            .findFirst();
    return new CodingScheme(
        designator,
        arguments.option("--uid").or(() -> known.flatMap(row -> row.find("uid"))),
        about("--uri", "fhir_system", known, arguments),
        about("--name", "name", known, arguments),
        about("--version", "version", known, arguments),
        about("--organization", "organization", known, arguments),
        known.flatMap(row -> row.find("registered")).filter("Y"::equals).isPresent(),
        about("--notice", "notice", known, arguments));
  }

  private static String about(
      String option, String column, Optional<Row> known, Arguments arguments) {
    return arguments.option(option).or(() -> known.flatMap(row -> row.find(column))).orElse("");
  }

  private static Map<String, String> columns(String list) {
    Map<String, String> columns = new HashMap<>();
    for (String pair : list.isBlank() ? new String[0] : list.split(",")) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new UsageException(COLUMNS + " takes OURS=THEIRS, separated by commas, not " + pair);
      }
      columns.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return columns;
  }
}
