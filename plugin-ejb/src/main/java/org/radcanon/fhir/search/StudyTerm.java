package org.radcanon.fhir.search;

import java.util.List;
import java.util.function.Predicate;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.StudyIndex.Key;

/**
 * One value of a search parameter.
 *
 * @param kind says how few studies the keys leave
 * @param keys index keys that let every match through, and possibly others
 * @param condition what a study must be to match
 */
record StudyTerm(Kind kind, List<Key> keys, Predicate<IndexedStudy> condition) {

  /** What a term is about, the most selective first. */
  enum Kind {
    NOTHING,
    STUDY,
    IDENTIFIER,
    PROCEDURE,
    DATE,
    MODALITY,
    /** No key narrows it down: every study has to be looked at. */
    ANY
  }

  StudyTerm {
    keys = List.copyOf(keys);
  }

  /** Matches nothing: a code that no scheme knows, a reference to another server. */
  static StudyTerm nothing() {
    return new StudyTerm(Kind.NOTHING, List.of(), study -> false);
  }

  boolean matches(IndexedStudy study) {
    return condition.test(study);
  }
}
