package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.build.SourceProcedure.NameKind;
import org.radcanon.terminology.build.SourceProcedure.SourceName;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * LOINC's radiology terms, and over what is read from their axes the LOINC/RSNA Radiology Playbook
 * of a site's LOINC release, where the map has it: a term that it pairs with a code of the RadLex
 * Playbook means what that code means. A pair with a code that the Playbook does not have, and
 * pairs of one term with codes that mean different things, decide nothing.
 */
final class LoincRsnaSource {

  private static final Set<String> COLUMNS = Set.of("LoincNumber", "LongCommonName", "RPID");

  private LoincRsnaSource() {}

  private static SourceProcedure named(String code, String name) {
    return new SourceProcedure(
        code, Rank.NORMAL, List.of(), List.of(new SourceName(NameKind.CURATED, name)));
  }

  /** LOINC's terms, with the pairs where the folder has them. */
  static SchemeSource read(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    SchemeSource loinc = LoincSource.read(folder, vocabulary, faults);
    if (folder.read(LoincRelease.FILE).isEmpty()) {
      return loinc;
    }
    Table release = Table.read(folder, LoincRelease.FILE, COLUMNS, faults);
    Map<String, String> names = new HashMap<>();
    for (Row row : release) {
      LoincRelease.checkNumber(row, faults);
      names.put(row.get("LoincNumber"), row.get("LongCommonName"));
    }
    SchemeSource playbook = PlaybookSource.read(folder, vocabulary, new Faults());
    return paired(loinc, new LoincPairs(release, LoincPairs.meanings(playbook)), names);
  }

  private static SchemeSource paired(
      SchemeSource loinc, LoincPairs decided, Map<String, String> names) {
    Map<String, String> pairs = decided.decided();
    Map<String, SourceProcedure> derived = new HashMap<>();
    loinc.procedures().forEach(procedure -> derived.put(procedure.code(), procedure));
    List<Equivalent> equivalents = new ArrayList<>();
    pairs.forEach(
        (code, rpid) ->
            equivalents.add(
                new Equivalent(
                    derived.getOrDefault(code, named(code, names.get(code))),
                    new CodeRef(CanonicalMap.RADLEX, rpid))));
    return new SchemeSource(
        LoincSource.DESIGNATOR,
        loinc.procedures().stream().filter(p -> !pairs.containsKey(p.code())).toList(),
        loinc.notCanonicalised().stream().filter(u -> !pairs.containsKey(u.code())).toList(),
        equivalents,
        decided.remarks());
  }
}
