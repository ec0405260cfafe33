package org.radcanon.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcanon.dicom.Tag;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.index.StudyIndex.Query;
import org.radcanon.terminology.CanonicalMap;

/** Compiles a query's keys to conditions in JPQL (PS3.4 C.2.2.2, PS3.18 8.3.4.1, 10.6.1). */
final class QueryCompiler {

  /** Pairs of a date and a time that are matched as one moment. */
  private static final Map<Integer, Integer> DATE_TO_TIME =
      Map.of(
          Tag.StudyDate, Tag.StudyTime,
          Tag.SeriesDate, Tag.SeriesTime,
          Tag.PerformedProcedureStepStartDate, Tag.PerformedProcedureStepStartTime);

  private final Query query;
  private final Where where = new Where();
  private final Map<Integer, List<String>> top = new LinkedHashMap<>();
  private final List<Key> request = new ArrayList<>();
  private final CodeMatching code = new CodeMatching();
  private final List<Key> unsupported = new ArrayList<>();

  private QueryCompiler(Query query) {
    this.query = query;
  }

  /**
   * A compiled query.
   *
   * @param alternatives a row must meet one of them
   */
  record Compiled(List<Where> alternatives, List<Key> unsupported) {}

  /**
   * @throws QueryException when a value is not one of its key's kind
   */
  static Compiled compile(Query query, CanonicalMap map) {
    QueryCompiler compiler = new QueryCompiler(query);
    query.keys().forEach(compiler::sort);
    query.studyUid().ifPresent(uid -> compiler.path(Tag.StudyInstanceUID, uid));
    query.seriesUid().ifPresent(uid -> compiler.path(Tag.SeriesInstanceUID, uid));
    compiler.moments();
    compiler.top.forEach((tag, values) -> values.forEach(value -> compiler.top(tag, value)));
    compiler.request();
    return new Compiled(
        compiler.code.alternatives(compiler.where, map), List.copyOf(compiler.unsupported));
  }

  private void sort(Key key) {
    int first = key.path().isEmpty() ? 0 : key.path().get(0);
    if (first == Tag.ProcedureCodeSequence && code.take(key)) {
      return;
    }
    if (first == Tag.RequestAttributesSequence && isRequestKey(key)) {
      request.add(key);
    } else if (key.path().size() == 1
        && MatchingKeys.top(first).filter(k -> k.isVisibleAt(query.level())).isPresent()) {
      top.computeIfAbsent(first, t -> new ArrayList<>()).add(key.value());
    } else {
      unsupported.add(key);
    }
  }

  private boolean isRequestKey(Key key) {
    return key.path().size() == 2
        && MatchingKeys.ofRequest(key.path().get(1))
            .filter(k -> k.isVisibleAt(query.level()))
            .isPresent();
  }

  private void path(int tag, String uid) {
    if (uid.isBlank()) {
      throw new QueryException("an empty UID in the path");
    }
    top.computeIfAbsent(tag, t -> new ArrayList<>()).add(uid);
  }

  /** A range of dates with a range of times of the same form is one range of moments. */
  private void moments() {
    DATE_TO_TIME.forEach(
        (dateTag, timeTag) -> {
          List<String> dates = top.getOrDefault(dateTag, List.of());
          List<String> times = top.getOrDefault(timeTag, List.of());
          if (dates.size() == 1 && times.size() == 1 && moment(dateTag, timeTag)) {
            top.remove(dateTag);
            top.remove(timeTag);
          }
        });
  }

  private boolean moment(int dateTag, int timeTag) {
    MatchingKey dateKey = MatchingKeys.top(dateTag).orElseThrow();
    MatchingKey timeKey = MatchingKeys.top(timeTag).orElseThrow();
    String date = top.get(dateTag).get(0).strip();
    String time = top.get(timeTag).get(0).strip();
    if (date.isEmpty() || time.isEmpty()) {
      return false;
    }
    ValueRange dates = ValueMatching.dates(dateKey.keyword(), date).inOrder(dateKey.keyword());
    ValueRange times = ValueMatching.times(timeKey.keyword(), time);
    if (!dates.hasFormOf(times)) {
      return false;
    }
    where.and(dates.combined(times, dateKey.column(), timeKey.column(), where));
    return true;
  }

  private void top(int tag, String value) {
    ValueMatching.predicate(MatchingKeys.top(tag).orElseThrow(), value, where)
        .ifPresent(where::and);
  }

  /** All keys of a request must match within one item (PS3.4 C.2.2.2.6). */
  private void request() {
    List<String> predicates = new ArrayList<>();
    for (Key key : request) {
      MatchingKey matching = MatchingKeys.ofRequest(key.path().get(1)).orElseThrow();
      ValueMatching.predicate(matching, key.value(), where).ifPresent(predicates::add);
    }
    if (!predicates.isEmpty()) {
      where.and(
          "exists (select 1 from SeriesRequest request where request.series = series and "
              + String.join(" and ", predicates)
              + ")");
    }
  }
}
