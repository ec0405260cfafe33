package org.radcanon.terminology.resolve;

import java.util.List;
import org.radcanon.terminology.Concept;

/** What one way of resolving came to. */
sealed interface Step {

  record Found(
      Concept concept, double confidence, List<String> notUnderstood, List<Concept> runnersUp)
      implements Step {}

  /** This way gave nothing; the next may. */
  record Open(String reason, List<String> notUnderstood, List<Concept> candidates)
      implements Step {}

  /** The evidence contradicts itself; only a person's rule may decide. */
  record Contradiction(String reason, List<Concept> candidates) implements Step {}
}
