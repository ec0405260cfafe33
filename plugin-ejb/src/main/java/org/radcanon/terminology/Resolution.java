package org.radcanon.terminology;

import java.util.List;

/** What became of a study's evidence. */
public sealed interface Resolution {

  /** What was looked at and what it gave, one readable line each, no patient data. */
  List<String> evidence();

  /**
   * Resolved to one concept.
   *
   * @param confidence 0 to 1
   * @param notUnderstood words of the deciding text that nothing explained
   * @param runnersUp other concepts that were close, best first
   */
  record Resolved(
      Concept concept,
      Basis basis,
      double confidence,
      List<String> evidence,
      List<String> notUnderstood,
      List<Concept> runnersUp)
      implements Resolution {
    public Resolved {
      evidence = List.copyOf(evidence);
      notUnderstood = List.copyOf(notUnderstood);
      runnersUp = List.copyOf(runnersUp);
    }
  }

  /**
   * Not resolved: a person has to decide.
   *
   * @param reason one sentence for the list of cases
   * @param candidates concepts that fit equally, where the evidence was ambiguous
   */
  record Unresolved(
      String reason, List<String> evidence, List<String> notUnderstood, List<Concept> candidates)
      implements Resolution {
    public Unresolved {
      evidence = List.copyOf(evidence);
      notUnderstood = List.copyOf(notUnderstood);
      candidates = List.copyOf(candidates);
    }
  }

  /** Why a concept was chosen; the earlier, the better the basis. */
  enum Basis {
    CODE,
    SITE_MAP,
    TEXT;

    public boolean betterThan(Basis other) {
      return compareTo(other) < 0;
    }
  }
}
