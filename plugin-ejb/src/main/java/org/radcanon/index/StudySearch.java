package org.radcanon.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.Query;
import org.radcanon.index.StudyIndex.QueryResult;
import org.radcanon.index.StudyIndex.Row;

/**
 * Runs a query: first the keys of its page, alternative by alternative, each from an index that has
 * the order already; then the rows of the page alone.
 *
 * <p>The order is by Study Date, newest first, then by recording, newest study first; within a
 * study by recording, oldest first. It never changes between rows that are there; a study recorded
 * later takes its place by its date.
 */
final class StudySearch {

  /** Rows fetched by one statement. */
  private static final int CHUNK = 500;

  /** Places of every alternative are held up to the page: it must not be arbitrarily far away. */
  private static final int FARTHEST = 100_000;

  private final EntityManager em;
  private final StudyViews views;

  StudySearch(EntityManager em, StudyViews views) {
    this.em = em;
    this.views = views;
  }

  /** Where a row stands in the order; zero for the levels below the query's. */
  private record Place(String date, long study, long series, long instance) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::date)
            .thenComparing(Place::study)
            .reversed()
            .thenComparing(Place::series)
            .thenComparing(Place::instance);

    static Place of(Object[] columns) {
      return new Place(
          (String) columns[0],
          (Long) columns[1],
          columns.length > 2 ? (Long) columns[2] : 0,
          columns.length > 3 ? (Long) columns[3] : 0);
    }

    long id(Level level) {
      return switch (level) {
        case STUDY -> study;
        case SERIES -> series;
        case INSTANCE -> instance;
      };
    }
  }

  QueryResult run(Query query, QueryCompiler.Compiled compiled) {
    List<Place> places = places(query, compiled.alternatives());
    boolean more = places.size() > query.limit();
    List<Place> page = places.subList(0, Math.min(places.size(), Math.max(0, query.limit())));
    return new QueryResult(rows(query.level(), page), more, compiled.unsupported());
  }

  /** The places of the page, and of one row more where there is one. */
  private List<Place> places(Query query, List<Where> alternatives) {
    int wanted = query.limit() == Integer.MAX_VALUE ? query.limit() : query.limit() + 1;
    if (alternatives.size() == 1) {
      return places(query.level(), alternatives.get(0), query.offset(), wanted);
    }
    if (query.offset() > FARTHEST) {
      throw new QueryException("offset: at most %d in a query by code".formatted(FARTHEST));
    }
    long through = Math.min(Integer.MAX_VALUE, (long) query.offset() + wanted);
    SortedSet<Place> all = new TreeSet<>(Place.ORDER);
    alternatives.forEach(where -> all.addAll(places(query.level(), where, 0, (int) through)));
    return all.stream().skip(query.offset()).limit(wanted).toList();
  }

  private List<Place> places(Level level, Where where, int offset, int limit) {
    TypedQuery<Object[]> query = em.createQuery(jpql(level, where), Object[].class);
    where.parameters(query);
    return query.setFirstResult(offset).setMaxResults(limit).getResultList().stream()
        .map(Place::of)
        .toList();
  }

  private static String jpql(Level level, Where where) {
    String date = where.joinsCode() ? "code.studyDate" : "study.keys.date";
    if (where.isNarrow()) {
      date = "concat(" + date + ", '')"; // no index has this order
    }
    String study = where.joinsCode() ? "code.study.id" : "study.id";
    List<String> columns = new ArrayList<>(List.of(date, study));
    List<String> order = new ArrayList<>(List.of(date + " desc", study + " desc"));
    for (String below :
        switch (level) {
          case STUDY -> List.<String>of();
          case SERIES -> List.of("series.id");
          case INSTANCE -> List.of("series.id", "instance.id");
        }) {
      columns.add(below);
      order.add(below);
    }
    String from =
        switch (level) {
          case STUDY -> "StudyEntity study";
          case SERIES -> "SeriesEntity series join series.study study";
          case INSTANCE ->
              "InstanceEntity instance join instance.series series join series.study study";
        };
    return "select "
        + (where.joinsCode() ? "distinct " : "")
        + String.join(", ", columns)
        + " from "
        + from
        + (where.joinsCode() ? " join StudyCode code on code.study = study" : "")
        + where.jpql()
        + " order by "
        + String.join(", ", order);
  }

  private List<Row> rows(Level level, List<Place> page) {
    List<Row> rows = new ArrayList<>(page.size());
    for (int i = 0; i < page.size(); i += CHUNK) {
      rows.addAll(chunk(level, page.subList(i, Math.min(page.size(), i + CHUNK))));
    }
    return rows;
  }

  private List<Row> chunk(Level level, List<Place> places) {
    List<Long> ids = places.stream().map(place -> place.id(level)).toList();
    Map<Long, Row> rows =
        switch (level) {
          case STUDY -> studies(ids);
          case SERIES -> series(ids);
          case INSTANCE -> instances(ids);
        };
    return ids.stream().map(rows::get).filter(row -> row != null).toList();
  }

  private Map<Long, Row> studies(List<Long> ids) {
    List<StudyEntity> studies =
        em.createQuery("select s from StudyEntity s where s.id in (:ids)", StudyEntity.class)
            .setParameter("ids", ids)
            .getResultList();
    Map<Long, JsonDataSet> attributes = attributes(studies);
    Map<Long, Row> rows = new HashMap<>();
    for (StudyEntity s : studies) {
      rows.put(
          s.id(),
          new Row(
              s.uid(),
              Optional.empty(),
              Optional.empty(),
              attributes.get(s.id()),
              Optional.empty(),
              Optional.empty()));
    }
    return rows;
  }

  private Map<Long, Row> series(List<Long> ids) {
    List<SeriesEntity> series =
        em.createQuery(
                "select s from SeriesEntity s join fetch s.study where s.id in (:ids)",
                SeriesEntity.class)
            .setParameter("ids", ids)
            .getResultList();
    Map<Long, JsonDataSet> attributes =
        attributes(series.stream().map(SeriesEntity::study).distinct().toList());
    Map<Long, Row> rows = new HashMap<>();
    for (SeriesEntity s : series) {
      rows.put(
          s.id(),
          new Row(
              s.study().uid(),
              Optional.of(s.uid()),
              Optional.empty(),
              attributes.get(s.study().id()),
              Optional.of(s.attributes()),
              Optional.empty()));
    }
    return rows;
  }

  private Map<Long, Row> instances(List<Long> ids) {
    List<InstanceEntity> instances =
        em.createQuery(
                "select i from InstanceEntity i join fetch i.series where i.id in (:ids)",
                InstanceEntity.class)
            .setParameter("ids", ids)
            .getResultList();
    List<SeriesEntity> series = instances.stream().map(InstanceEntity::series).distinct().toList();
    Map<Long, JsonDataSet> ofSeries =
        series.stream().collect(Collectors.toMap(SeriesEntity::id, SeriesEntity::attributes));
    Map<Long, JsonDataSet> ofStudies =
        attributes(series.stream().map(SeriesEntity::study).distinct().toList());
    return instances.stream()
        .collect(
            Collectors.toMap(
                InstanceEntity::id,
                i ->
                    new Row(
                        i.series().study().uid(),
                        Optional.of(i.series().uid()),
                        Optional.of(i.uid()),
                        ofStudies.get(i.series().study().id()),
                        Optional.of(ofSeries.get(i.series().id())),
                        Optional.of(i.attributes()))));
  }

  private Map<Long, JsonDataSet> attributes(List<StudyEntity> studies) {
    Map<Long, StudyEntity> byId =
        studies.stream().collect(Collectors.toMap(StudyEntity::id, Function.identity()));
    return views.attributes(byId);
  }
}
