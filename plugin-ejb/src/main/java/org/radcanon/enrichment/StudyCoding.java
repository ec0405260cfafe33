package org.radcanon.enrichment;

import java.util.List;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Resolution.Basis;

/** The one code of a study, once decided; every instance of the study follows it. */
public record StudyCoding(Concept concept, Basis basis, double confidence, List<String> evidence) {
  public StudyCoding {
    evidence = List.copyOf(evidence);
  }
}
