package org.radcanon.terminology.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcanon.terminology.MappingOverride.CodeRef;

/**
 * A row of a table of codes, read.
 *
 * @param procedure code, rank, names and the values that were understood
 * @param target the code that it means the same as; then it has no values of its own
 * @param terms what was not understood
 * @param cells what stood in the row, by our names for the columns
 */
record ImportedCode(
    SourceProcedure procedure,
    Optional<CodeRef> target,
    List<String> terms,
    Map<String, String> cells) {

  ImportedCode {
    terms = List.copyOf(terms);
    cells = Map.copyOf(cells);
  }

  String name() {
    return procedure.names().get(0).text();
  }

  boolean understood() {
    return target.isEmpty() && terms.isEmpty();
  }
}
