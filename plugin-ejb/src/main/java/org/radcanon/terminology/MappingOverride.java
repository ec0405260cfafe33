package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Reads the table; what is wrong with it goes to {@code faults}. */
  public static List<MappingOverride> read(TableFolder folder, Faults faults) {
    List<MappingOverride> overrides = new ArrayList<>();
    Map<Object, Long> seen = new HashMap<>();
    for (Row row : Table.read(folder, FILE, COLUMNS, faults)) {
      parse(row, faults)
          .ifPresent(
              override -> {
                Object key =
                    override.moves()
                        ? override.source()
                        : List.of(override.source(), override.target());
                Long other = seen.putIfAbsent(key, row.line());
                if (other == null) {
                  overrides.add(override);
                } else {
                  faults.add(row, "line " + other + " says what " + override.source() + " means");
                }
              });
    }
    return overrides;
  }

  private static Optional<MappingOverride> parse(Row row, Faults faults) {
    Optional<Relation> relation =
        Arrays.stream(Relation.values())
            .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(row.get("relation")))
            .findFirst();
    Optional<CodeRef> source = ref(row, "scheme", "code");
    Optional<CodeRef> target = ref(row, "target_scheme", "target_code");
    Optional<String> fault = Optional.empty();
    if (relation.isEmpty()) {
      fault = Optional.of("relation is none of equivalent, narrower, broader, none");
    } else if (source.isEmpty()) {
      fault = Optional.of("scheme or code is empty");
    } else if (source.get().scheme().equals(CanonicalMap.CONCEPT_SCHEME)
        && (relation.get() == Relation.EQUIVALENT || target.isEmpty())) {
      fault = Optional.of("a concept code means its concept: no line can change that");
    } else if (target.isEmpty() && relation.get() != Relation.NONE) {
      fault = Optional.of("target_scheme or target_code is empty");
    } else if (target.isEmpty()
        && !(row.get("target_scheme").isEmpty() && row.get("target_code").isEmpty())) {
      fault = Optional.of("target_scheme and target_code stand together or not at all");
    } else if (source.equals(target)) {
      fault = Optional.of("source and target are the same code");
    } else if (row.get("reason").isEmpty()) {
      fault = Optional.of("a line needs a reason");
    }
    fault.ifPresent(reason -> faults.add(row, reason));
    return fault.isPresent()
        ? Optional.empty()
        : Optional.of(
            new MappingOverride(
                row.line(), source.get(), relation.get(), target, row.get("reason")));
  }

  private static Optional<CodeRef> ref(Row row, String scheme, String code) {
    return row.find(scheme).flatMap(s -> row.find(code).map(c -> new CodeRef(s, c)));
  }
}
