package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.List;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;

/** The ways of resolving, most trusted first. */
final class EvidenceResolver implements Resolver {

  private final CodeStep codes;

  EvidenceResolver(CanonicalMap map) {
    this.codes = new CodeStep(map);
  }

  @Override
  public Resolution resolve(ProcedureEvidence evidence) {
    List<String> lines = new ArrayList<>();
    Step byCode = codes.decide(evidence, lines);
    if (byCode instanceof Step.Found found) {
      return resolved(found, Basis.CODE, lines);
    }
    if (byCode instanceof Step.Contradiction contradiction) {
      return new Unresolved(contradiction.reason(), lines, List.of(), contradiction.candidates());
    }
    return new Unresolved("no known code", lines, List.of(), List.of());
  }

  private static Resolution resolved(Step.Found found, Basis basis, List<String> lines) {
    return new Resolved(
        found.concept(),
        basis,
        found.confidence(),
        lines,
        found.notUnderstood(),
        found.runnersUp());
  }
}
