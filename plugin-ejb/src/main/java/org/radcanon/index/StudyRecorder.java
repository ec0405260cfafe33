package org.radcanon.index;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes what an instance says into the rows of its patient, study, series and itself. To be called
 * in a transaction; the first thing it does is to wait for all others at the same study.
 */
final class StudyRecorder {
  private final EntityManager em;
  private final Codings codings;

  StudyRecorder(EntityManager em) {
    this.em = em;
    codings = new Codings(em);
  }

  /** All of one study. */
  void record(List<NewInstance> instances, Instant now) {
    String concept = codings.locked(instances.get(0).studyUid()).concept();
    Changes changes = new Changes();
    StudyEntity study = null;
    for (NewInstance instance : instances) {
      study = record(instance, concept, now, changes);
    }
    count(study, changes, now);
    em.flush();
  }

  private StudyEntity record(NewInstance instance, String concept, Instant now, Changes changes) {
    StudyHeader header = instance.header();
    Standing standing = standing(header);
    PatientEntity patient = patient(header.patient(), standing);
    StudyEntity study = study(standing, header, patient, concept, now, changes);
    SeriesEntity series = series(standing, study, header.series(), changes);
    instance(standing, study, series, instance, changes);
    return study;
  }

  /** What some instances of one study changed. */
  private static final class Changes {
    private boolean any;
    private int newSeries;
    private final Map<Long, Integer> newInstances = new LinkedHashMap<>();
  }

  /** The rows that an instance belongs to, as far as they are there; else null. */
  private record Standing(StudyEntity study, SeriesEntity series, InstanceEntity instance) {}

  /** By one statement, since it is asked for every instance. */
  private Standing standing(StudyHeader header) {
    return em.createQuery(
            """
            select study, series, instance from StudyEntity study join fetch study.patient
            left join SeriesEntity series on series.study = study and series.uid = :series
            left join InstanceEntity instance
            on instance.series = series and instance.uid = :instance
            where study.uid = :study
            """,
            Object[].class)
        .setParameter("study", header.studyUid())
        .setParameter("series", header.series().uid())
        .setParameter("instance", header.instance().uid())
        .getResultStream()
        .map(
            row ->
                new Standing((StudyEntity) row[0], (SeriesEntity) row[1], (InstanceEntity) row[2]))
        .findFirst()
        .orElseGet(() -> new Standing(null, null, null));
  }

  private PatientEntity patient(StudyHeader.Patient latest, Standing standing) {
    Optional<PatientEntity> found =
        Optional.ofNullable(standing.study())
            .map(StudyEntity::patient)
            .filter(patient -> patient.is(latest))
            .or(() -> find(latest));
    if (found.isPresent()) {
      found.get().update(latest);
      return found.get();
    }
    new NewPatient(em).insertUnlessThere(latest);
    return find(latest).orElseThrow();
  }

  private Optional<PatientEntity> find(StudyHeader.Patient patient) {
    return em.createQuery(
            """
            select p from PatientEntity p
            where p.keys.patientId = :id and p.keys.issuer = :issuer and p.onlyStudy = :study
            """,
            PatientEntity.class)
        .setParameter("id", patient.keys().patientId())
        .setParameter("issuer", patient.keys().issuer())
        .setParameter("study", patient.onlyStudy())
        .getResultStream()
        .findFirst();
  }

  private StudyEntity study(
      Standing standing,
      StudyHeader header,
      PatientEntity patient,
      String concept,
      Instant now,
      Changes changes) {
    Optional<StudyEntity> found = Optional.ofNullable(standing.study());
    StudyEntity study = found.orElseGet(() -> new StudyEntity(header, patient, concept, now));
    if (found.isEmpty()) {
      em.persist(study);
      header.study().codes().forEach(code -> em.persist(new StudyCode(study, code)));
    } else {
      if (!study.patient().id().equals(patient.id())) {
        IndexLog.LOG.studyMoved(header.studyUid());
      }
      if (study.update(header, patient)) {
        changes.any = true;
        codes(study, header.study().codes());
      }
    }
    return study;
  }

  private void codes(StudyEntity study, List<StudyHeader.CodeItem> latest) {
    if (latest.isEmpty()) {
      em.createQuery("update StudyCode c set c.studyDate = :date where c.study = :study")
          .setParameter("date", study.keys().date())
          .setParameter("study", study)
          .executeUpdate();
      return;
    }
    deleteOf("StudyCode", study);
    latest.forEach(code -> em.persist(new StudyCode(study, code)));
  }

  private SeriesEntity series(
      Standing standing, StudyEntity study, StudyHeader.Series latest, Changes changes) {
    Optional<SeriesEntity> found = Optional.ofNullable(standing.series());
    SeriesEntity series = found.orElseGet(() -> new SeriesEntity(study, latest));
    String before = found.isPresent() ? series.keys().modality() : "";
    if (found.isEmpty()) {
      em.persist(series);
      changes.newSeries++;
      latest.requests().forEach(request -> em.persist(new SeriesRequest(series, request)));
    } else if (series.update(latest)) {
      changes.any = true;
      requests(series, latest.requests());
    }
    String modality = series.keys().modality();
    if (!modality.equals(before) && (!before.isEmpty() || !study.modalities().contains(modality))) {
      modalities(study);
    }
    return series;
  }

  private void requests(SeriesEntity series, List<StudyHeader.Request> latest) {
    if (!latest.isEmpty()) {
      em.createQuery("delete from SeriesRequest r where r.series = :series")
          .setParameter("series", series)
          .executeUpdate();
      latest.forEach(request -> em.persist(new SeriesRequest(series, request)));
    }
  }

  private void instance(
      Standing standing,
      StudyEntity study,
      SeriesEntity series,
      NewInstance latest,
      Changes changes) {
    Optional<InstanceEntity> found = Optional.ofNullable(standing.instance());
    String before = found.map(InstanceEntity::sopClass).orElse("");
    if (found.isEmpty()) {
      em.persist(new InstanceEntity(series, latest));
      changes.newInstances.merge(series.id(), 1, Integer::sum);
    } else if (found.get().update(latest)) {
      changes.any = true;
    }
    String sopClass = latest.header().instance().sopClass();
    if (!sopClass.equals(before) && (!before.isEmpty() || !study.sopClasses().contains(sopClass))) {
      sopClasses(study);
    }
  }

  /** Modalities in Study (0008,0061) anew, from all series. */
  private void modalities(StudyEntity study) {
    SortedSet<String> now =
        new TreeSet<>(
            em.createQuery(
                    """
                    select distinct s.keys.modality from SeriesEntity s
                    where s.study = :study and s.keys.modality <> ''
                    """,
                    String.class)
                .setParameter("study", study)
                .getResultList());
    deleteOf("StudyModality", study);
    now.forEach(modality -> em.persist(new StudyModality(study, modality)));
    study.modalities(now);
  }

  /** SOP Classes in Study (0008,0062) anew, from all instances. */
  private void sopClasses(StudyEntity study) {
    SortedSet<String> now =
        new TreeSet<>(
            em.createQuery(
                    "select distinct i.sopClass from InstanceEntity i where i.series.study = :study",
                    String.class)
                .setParameter("study", study)
                .getResultList());
    deleteOf("StudySopClass", study);
    now.forEach(sopClass -> em.persist(new StudySopClass(study, sopClass)));
    study.sopClasses(now);
  }

  private void deleteOf(String entity, StudyEntity study) {
    em.createQuery("delete from " + entity + " e where e.study = :study")
        .setParameter("study", study)
        .executeUpdate();
  }

  /**
   * In SQL, since it is done for every instance and Hibernate translates a JPQL update each time.
   */
  private void count(StudyEntity study, Changes changes, Instant now) {
    changes.newInstances.forEach(
        (series, instances) ->
            em.createNativeQuery(
                    "update series set instance_count = instance_count + :instances where id = :id")
                .setParameter("instances", instances)
                .setParameter("id", series)
                .executeUpdate());
    int newInstances = changes.newInstances.values().stream().mapToInt(Integer::intValue).sum();
    if (changes.any || newInstances > 0) {
      em.createNativeQuery(
              """
              update study set series_count = series_count + :series,
              instance_count = instance_count + :instances, updated = :now where id = :id
              """)
          .setParameter("series", changes.newSeries)
          .setParameter("instances", newInstances)
          .setParameter("now", now)
          .setParameter("id", study.id())
          .executeUpdate();
    }
  }
}
