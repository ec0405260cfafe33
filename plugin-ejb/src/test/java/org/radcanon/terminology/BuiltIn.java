package org.radcanon.terminology;

/** The built-in map and lexicon, loaded once for all tests. */
final class BuiltIn {

  static final CanonicalMap MAP = CanonicalMap.load();
  static final Resolver RESOLVER = Resolver.of(MAP);

  private BuiltIn() {}

  static Concept rpid(String code) {
    return MAP.byCode("RADLEX", code).orElseThrow();
  }
}
