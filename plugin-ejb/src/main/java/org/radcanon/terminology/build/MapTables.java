package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.radcanon.terminology.build.Drafts.Member;
import org.radcanon.terminology.build.SourceProcedure.SourceName;

/** The rows of the built tables. */
final class MapTables {

  static final String CONCEPTS = "concepts.csv";

  private final List<Scheme> schemes;
  private final Drafts drafts;
  private final Ledger ledger;
  private final ConceptNames names;

  MapTables(List<Scheme> schemes, Drafts drafts, Ledger ledger, ConceptNames names) {
    this.schemes = schemes;
    this.drafts = drafts;
    this.ledger = ledger;
    this.names = names;
  }

  record Output(List<String> header, List<List<String>> rows) {}

  /** The tables by file name. */
  Map<String, Output> all() {
    Map<String, Output> tables = new LinkedHashMap<>();
    tables.put(CONCEPTS, concepts());
    tables.put("codes.csv", codes());
    tables.put("names.csv", published());
    tables.put("not-canonicalised.csv", notCanonicalised());
    tables.put(Ledger.FILE, new Output(Ledger.HEADER, ledger.rows()));
    return tables;
  }

  private Output concepts() {
    Map<String, List<String>> rows = new TreeMap<>();
    drafts
        .byConcept()
        .forEach(
            (code, members) -> {
              List<String> values = members.get(0).procedure().values();
              rows.put(code, concept(code, "active", values, Drafts.names(members)));
            });
    ledger
        .retired()
        .forEach(
            (code, set) -> rows.put(code, concept(code, "retired", List.copyOf(set), List.of())));
    return new Output(
        List.of("concept", "status", "replaced_by", "name", "meaning", "values"),
        List.copyOf(rows.values()));
  }

  private List<String> concept(
      String code, String status, List<String> values, List<SourceName> published) {
    return List.of(
        code,
        status,
        status.equals("retired") ? ledger.replacedBy(code) : "",
        names.full(values),
        names.conceptMeaning(values, published),
        String.join(" ", new TreeSet<>(values)));
  }

  private Output codes() {
    List<List<String>> rows = new ArrayList<>();
    drafts
        .byConcept()
        .forEach(
            (concept, members) -> {
              for (Member member : members) {
                SourceProcedure p = member.procedure();
                String meaning = names.codeMeaning(p.values(), p.names());
                rows.add(List.of(member.scheme(), p.code(), concept, meaning, p.rank().word()));
              }
            });
    return new Output(List.of("scheme", "code", "concept", "meaning", "rank"), rows);
  }

  private Output published() {
    List<List<String>> rows = new ArrayList<>();
    for (Scheme scheme : schemes) {
      for (SourceProcedure procedure : scheme.procedures()) {
        for (SourceName name : procedure.names()) {
          String kind = name.kind().name().toLowerCase(Locale.ROOT);
          rows.add(List.of(scheme.designator(), procedure.code(), kind, name.text()));
        }
      }
    }
    return new Output(List.of("scheme", "code", "kind", "name"), rows);
  }

  private Output notCanonicalised() {
    List<List<String>> rows = new ArrayList<>();
    for (Scheme scheme : schemes) {
      for (Unmapped code : scheme.notCanonicalised()) {
        rows.add(List.of(scheme.designator(), code.code(), code.name(), terms(code.terms())));
      }
    }
    return new Output(List.of("scheme", "code", "name", "terms"), rows);
  }

  private static String terms(Collection<String> terms) {
    return String.join("|", terms.stream().map(term -> term.replace('|', '/')).toList());
  }
}
