package org.radcanon.terminology.build;

import java.util.Collection;
import java.util.List;
import org.radcanon.terminology.Rank;

/**
 * A pre-coordinated procedure of a scheme, canonicalised.
 *
 * @param code code value in its scheme
 * @param rank its place among the scheme's codes of the same concept
 * @param values attribute values of {@code vocabulary.csv}, in the scheme's order; {@link
 *     org.radcanon.terminology.CanonicalForm} is applied later
 * @param names what the scheme calls it, best first
 */
public record SourceProcedure(String code, Rank rank, List<String> values, List<SourceName> names) {

  public SourceProcedure {
    values = List.copyOf(values);
    names = List.copyOf(names);
  }

  SourceProcedure withValues(Collection<String> others) {
    return new SourceProcedure(code, rank, List.copyOf(others), names);
  }

  /** What a name is worth when a text equals it. */
  public enum NameKind {
    CURATED,
    GENERATED,
    /** Curated, but it says something else than the attributes. */
    DOUBTFUL
  }

  /** A name that the scheme publishes. */
  public record SourceName(NameKind kind, String text) {}
}
