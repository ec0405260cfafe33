package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Row;

/**
 * Which codes of the RadLex Playbook a LOINC release pairs with its terms. A pair with a code that
 * the Playbook does not have, and pairs of one term with codes that mean different things, decide
 * nothing; each is told with its line.
 */
final class LoincPairs {

  private static final String RPID = "RPID";

  private final Map<String, String> decided = new TreeMap<>();
  private final List<Fault> remarks = new ArrayList<>();

  /**
   * @param rows of the release, in their order
   * @param playbook what each of its codes means
   */
  LoincPairs(Iterable<Row> rows, Map<String, Set<String>> playbook) {
    Map<String, Map<String, Row>> given = new TreeMap<>();
    for (Row row : rows) {
      row.find(RPID)
          .ifPresent(
              rpid ->
                  given
                      .computeIfAbsent(row.get("LoincNumber"), code -> new LinkedHashMap<>())
                      .putIfAbsent(rpid, row));
    }
    given.forEach((code, rpids) -> decide(code, rpids, playbook));
    remarks.sort(Comparator.comparingLong(Fault::line));
  }

  private void decide(String code, Map<String, Row> rpids, Map<String, Set<String>> playbook) {
    Map<String, Row> known = new LinkedHashMap<>(rpids);
    known.keySet().retainAll(playbook.keySet());
    rpids.forEach(
        (rpid, row) -> {
          if (!playbook.containsKey(rpid)) {
            remark(row, code + " goes with " + rpid + ", which the Playbook here does not have");
          }
        });
    Set<Set<String>> meanings = new HashSet<>();
    known.keySet().forEach(rpid -> meanings.add(playbook.get(rpid)));
    if (meanings.size() == 1) {
      decided.put(code, known.keySet().iterator().next());
    } else if (meanings.size() > 1) {
      known.forEach((rpid, row) -> remark(row, differing(code, rpid, known)));
    }
  }

  private static String differing(String code, String rpid, Map<String, Row> known) {
    String others =
        known.entrySet().stream()
            .filter(other -> !other.getKey().equals(rpid))
            .map(other -> other.getKey() + " of line " + other.getValue().line())
            .collect(Collectors.joining(" and "));
    return "%s goes with %s, but also with %s, and they mean different things"
        .formatted(code, rpid, others);
  }

  private void remark(Row row, String reason) {
    remarks.add(new Fault(row.file(), row.line(), reason + "; the pair decides nothing"));
  }

  /** The code of the Playbook that a term means, by term. */
  Map<String, String> decided() {
    return decided;
  }

  /** The pairs that decide nothing, by line. */
  List<Fault> remarks() {
    return List.copyOf(remarks);
  }

  /** What each code of the Playbook means. */
  static Map<String, Set<String>> meanings(SchemeSource playbook) {
    Map<String, Set<String>> meanings = new HashMap<>();
    playbook
        .procedures()
        .forEach(procedure -> meanings.put(procedure.code(), Set.copyOf(procedure.values())));
    return meanings;
  }
}
