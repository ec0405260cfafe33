package org.radcanon.terminology.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.table.Row;

/**
 * {@code codes.csv} and {@code not-canonicalised.csv}: a code of a scheme means one concept, or
 * none.
 */
final class CodeTables {

  private final MapFolder tables;
  private final SchemeTables schemes;
  private final ConceptTable concepts;
  private final Map<String, Map<String, List<Code>>> byConcept = new HashMap<>();
  private final Map<CodeRef, Rank> ranks = new HashMap<>();
  private final Set<CodeRef> taken = new HashSet<>();

  /** Reads the codes that mean a concept. */
  CodeTables(MapFolder tables, SchemeTables schemes, ConceptTable concepts) {
    this.tables = tables;
    this.schemes = schemes;
    this.concepts = concepts;
    concepts
        .lines()
        .forEach(
            (code, line) -> add(code, new Code(code, CanonicalMap.CONCEPT_SCHEME, line.meaning())));
    tables.read("codes.csv", "scheme", "code", "concept", "meaning").forEach(this::add);
  }

  private void add(Row row) {
    String concept = row.get("concept");
    CodeRef ref = ref(row);
    if (!schemes.knows(row)) {
      return;
    }
    if (!concepts.has(concept)) {
      tables.faults().add(row, "unknown concept " + concept);
    } else if (!taken.add(ref)) {
      tables.faults().add(row, "code " + ref + " stands twice");
    } else if (tables.fitsCode(row, "code")) {
      add(concept, new Code(ref.value(), ref.scheme(), row.get("meaning")));
      row.find("rank").ifPresent(word -> rank(row, ref, word));
    }
  }

  private void add(String concept, Code code) {
    byConcept
        .computeIfAbsent(concept, c -> new LinkedHashMap<>())
        .computeIfAbsent(code.scheme(), s -> new ArrayList<>(1))
        .add(code);
  }

  /** A table without the column has normal codes only. */
  private void rank(Row row, CodeRef code, String word) {
    Rank.named(word)
        .ifPresentOrElse(
            rank -> ranks.put(code, rank), () -> tables.faults().add(row, "unknown rank " + word));
  }

  private static CodeRef ref(Row row) {
    return new CodeRef(row.get("scheme"), row.get("code"));
  }

  /** Reads the codes that mean none. */
  List<NotCanonicalised> notCanonicalised() {
    List<NotCanonicalised> found = new ArrayList<>();
    for (Row row : tables.read("not-canonicalised.csv", "scheme", "code", "name", "terms")) {
      CodeRef ref = ref(row);
      if (!schemes.knows(row)) {
        continue;
      }
      if (!taken.add(ref)) {
        tables.faults().add(row, "code " + ref + " stands twice");
      } else if (tables.fits(row, "code", Integer.MAX_VALUE)
          && tables.fits(row, "terms", Integer.MAX_VALUE)) {
        List<String> terms = List.of(row.get("terms").split("\\|"));
        found.add(new NotCanonicalised(ref.scheme(), ref.value(), row.get("name"), terms));
      }
    }
    return List.copyOf(found);
  }

  /** Whether a code, or a concept's own, stands in the tables read so far. */
  boolean has(CodeRef ref) {
    return taken.contains(ref)
        || ref.scheme().equals(CanonicalMap.CONCEPT_SCHEME) && concepts.has(ref.value());
  }

  /** The codes of a concept by scheme, its own included. */
  Map<String, List<Code>> of(String concept) {
    Map<String, List<Code>> own = new LinkedHashMap<>();
    byConcept.get(concept).forEach((scheme, codes) -> own.put(scheme, List.copyOf(codes)));
    return Collections.unmodifiableMap(own);
  }

  Map<CodeRef, Rank> ranks() {
    return Collections.unmodifiableMap(ranks);
  }
}
