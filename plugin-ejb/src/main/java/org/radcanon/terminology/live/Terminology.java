package org.radcanon.terminology.live;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.reading.TextReader;
import org.radcanon.terminology.resolve.EvidenceResolver;
import org.radcanon.terminology.site.SiteMap;
import org.radcanon.terminology.site.SiteMapRow;
import org.radcanon.terminology.site.SiteRule;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;
import org.radcanon.terminology.text.Parser;

/**
 * The canonical map and the site's own lines, in force together, and replaced together: {@link
 * #map()} and {@link #resolver()} may be kept, they always speak for what is in force. Safe for use
 * by many threads; reading never waits.
 */
public final class Terminology {

  private final CanonicalMap built;
  private final TextReader reader;
  private final List<Fault> mapFaults;
  private final SiteMapFile file;
  private final CanonicalMap liveMap = new LiveMap(() -> state().map());
  private volatile State state;

  private record State(
      byte[] bytes, SiteMap siteMap, CanonicalMap map, Resolver resolver, List<Fault> faults) {}

  private Terminology(Tables tables, Path siteMap) {
    this.built = tables.map();
    this.reader = tables.reader();
    this.mapFaults = tables.faults();
    this.file = new SiteMapFile(siteMap);
  }

  /** A map and its lexicon; the faults are those of the directory in whose place they stand. */
  private record Tables(CanonicalMap map, TextReader reader, List<Fault> faults) {

    static Tables load(TableFolder folder, List<Fault> insteadOf) {
      CanonicalMap map = MapLoader.load(folder);
      Faults faults = new Faults();
      TextReader reader = TextReader.read(map, folder, faults);
      faults.refuseIfAny();
      return new Tables(map, reader, insteadOf);
    }

    static Tables load(Path directory, LastGoodTables kept) {
      LastGoodTables.Recording folder = new LastGoodTables.Recording(TableFolder.of(directory));
      try {
        Tables tables = load(folder, List.of());
        kept.keep(folder);
        return tables;
      } catch (TableException e) {
        TableFolder lastGood = kept.read().orElseThrow(() -> e);
        return load(lastGood, e.faults());
      }
    }
  }

  /**
   * As {@link #open(TableFolder, Path)}, with the built-in map, or one from a directory. Of the
   * latter a copy is kept beside the site map; when the directory is refused at a later start, the
   * copy is in force, and {@link #mapFaults()} says why.
   *
   * @throws TableException when the directory is refused and no copy was kept; or the copy is
   *     refused as well
   */
  public static Terminology open(Optional<Path> directory, Path siteMap) {
    TableFolder builtIn = CanonicalMap.builtInTables();
    LastGoodTables kept = new LastGoodTables(siteMap.toAbsolutePath().getParent());
    return open(
        directory.map(d -> Tables.load(d, kept)).orElseGet(() -> Tables.load(builtIn, List.of())),
        siteMap);
  }

  /**
   * Loads the map and the lexicon from a folder, and the site map from its file, which is created
   * when absent. A site map with a fault is refused; then the last good one, kept beside it, is in
   * force, and {@link #faults()} says why. With none kept, or one that this map refuses as well,
   * there are no lines in force.
   *
   * @throws TableException when the map or the lexicon is refused
   */
  public static Terminology open(TableFolder tables, Path siteMap) {
    return open(Tables.load(tables, List.of()), siteMap);
  }

  private static Terminology open(Tables tables, Path siteMap) {
    Terminology terminology = new Terminology(tables, siteMap);
    terminology.start();
    return terminology;
  }

  private void start() {
    byte[] bytes = file.read();
    try {
      enforce(bytes);
    } catch (TableException e) {
      state = lastGood(bytes, e.faults());
    }
  }

  /** The last good lines may have become faulty, too, by a map that dropped a code of theirs. */
  private State lastGood(byte[] bytes, List<Fault> faults) {
    try {
      byte[] lastGood = file.readLastGood();
      SiteMap siteMap =
          lastGood.length == 0
              ? SiteMap.EMPTY
              : SiteMap.parse(file.nameOfLastGood(), lastGood, built);
      return stateOf(bytes, siteMap, faults);
    } catch (TableException e) {
      List<Fault> all = Stream.concat(faults.stream(), e.faults().stream()).toList();
      return stateOf(bytes, SiteMap.EMPTY, all);
    }
  }

  /** The map in force, with the site's private codes as equivalents of their concepts. */
  public CanonicalMap map() {
    return liveMap;
  }

  /** As {@link #map()}, but the one of this moment; the same object until another is in force. */
  public CanonicalMap mapInForce() {
    return state().map();
  }

  /** Reads words by the lexicon of the map in force; the same for all site maps. */
  public Parser words() {
    return reader.parser();
  }

  /** Resolves by what is in force at that moment. */
  public Resolver resolver() {
    return evidence -> state().resolver().resolve(evidence);
  }

  /** The site map in force. */
  public SiteMap siteMap() {
    return state().siteMap();
  }

  /** Why the map's directory is not what is in force, but its last good copy; empty when it is. */
  public List<Fault> mapFaults() {
    return mapFaults;
  }

  /** Why the site map's file is not what is in force; empty when it is. */
  public List<Fault> faults() {
    return state().faults();
  }

  /**
   * Reads the site map's file again.
   *
   * @return how many lines are in force
   * @throws TableException with every fault; the last good lines stay in force
   */
  public synchronized int reload() {
    byte[] bytes = file.read();
    try {
      enforce(bytes);
    } catch (TableException e) {
      State before = state();
      state = new State(bytes, before.siteMap(), before.map(), before.resolver(), e.faults());
      throw e;
    }
    return siteMap().size();
  }

  /**
   * As {@link #reload()}, when the file's content is another than the one last read.
   *
   * @return whether it was
   */
  public synchronized boolean reloadIfChanged() {
    boolean changed = !Arrays.equals(file.read(), state().bytes());
    if (changed) {
      reload();
    }
    return changed;
  }

  /**
   * Adds a line to the site map's file, durably, and puts it in force. A line that is there already
   * changes nothing.
   *
   * @return the concept that the line means
   * @throws TableException when the line, or the file as it stands, is refused; nothing is changed
   */
  public synchronized Concept append(SiteMapRow row) {
    byte[] before = file.read();
    SiteMap current = SiteMap.parse(file.name(), before, built);
    byte[] after = SiteMapFile.with(file.name(), before, row.columns());
    SiteMap grown = SiteMap.parse(file.name(), after, built);
    SiteRule added = grown.last().orElseThrow();
    if (current.says(added)) {
      enforce(before);
    } else {
      file.write(after);
      enforce(after);
    }
    return added.concept();
  }

  private void enforce(byte[] bytes) {
    SiteMap siteMap = SiteMap.parse(file.name(), bytes, built);
    file.keepAsLastGood(bytes);
    state = stateOf(bytes, siteMap, List.of());
  }

  private State stateOf(byte[] bytes, SiteMap siteMap, List<Fault> faults) {
    Map<Code, Concept> own = siteMap.privateCodes();
    CanonicalMap map = own.isEmpty() ? built : SiteCodes.added(built, own);
    Resolver resolver = EvidenceResolver.of(built, siteMap, reader);
    return new State(bytes, siteMap, map, new InForce(map, resolver), faults);
  }

  private State state() {
    return state;
  }

  /** A resolver whose concepts carry the site's own codes too. */
  private record InForce(CanonicalMap map, Resolver resolver) implements Resolver {

    @Override
    public Resolution resolve(ProcedureEvidence evidence) {
      Resolution resolution = resolver.resolve(evidence);
      if (resolution instanceof Resolution.Resolved r) {
        return new Resolution.Resolved(
            current(r.concept()),
            r.basis(),
            r.confidence(),
            r.evidence(),
            r.notUnderstood(),
            r.runnersUp());
      }
      return resolution;
    }

    private Concept current(Concept concept) {
      return map.concept(concept.code()).orElse(concept);
    }
  }
}
