package org.radcanon.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;

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

  private CodingEntity find(String studyUid) {
    return em.find(CodingEntity.class, studyUid, LockModeType.PESSIMISTIC_WRITE);
  }
}
