package org.radcanon.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.radcanon.index.CodingStore.Known;
import org.radcanon.terminology.Resolution.Basis;

/** The rows of study codings, which all that happens to one study waits for. */
final class Codings {
  private final EntityManager em;

  Codings(EntityManager em) {
    this.em = em;
  }

  /** The study's row, made where there is none, locked until the transaction ends. */
  CodingEntity locked(String studyUid) {
    CodingEntity coding = find(studyUid);
    if (coding != null) {
      return coding;
    }
    em.createQuery(
            """
            insert into CodingEntity (studyUid, concept, basis, confidence)
            values (:uid, '', '', 0.0) on conflict (studyUid) do nothing
            """)
        .setParameter("uid", studyUid)
        .executeUpdate();
    return find(studyUid);
  }

  /** Puts a code in force, and lets the index's study follow where it is there already. */
  void put(CodingEntity coding, String studyUid, CodingRecord record, Instant now) {
    coding.put(record);
    em.createQuery(
            "update StudyEntity s set s.concept = :concept, s.updated = :now where s.uid = :uid")
        .setParameter("concept", record.concept())
        .setParameter("now", now)
        .setParameter("uid", studyUid)
        .executeUpdate();
    em.flush();
  }

  /** Code in force and date of the stored version by one statement: every instance asks it. */
  Known known(String studyUid, String seriesUid, String sopInstanceUid) {
    List<?> rows =
        em.createNativeQuery(
                """
                select c.concept, c.basis, c.confidence, e.line,
                (select i.signed_at from instance i
                 join series r on r.id = i.series join study s on s.id = r.study
                 where i.uid = :instance and r.uid = :series and s.uid = c.study_uid)
                from study_coding c
                left join study_coding_evidence e on e.study_uid = c.study_uid
                where c.study_uid = :study order by e.pos
                """)
            .setParameter("study", studyUid)
            .setParameter("series", seriesUid)
            .setParameter("instance", sopInstanceUid)
            .getResultList();
    return rows.isEmpty()
        ? new Known(Optional.empty(), Optional.empty())
        : known(rows.stream().map(Object[].class::cast).toList());
  }

  private static Known known(List<Object[]> rows) {
    Object[] first = rows.get(0);
    String concept = (String) first[0];
    List<String> evidence =
        rows.stream().map(row -> (String) row[3]).filter(Objects::nonNull).toList();
    return new Known(
        concept.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new CodingRecord(
                    concept,
                    Basis.valueOf((String) first[1]),
                    ((Number) first[2]).doubleValue(),
                    evidence)),
        Optional.ofNullable((String) first[4])
            .filter(at -> !at.isEmpty())
            .map(OffsetDateTime::parse));
  }

  private CodingEntity find(String studyUid) {
    return em.find(CodingEntity.class, studyUid, LockModeType.PESSIMISTIC_WRITE);
  }
}
