package org.radcanon.fhir.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.StudyIndex.Key;

/**
 * One value of a search parameter.
 *
 * @param kind says how few studies the term leaves
 * @param keys index keys that let every match through, and possibly others
 * @param lookup where the index knows the candidates without keys
 * @param condition what a study must be to match
 */
record StudyTerm(
    Kind kind, List<Key> keys, Optional<Lookup> lookup, Predicate<IndexedStudy> condition) {

  /** What a term is about, the most selective first. */
  enum Kind {
    NOTHING,
    STUDY,
    IDENTIFIER,
    PROCEDURE,
    UPDATED,
    DATE,
    MODALITY,
    /** Nothing narrows it down: every study has to be looked at. */
    ANY
  }

  /** Study Instance UIDs of candidates, in stable order, page by page. */
  interface Lookup {
    List<String> studyUids(int limit, int offset);
  }

  StudyTerm {
    keys = List.copyOf(keys);
  }

  StudyTerm(Kind kind, List<Key> keys, Predicate<IndexedStudy> condition) {
    this(kind, keys, Optional.empty(), condition);
  }

  StudyTerm(Kind kind, Lookup lookup, Predicate<IndexedStudy> condition) {
    this(kind, List.of(), Optional.of(lookup), condition);
  }

  /** Matches nothing: a code that no scheme knows, a reference to another server. */
  static StudyTerm nothing() {
    return new StudyTerm(Kind.NOTHING, List.of(), study -> false);
  }

  boolean matches(IndexedStudy study) {
    return condition.test(study);
  }
}
