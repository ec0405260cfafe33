package org.radcanon.terminology.build;

import java.util.List;

/**
 * A pre-coordinated procedure of a scheme, canonicalised.
 *
 * @param code code value in its scheme
 * @param core in the scheme's recommended subset; preferred over others of the same concept
 * @param values canonical attribute values, in the scheme's order
 * @param names what the scheme calls it, best first
 */
public record SourceProcedure(
    String code, boolean core, List<String> values, List<SourceName> names) {

  public SourceProcedure {
    values = List.copyOf(values);
    names = List.copyOf(names);
  }

  /** What a name is worth when a text equals it. */
  enum NameKind {
    CURATED,
    GENERATED,
    /** Curated, but it says something else than the attributes. */
    DOUBTFUL
  }

  record SourceName(NameKind kind, String text) {}
}
