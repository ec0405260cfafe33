package org.radcanon.terminology;

import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.resolve.EvidenceResolver;

/** The built-in map and lexicon, loaded once for all tests. */
public final class BuiltIn {

  public static final CanonicalMap MAP = MapLoader.load();
  public static final Resolver RESOLVER = EvidenceResolver.of(MAP);

  private BuiltIn() {}

  public static Concept rpid(String code) {
    return MAP.byCode("RADLEX", code).orElseThrow();
  }
}
