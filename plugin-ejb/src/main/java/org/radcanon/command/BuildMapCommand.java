package org.radcanon.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.radcanon.terminology.build.MapBuilder;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.resolve.EvidenceResolver;
import org.radcanon.terminology.site.SiteMap;
import org.radcanon.terminology.table.TableFolder;

/** {@code ./radcanon build-map}: the map's tables from their sources, and what that changed. */
final class BuildMapCommand implements Command {

  @Override
  public String help() {
    return """
        ./radcanon build-map [DIR]   the canonical map's tables from the tables that people keep

        DIR (default: config/canonical-map of the source tree) holds sources/, vocabulary.csv,
        overrides.csv, ledger.csv and the like; concepts.csv, codes.csv, names.csv, ledger.csv,
        not-canonicalised.csv and the like are written. When a row is bad nothing is written: every
        fault is told with file and line. What changed is told code by code. Then the whole map, with the
        lexicon, is loaded once, so that a bad row there is told here and not at the server's start.

        Example:
          ./radcanon build-map
        """;
  }

  @Override
  public Set<String> options() {
    return Set.of();
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> words = arguments.words(0, 1, "[DIR]");
    Path directory =
        words.isEmpty()
            ? OpenMap.sourceTree(terminal)
                .orElseThrow(() -> new UsageException("which DIR? There is no source tree here"))
            : Arguments.path(words.get(0));
    if (!Files.isDirectory(directory)) {
      throw new CommandException(directory + ": no such directory");
    }
    build(directory, terminal);
    TableFolder tables = TableFolder.of(directory);
    EvidenceResolver.of(MapLoader.load(tables), SiteMap.EMPTY, tables);
    return Main.DONE;
  }

  /** Builds, and tells what changed. */
  static void build(Path directory, Terminal terminal) throws IOException {
    BuiltTables before = BuiltTables.of(directory);
    MapBuilder.Summary summary = new MapBuilder(directory).build();
    BuiltTables after = BuiltTables.of(directory);
    terminal.say(
        "%,d codes, %,d concepts in force, %,d retired, %,d codes not canonicalised"
            .formatted(
                summary.codes(),
                summary.concepts(),
                summary.retired(),
                summary.notCanonicalised()));
    summary.remarks().forEach(remark -> terminal.say(remark.toString()));
    after.changesFrom(before).forEach(terminal::say);
  }
}
