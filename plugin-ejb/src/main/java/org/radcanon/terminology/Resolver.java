package org.radcanon.terminology;

import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;

/**
 * From evidence to a concept: by known code, by the site map, by text. Deterministic; explains
 * itself; never guesses. Safe for use by many threads.
 */
public interface Resolver {

  Resolution resolve(ProcedureEvidence evidence);

  /** A resolver over a map with the built-in lexicon and without a site map. */
  static Resolver of(CanonicalMap map) {
    return of(
        map,
        SiteMap.EMPTY,
        TableFolder.ofClassPath(Resolver.class.getClassLoader(), CanonicalMap.CLASS_PATH_FOLDER));
  }

  /**
   * A resolver over a map, a site map, and the lexicon in the folder {@code lexicon/} of the
   * tables.
   *
   * @throws TableException when a table of the lexicon is refused
   */
  static Resolver of(CanonicalMap map, SiteMap siteMap, TableFolder tables) {
    Faults faults = new Faults();
    TextReader reader = TextReader.read(map, tables, faults);
    faults.refuseIfAny();
    return new EvidenceResolver(map, siteMap, reader);
  }
}
