package org.radcanon.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.reading.TextReader;
import org.radcanon.terminology.resolve.EvidenceResolver;
import org.radcanon.terminology.site.SiteMap;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableFolder;
import org.radcanon.terminology.text.Parser;

/**
 * The map that a command works with: of {@code --map}, of {@code radcanon.map.directory}, of the
 * source tree, else the one on the class path.
 */
record OpenMap(CanonicalMap map, TableFolder tables) {

  static final String OPTION = "--map";
  static final String SITE_MAP = "--site-map";
  static final String HELP =
      "  --map DIR         the canonical map's tables (default: radcanon.map.directory, else\n"
          + "                    config/canonical-map of the source tree)";

  private static final String CONCEPTS = "concepts.csv";

  static OpenMap of(Arguments arguments, Terminal terminal) throws IOException {
    Optional<Path> directory = directory(arguments, terminal);
    TableFolder tables =
        directory.isPresent() ? tables(directory.get()) : CanonicalMap.builtInTables();
    return new OpenMap(MapLoader.load(tables), tables);
  }

  /** The directory of the map's tables; empty where they are on the class path only. */
  static Optional<Path> directory(Arguments arguments, Terminal terminal) throws IOException {
    Optional<Path> asked = given(OPTION, "radcanon.map.directory", arguments, terminal);
    return asked.isPresent() ? asked : sourceTree(terminal);
  }

  /** The script tells where the source tree is. */
  static Optional<Path> sourceTree(Terminal terminal) throws IOException {
    return terminal
        .configuration()
        .find("radcanon.home")
        .map(home -> Path.of(home, "config", "canonical-map"))
        .filter(Files::isDirectory);
  }

  private static Optional<Path> given(
      String option, String key, Arguments arguments, Terminal terminal) throws IOException {
    Optional<String> value = arguments.option(option);
    return (value.isPresent() ? value : terminal.configuration().find(key)).map(Arguments::path);
  }

  private static TableFolder tables(Path directory) {
    if (!Files.isRegularFile(directory.resolve(CONCEPTS))) {
      throw new CommandException(directory + " holds no canonical map: no " + CONCEPTS);
    }
    return TableFolder.of(directory);
  }

  /** Reads words by the lexicon beside the map. */
  Parser words() {
    Faults faults = new Faults();
    TextReader reader = TextReader.read(map, tables, faults);
    faults.refuseIfAny();
    return reader.parser();
  }

  /** With the site map of {@code --site-map} or of the configuration, where there is one. */
  Resolver resolver(Arguments arguments, Terminal terminal) throws IOException {
    Optional<Path> file = given(SITE_MAP, "radcanon.map.site-map", arguments, terminal);
    SiteMap siteMap =
        file.isEmpty()
            ? SiteMap.EMPTY
            : SiteMap.parse(file.get().toString(), Files.readAllBytes(file.get()), map);
    return EvidenceResolver.of(map, siteMap, tables);
  }
}
