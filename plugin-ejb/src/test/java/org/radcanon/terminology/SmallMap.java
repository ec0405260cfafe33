package org.radcanon.terminology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.table.TableFolder;

/**
 * A map of a few procedures over the real vocabulary, for tests. Concepts get the codes RC1, RC2 …
 * in the order in which their values are first named.
 */
public final class SmallMap {

  private static final Path SOURCE_TREE = Path.of("../config/canonical-map");

  private final StringBuilder codes = new StringBuilder("scheme,code,concept,meaning\n");
  private final StringBuilder names = new StringBuilder("scheme,code,kind,name\n");
  private final StringBuilder rejected = new StringBuilder("scheme,code,name,terms\n");
  private final Map<String, String> concepts = new TreeMap<>();
  private final StringBuilder rows =
      new StringBuilder("concept,status,replaced_by,name,meaning,values\n");

  /**
   * @param name published; {@code ~} before it makes it generated, {@code !} doubtful
   * @param values RIDs
   */
  public SmallMap code(String scheme, String code, String name, String... values) {
    String set = String.join(" ", Arrays.stream(values).sorted().toList());
    String concept = concepts.computeIfAbsent(set, s -> concept(s, name));
    String kind =
        name.startsWith("~") ? "generated" : name.startsWith("!") ? "doubtful" : "curated";
    String plain = plain(name);
    codes.append("%s,%s,%s,%s\n".formatted(scheme, code, concept, plain));
    names.append("%s,%s,%s,%s\n".formatted(scheme, code, kind, plain));
    return this;
  }

  private String concept(String values, String name) {
    String code = "RC" + (concepts.size() + 1);
    rows.append("%s,active,,%s,%s,%s\n".formatted(code, plain(name), plain(name), values));
    return code;
  }

  private static String plain(String name) {
    return name.replaceFirst("^[~!]", "");
  }

  public SmallMap notUnderstood(String scheme, String code, String name, String terms) {
    rejected.append("%s,%s,%s,%s\n".formatted(scheme, code, name, terms));
    return this;
  }

  /** The tables: these procedures, everything else as it is built in. */
  public TableFolder tables() {
    TableFolder builtIn =
        TableFolder.ofClassPath(SmallMap.class.getClassLoader(), CanonicalMap.CLASS_PATH_FOLDER);
    Map<String, StringBuilder> own =
        Map.of(
            "concepts.csv", rows,
            "codes.csv", codes,
            "names.csv", names,
            "not-canonicalised.csv", rejected,
            "overrides.csv",
                new StringBuilder("scheme,code,relation,target_scheme,target_code,reason\n"));
    return name ->
        own.containsKey(name)
            ? Optional.of(own.get(name).toString().getBytes(StandardCharsets.UTF_8))
            : builtIn.read(name);
  }

  /** Writes the tables into a directory, lexicon included. */
  public Path writeTo(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCE_TREE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = SOURCE_TREE.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith("sources/")) {
          Path copy = directory.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.write(copy, tables().read(name).orElseGet(() -> bytes(file)));
        }
      }
    }
    return directory;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CanonicalMap load() {
    return MapLoader.load(tables());
  }
}
