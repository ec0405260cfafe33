package org.radcanon.index;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * Study-level matching keys (PS3.18 Table 10.6.1-5); empty where absent.
 *
 * @param date {@code YYYYMMDD}
 * @param time {@code HHMMSS.FFFFFF}
 * @param accessionIssuer Local Namespace Entity ID (0040,0031) in Issuer of Accession Number
 *     Sequence (0008,0051), or the Universal Entity ID (0040,0032) where that is all there is
 */
@Embeddable
record StudyKeys(
    @Column(name = "study_date") String date,
    @Column(name = "study_time") String time,
    @Column(name = "accession_number") String accessionNumber,
    @Column(name = "accession_issuer") String accessionIssuer,
    @Column(name = "study_id") String studyId,
    @Column(name = "description") String description,
    @Embedded
        @AttributeOverride(name = "alphabetic", column = @Column(name = "referring_alphabetic"))
        @AttributeOverride(name = "ideographic", column = @Column(name = "referring_ideographic"))
        @AttributeOverride(name = "phonetic", column = @Column(name = "referring_phonetic"))
        PersonNameKeys referring) {

  StudyKeys over(StudyKeys before) {
    return new StudyKeys(
        Text.or(date, before.date),
        Text.or(time, before.time),
        Text.or(accessionNumber, before.accessionNumber),
        Text.or(accessionIssuer, before.accessionIssuer),
        Text.or(studyId, before.studyId),
        Text.or(description, before.description),
        referring.over(before.referring));
  }
}
