package org.radcanon.index;

import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Inserts a patient that another node may insert at the same moment. */
final class NewPatient {
  private final EntityManager em;

  NewPatient(EntityManager em) {
    this.em = em;
  }

  /** On PostgreSQL without the error that would end the transaction and log the Patient ID. */
  void insertUnlessThere(StudyHeader.Patient patient) {
    PatientKeys keys = patient.keys();
    em.createQuery(
            """
            insert into PatientEntity
            (id, onlyStudy, keys, nameSent, birthDateSent)
            values (:id, :onlyStudy, :keys, :nameSent, :birthDateSent)
            on conflict do nothing
            """)
        .setParameter("id", UUID.randomUUID().toString())
        .setParameter("onlyStudy", patient.onlyStudy())
        .setParameter("keys", keys)
        .setParameter("nameSent", patient.nameSent())
        .setParameter("birthDateSent", patient.birthDateSent())
        .executeUpdate();
  }
}
