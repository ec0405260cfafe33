package org.radcanon.index;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * Patient-level matching keys (PS3.4 Table C.6-1, PS3.18 Table 10.6.1-5); empty where absent.
 *
 * @param birthDate {@code YYYYMMDD}
 */
@Embeddable
record PatientKeys(
    @Column(name = "patient_id") String patientId,
    @Column(name = "patient_id_issuer") String issuer,
    @Embedded
        @AttributeOverride(name = "alphabetic", column = @Column(name = "name_alphabetic"))
        @AttributeOverride(name = "ideographic", column = @Column(name = "name_ideographic"))
        @AttributeOverride(name = "phonetic", column = @Column(name = "name_phonetic"))
        PersonNameKeys name,
    @Column(name = "birth_date") String birthDate,
    @Column(name = "sex") String sex) {

  /** These keys; where they say nothing, what was known before. */
  PatientKeys over(PatientKeys before) {
    return new PatientKeys(
        patientId,
        issuer,
        name.over(before.name),
        Text.or(birthDate, before.birthDate),
        Text.or(sex, before.sex));
  }
}
