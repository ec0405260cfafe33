package org.radcanon.fhir.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.StudyIndex;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.Query;
import org.radcanon.index.StudyIndex.Row;

/** Runs searches over the index, page by page. Keeps nothing between two pages. */
public final class StudySearch {

  /** Rows asked of the index at a time. */
  private static final int BATCH = 100;

  /** Candidates looked at for one page; a longer search goes on with the next page. */
  private static final int MAX_CANDIDATES = 5_000;

  private final StudyIndex index;

  public StudySearch(StudyIndex index) {
    this.index = index;
  }

  /**
   * Part of an answer.
   *
   * @param studies without their series, in the index's order; may be fewer than asked for although
   *     there is a next page
   * @param next where the next page begins
   * @param total all matches, where this page shows them all
   */
  public record Page(List<IndexedStudy> studies, Optional<Cursor> next, OptionalInt total) {
    public Page {
      studies = List.copyOf(studies);
    }
  }

  /**
   * @param count matches at most
   * @param maxInstances the page ends with the study that reaches this many instances, so that a
   *     page of studies in full stays of bounded size
   */
  public Page find(StudyQuery query, int count, int maxInstances, Cursor start) {
    Walk walk = new Walk(query, start);
    List<IndexedStudy> found = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    while (next.isEmpty() && walk.hasNext()) {
      Cursor at = walk.cursor();
      if (walk.looked >= MAX_CANDIDATES) {
        next = Optional.of(at);
      } else {
        Optional<IndexedStudy> match = walk.next();
        if (match.isPresent() && isFull(found, count, maxInstances)) {
          next = Optional.of(at);
        } else {
          match.ifPresent(found::add);
        }
      }
    }
    boolean whole = next.isEmpty() && start.equals(Cursor.START);
    return new Page(found, next, whole ? OptionalInt.of(found.size()) : OptionalInt.empty());
  }

  private static boolean isFull(List<IndexedStudy> found, int count, int maxInstances) {
    return found.size() >= count
        || found.stream().mapToLong(IndexedStudy::instanceCount).sum() >= maxInstances;
  }

  /** One walk over the candidates of a query, alternative by alternative. */
  private final class Walk {
    private final StudyQuery query;
    private int alternative;
    private int offset;
    private int looked;
    private List<String> batch = List.of();
    private int inBatch;
    private boolean more = true;

    Walk(StudyQuery query, Cursor start) {
      this.query = query;
      this.alternative = start.alternative();
      this.offset = start.offset();
    }

    Cursor cursor() {
      return new Cursor(alternative, offset);
    }

    boolean hasNext() {
      while (inBatch >= batch.size()) {
        if (alternative >= query.alternatives()) {
          return false;
        }
        if (more && !query.isHopeless(alternative)) {
          fetch();
        } else {
          nextAlternative();
        }
      }
      return true;
    }

    private void fetch() {
      batch =
          query
              .lookup(alternative)
              .map(lookup -> lookup.studyUids(BATCH, offset))
              .orElseGet(this::search);
      inBatch = 0;
      more = batch.size() == BATCH;
    }

    private List<String> search() {
      Query keys =
          new Query(
              Level.STUDY,
              Optional.empty(),
              Optional.empty(),
              query.keys(alternative),
              BATCH,
              offset);
      return index.search(keys).rows().stream().map(Row::studyUid).toList();
    }

    private void nextAlternative() {
      alternative++;
      offset = 0;
      batch = List.of();
      inBatch = 0;
      more = true;
    }

    /** The next candidate, if it matches. */
    Optional<IndexedStudy> next() {
      String uid = batch.get(inBatch);
      inBatch++;
      offset++;
      looked++;
      return index.study(uid).filter(study -> query.matches(study, alternative));
    }
  }
}
