package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * A line of {@code overrides.csv}: what people know better than attributes say.
 *
 * @param line where it stands
 * @param source the code that the line is about
 * @param target the other code; may be one of {@link CanonicalMap#CONCEPT_SCHEME}
 * @param reason for whoever reads it
 */
public record MappingOverride(
    long line, CodeRef source, Relation relation, Optional<CodeRef> target, String reason) {

  public static final String FILE = "overrides.csv";

  private static final Set<String> COLUMNS =
      Set.of("scheme", "code", "relation", "target_scheme", "target_code", "reason");

  /** What the source is to the target. */
  public enum Relation {
    /** The source means the target's concept. */
    EQUIVALENT,
    /** The source's concept is narrower than the target's. */
    NARROWER,
    /** The source's concept is broader than the target's. */
    BROADER,
    /** Without a target: the source means no concept. With one: they are not related. */
    NONE
  }

  /** A code by scheme designator and value. */
  public record CodeRef(String scheme, String value) {

    @Override
    public String toString() {
      return scheme + " " + value;
    }
  }

  /** Whether the line changes which concept the source means, rather than a relation. */
  public boolean moves() {
    return relation == Relation.EQUIVALENT || relation == Relation.NONE && target.isEmpty();
  }

  /**
   * Reads the table; everything that is wrong with a line goes to {@code faults}.
   *
   * @param schemes that codes may be of
   * @param known whether there is such a code
   */
  public static List<MappingOverride> read(
      TableFolder folder, SchemeNames schemes, Predicate<CodeRef> known, Faults faults) {
    List<MappingOverride> overrides = new ArrayList<>();
    Map<Object, Long> seen = new HashMap<>();
    for (Row row : Table.read(folder, FILE, COLUMNS, faults)) {
      for (Optional<CodeRef> named : List.of(source(row), target(row))) {
        named
            .flatMap(code -> fault(code, schemes, known))
            .ifPresent(reason -> faults.add(row, reason));
      }
      parse(row, faults).ifPresent(override -> add(override, row, overrides, seen, faults));
    }
    return overrides;
  }

  private static Optional<String> fault(
      CodeRef code, SchemeNames schemes, Predicate<CodeRef> known) {
    return schemes
        .fault(code.scheme())
        .or(() -> Optional.of("unknown code " + code).filter(reason -> !known.test(code)));
  }

  private static void add(
      MappingOverride override,
      Row row,
      List<MappingOverride> overrides,
      Map<Object, Long> seen,
      Faults faults) {
    Object key =
        override.moves() ? override.source() : List.of(override.source(), override.target());
    Long other = seen.putIfAbsent(key, row.line());
    if (other == null) {
      overrides.add(override);
    } else {
      faults.add(row, "line " + other + " says what " + override.source() + " means");
    }
  }

  private static Optional<MappingOverride> parse(Row row, Faults faults) {
    Optional<Relation> relation =
        Arrays.stream(Relation.values())
            .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(row.get("relation")))
            .findFirst();
    Optional<CodeRef> source = source(row);
    Optional<CodeRef> target = target(row);
    List<String> reasons = new ArrayList<>();
    if (relation.isEmpty()) {
      reasons.add("relation is none of equivalent, narrower, broader, none");
    }
    if (source.isEmpty()) {
      reasons.add("scheme or code is empty");
    } else if (source.equals(target)) {
      reasons.add("source and target are the same code");
    }
    relation.flatMap(r -> faultOfEnds(row, r)).ifPresent(reasons::add);
    if (row.get("reason").isEmpty()) {
      reasons.add("a line needs a reason");
    }
    reasons.forEach(reason -> faults.add(row, reason));
    return reasons.isEmpty()
        ? Optional.of(
            new MappingOverride(
                row.line(), source.get(), relation.get(), target, row.get("reason")))
        : Optional.empty();
  }

  /** What a relation does not allow at its two ends. */
  private static Optional<String> faultOfEnds(Row row, Relation relation) {
    boolean none = row.get("target_scheme").isEmpty() && row.get("target_code").isEmpty();
    boolean concept =
        source(row).filter(s -> s.scheme().equals(CanonicalMap.CONCEPT_SCHEME)).isPresent();
    if (concept && (relation == Relation.EQUIVALENT || none)) {
      return Optional.of("a concept code means its concept: no line can change that");
    }
    if (target(row).isPresent() || none && relation == Relation.NONE) {
      return Optional.empty();
    }
    return Optional.of(
        relation == Relation.NONE
            ? "target_scheme and target_code stand together or not at all"
            : "target_scheme or target_code is empty");
  }

  private static Optional<CodeRef> source(Row row) {
    return ref(row, "scheme", "code");
  }

  private static Optional<CodeRef> target(Row row) {
    return ref(row, "target_scheme", "target_code");
  }

  private static Optional<CodeRef> ref(Row row, String scheme, String code) {
    return row.find(scheme).flatMap(s -> row.find(code).map(c -> new CodeRef(s, c)));
  }
}
