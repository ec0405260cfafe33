package org.radcanon.index;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A patient: one per Patient ID and issuer; without Patient ID, one per study. */
@Entity
@Table(name = "patient")
class PatientEntity {
  @Id private String id;

  @Column(name = "only_study", updatable = false)
  private String onlyStudy;

  @Embedded private PatientKeys keys;

  @Column(name = "name_sent")
  private String nameSent;

  @Column(name = "birth_date_sent")
  private String birthDateSent;

  protected PatientEntity() {}

  String id() {
    return id;
  }

  /** The one that a header names. */
  boolean is(StudyHeader.Patient named) {
    return keys.patientId().equals(named.keys().patientId())
        && keys.issuer().equals(named.keys().issuer())
        && onlyStudy.equals(named.onlyStudy());
  }

  PatientKeys keys() {
    return keys;
  }

  /** Takes on what the latest instance says; Hibernate writes it only where something differs. */
  void update(StudyHeader.Patient latest) {
    keys = latest.keys().over(keys);
    nameSent = Text.or(latest.nameSent(), nameSent);
    birthDateSent = Text.or(latest.birthDateSent(), birthDateSent);
  }

  IndexedPatient toIndexed() {
    return new IndexedPatient(
        id,
        Text.optional(keys.patientId()),
        Text.optional(keys.issuer()),
        Text.optional(nameSent),
        Text.optional(birthDateSent),
        Text.optional(keys.sex()));
  }
}
