package org.radcanon.fhir.search;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.StudyIndex.Key;

/**
 * A search: every clause must hold, and a clause holds when one of its terms does (FHIR R4 Search,
 * composition of parameters). Built by {@link StudyQueryBuilder}.
 */
public final class StudyQuery {

  /** Values of one parameter that are looked up one after the other. */
  private static final int MAX_TERMS = 200;

  private final List<List<StudyTerm>> clauses;
  private final List<StudyTerm> driver;

  StudyQuery(List<List<StudyTerm>> clauses) {
    this.clauses = clauses.stream().map(List::copyOf).toList();
    if (this.clauses.stream().anyMatch(clause -> clause.size() > MAX_TERMS)) {
      throw new InvalidRequestException("more than " + MAX_TERMS + " values in one parameter");
    }
    this.driver =
        this.clauses.stream()
            .min(Comparator.comparing(StudyQuery::weakest))
            .filter(clause -> weakest(clause) != StudyTerm.Kind.ANY)
            .orElse(List.of(new StudyTerm(StudyTerm.Kind.ANY, List.of(), study -> true)));
  }

  private static StudyTerm.Kind weakest(List<StudyTerm> clause) {
    return clause.stream().map(StudyTerm::kind).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** In how many index queries the search is asked, one for each term of its best clause. */
  int alternatives() {
    return driver.size();
  }

  /** No study can match an alternative. */
  boolean isHopeless(int alternative) {
    return driver.get(alternative).kind() == StudyTerm.Kind.NOTHING
        || clauses.stream()
            .anyMatch(clause -> clause.stream().allMatch(t -> t.kind() == StudyTerm.Kind.NOTHING));
  }

  /** Where the candidates of an alternative come from, if not from keys. */
  Optional<StudyTerm.Lookup> lookup(int alternative) {
    return driver.get(alternative).lookup();
  }

  /**
   * Keys for the index: those of the alternative, and those of every clause that has one term only,
   * each attribute once.
   */
  List<Key> keys(int alternative) {
    List<Key> keys = new ArrayList<>(driver.get(alternative).keys());
    clauses.stream()
        .filter(clause -> clause != driver && clause.size() == 1)
        .map(clause -> clause.get(0).keys())
        .filter(more -> more.stream().noneMatch(key -> hasPath(keys, key)))
        .forEach(keys::addAll);
    return keys;
  }

  private static boolean hasPath(List<Key> keys, Key key) {
    return keys.stream().anyMatch(known -> known.path().equals(key.path()));
  }

  /** The study matches by this alternative, and no alternative before gives it already. */
  boolean matches(IndexedStudy study, int alternative) {
    return driver.get(alternative).matches(study)
        && driver.subList(0, alternative).stream().noneMatch(term -> term.matches(study))
        && clauses.stream().allMatch(c -> c.stream().anyMatch(term -> term.matches(study)));
  }
}
