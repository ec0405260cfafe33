package org.radcanon.index;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
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

  void record(StudyHeader header, String transferSyntax, boolean codeWritten, Instant now) {
    String concept = codings.locked(header.studyUid()).concept();
    PatientEntity patient = patient(header.patient());
    Changes changes = new Changes();
    StudyEntity study = study(header, patient, concept, now, changes);
    SeriesEntity series = series(study, header.series(), changes);
    instance(study, series, header.instance(), transferSyntax, codeWritten, changes);
    count(study, series, changes, now);
    em.flush();
  }

  /** What one instance changed. */
  private static final class Changes {
    private boolean any;
    private int newSeries;
    private int newInstances;
  }

  private PatientEntity patient(StudyHeader.Patient latest) {
    Optional<PatientEntity> found = find(latest);
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
      StudyHeader header, PatientEntity patient, String concept, Instant now, Changes changes) {
    Optional<StudyEntity> found =
        em.createQuery("select s from StudyEntity s where s.uid = :uid", StudyEntity.class)
            .setParameter("uid", header.studyUid())
            .getResultStream()
            .findFirst();
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

  private SeriesEntity series(StudyEntity study, StudyHeader.Series latest, Changes changes) {
    Optional<SeriesEntity> found =
        em.createQuery(
                "select s from SeriesEntity s where s.study = :study and s.uid = :uid",
                SeriesEntity.class)
            .setParameter("study", study)
            .setParameter("uid", latest.uid())
            .getResultStream()
            .findFirst();
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
      StudyEntity study,
      SeriesEntity series,
      StudyHeader.Instance latest,
      String transferSyntax,
      boolean codeWritten,
      Changes changes) {
    Optional<InstanceEntity> found =
        em.createQuery(
                "select i from InstanceEntity i where i.series = :series and i.uid = :uid",
                InstanceEntity.class)
            .setParameter("series", series)
            .setParameter("uid", latest.uid())
            .getResultStream()
            .findFirst();
    String before = found.map(InstanceEntity::sopClass).orElse("");
    if (found.isEmpty()) {
      em.persist(new InstanceEntity(series, latest, transferSyntax, codeWritten));
      changes.newInstances++;
    } else if (found.get().update(latest, transferSyntax, codeWritten)) {
      changes.any = true;
    }
    if (!latest.sopClass().equals(before)
        && (!before.isEmpty() || !study.sopClasses().contains(latest.sopClass()))) {
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

  private void count(StudyEntity study, SeriesEntity series, Changes changes, Instant now) {
    if (changes.newInstances > 0) {
      em.createQuery(
              "update SeriesEntity s set s.instanceCount = s.instanceCount + 1 where s.id = :id")
          .setParameter("id", series.id())
          .executeUpdate();
    }
    if (changes.any || changes.newInstances > 0) {
      em.createQuery(
              """
              update StudyEntity s set s.seriesCount = s.seriesCount + :series,
              s.instanceCount = s.instanceCount + :instances, s.updated = :now where s.id = :id
              """)
          .setParameter("series", changes.newSeries)
          .setParameter("instances", changes.newInstances)
          .setParameter("now", now)
          .setParameter("id", study.id())
          .executeUpdate();
    }
  }
}
