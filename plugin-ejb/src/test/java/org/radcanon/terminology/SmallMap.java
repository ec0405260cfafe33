package org.radcanon.terminology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.table.TableFolder;

/**
 * A map of a few procedures over the real vocabulary, for tests. Concepts get the codes RC1, RC2 …
 * in the order in which their values are first named.
 */
public final class SmallMap {

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

  /** A further name of a code, chosen by a person. */
  public SmallMap name(String scheme, String code, String name) {
    names.append("%s,%s,curated,%s\n".formatted(scheme, code, name));
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

  private Map<String, String> own() {
    return Map.of(
        "concepts.csv", rows.toString(),
        "codes.csv", codes.toString(),
        "names.csv", names.toString(),
        "not-canonicalised.csv", rejected.toString(),
        "overrides.csv", "scheme,code,relation,target_scheme,target_code,reason\n");
  }

  /** The tables: these procedures, everything else as it is committed. */
  public TableFolder tables() {
    return CommittedMap.with(own());
  }

  /** Writes the tables into a directory, lexicon included. */
  public Path writeTo(Path directory) throws IOException {
    CommittedMap.copyWithoutSources(directory);
    for (Map.Entry<String, String> table : own().entrySet()) {
      Files.writeString(directory.resolve(table.getKey()), table.getValue());
    }
    return directory;
  }

  public CanonicalMap load() {
    return MapLoader.load(tables());
  }
}
