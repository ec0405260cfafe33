package org.radcanon.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.radcanon.terminology.CanonicalMap;

/** The study index in a relational database. */
@ApplicationScoped
@Typed(StudyIndex.class)
class JpaStudyIndex implements StudyIndex {
  private final EntityManager em;
  private final IndexTransactions transactions;
  private final Provider<CanonicalMap> map;
  private final Clock clock;
  private final StudyRecorder recorder;
  private final StudyViews views;
  private final StudySearch search;

  @Inject
  JpaStudyIndex(
      @IndexDatabase EntityManager em, IndexTransactions transactions, Provider<CanonicalMap> map) {
    this(em, transactions, map, Clock.systemUTC());
  }

  JpaStudyIndex(
      EntityManager em, IndexTransactions transactions, Provider<CanonicalMap> map, Clock clock) {
    this.em = em;
    this.transactions = transactions;
    this.map = map;
    this.clock = clock;
    recorder = new StudyRecorder(em);
    views = new StudyViews(em, map);
    search = new StudySearch(em, views);
  }

  @Override
  public void record(List<NewInstance> instances) {
    Set<String> keys = new TreeSet<>();
    Set<String> studies = new TreeSet<>();
    for (NewInstance instance : instances) {
      PatientKeys patient = instance.header().patient().keys();
      keys.add(patient.patientId() + '\n' + patient.issuer());
      studies.add(instance.studyUid());
    }
    if (studies.size() != 1) {
      throw new IllegalArgumentException("instances of one study, please");
    }
    keys.addAll(studies);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transactions.inNew(
        List.copyOf(keys),
        () -> {
          recorder.record(instances, now);
          return true;
        });
  }

  @Override
  public Optional<IndexedStudy> study(String studyUid) {
    return transactions.in(() -> find(studyUid).map(study -> views.study(study, List.of())));
  }

  @Override
  public Optional<IndexedStudy> studyInFull(String studyUid) {
    return transactions.in(
        () -> find(studyUid).map(study -> views.study(study, views.series(study))));
  }

  @Override
  public List<InstancePath> instances(
      String studyUid, Optional<String> seriesUid, Optional<String> instanceUid) {
    Where where = new Where();
    where.and("study.uid = " + where.bind(studyUid));
    seriesUid.ifPresent(uid -> where.and("series.uid = " + where.bind(uid)));
    instanceUid.ifPresent(uid -> where.and("instance.uid = " + where.bind(uid)));
    return transactions.in(
        () -> {
          var query =
              em.createQuery(
                  """
                  select study.uid, series.uid, instance.uid,
                  instance.sopClass, instance.transferSyntax
                  from InstanceEntity instance join instance.series series join series.study study
                  """
                      + where.jpql()
                      + " order by series.id, instance.id",
                  Object[].class);
          where.parameters(query);
          List<InstancePath> paths = new ArrayList<>();
          query
              .getResultStream()
              .map(row -> List.of(row).stream().map(String.class::cast).toList())
              .map(p -> new InstancePath(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4)))
              .forEach(paths::add);
          return paths;
        });
  }

  @Override
  public Optional<IndexedPatient> patient(String id) {
    return transactions.in(
        () -> Optional.ofNullable(em.find(PatientEntity.class, id)).map(PatientEntity::toIndexed));
  }

  @Override
  public List<String> studiesOf(String patientId, int limit, int offset) {
    Where where = new Where();
    where.and("study.patient.id = " + where.bind(patientId));
    return studyUids(where, "study.keys.date desc, study.id desc", limit, offset);
  }

  @Override
  public List<String> studiesUpdated(
      Optional<Instant> from, Optional<Instant> until, int limit, int offset) {
    Where where = new Where();
    from.ifPresent(instant -> where.and("study.updated >= " + where.bind(instant)));
    until.ifPresent(instant -> where.and("study.updated < " + where.bind(instant)));
    return studyUids(where, "study.updated, study.id", limit, offset);
  }

  private List<String> studyUids(Where where, String order, int limit, int offset) {
    return transactions.in(
        () -> {
          var query =
              em.createQuery(
                  "select study.uid from StudyEntity study" + where.jpql() + " order by " + order,
                  String.class);
          where.parameters(query);
          return query.setFirstResult(offset).setMaxResults(limit).getResultList();
        });
  }

  @Override
  public QueryResult search(Query query) {
    QueryCompiler.Compiled compiled = QueryCompiler.compile(query, map.get());
    return transactions.in(() -> search.run(query, compiled));
  }

  private Optional<StudyEntity> find(String studyUid) {
    return em.createQuery(
            "select s from StudyEntity s join fetch s.patient where s.uid = :uid",
            StudyEntity.class)
        .setParameter("uid", studyUid)
        .getResultStream()
        .findFirst();
  }
}
