package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.radcanon.terminology.build.SourceProcedure.SourceName;

/** The concepts in force while they are put together, by concept code. */
final class Drafts {

  private final Map<String, List<Member>> byConcept = new TreeMap<>();

  /** A scheme's code in a concept. */
  record Member(String scheme, SourceProcedure procedure) {}

  /**
   * Equal sets fall into one concept. New ones get their codes in the order of schemes, then of
   * their codes. In a concept the schemes keep their order, within one the rank, then the code.
   */
  Drafts(List<Scheme> schemes, Ledger ledger) {
    Comparator<SourceProcedure> byRank = Comparator.comparing(SourceProcedure::rank);
    for (Scheme scheme : schemes) {
      Map<String, List<SourceProcedure>> own = new TreeMap<>();
      for (SourceProcedure procedure : scheme.procedures()) {
        own.computeIfAbsent(ledger.codeFor(procedure.values()), c -> new ArrayList<>(1))
            .add(procedure);
      }
      own.forEach(
          (concept, procedures) ->
              procedures.stream()
                  .sorted(byRank)
                  .forEach(p -> add(concept, new Member(scheme.designator(), p))));
    }
  }

  private void add(String concept, Member member) {
    byConcept.computeIfAbsent(concept, c -> new ArrayList<>(1)).add(member);
  }

  Map<String, List<Member>> byConcept() {
    return byConcept;
  }

  /** Concepts in which one scheme has several codes. */
  int shared() {
    return (int)
        byConcept.values().stream()
            .filter(
                members -> members.stream().map(Member::scheme).distinct().count() < members.size())
            .count();
  }

  static List<SourceName> names(List<Member> members) {
    return members.stream().flatMap(member -> member.procedure().names().stream()).toList();
  }
}
