package org.radcanon.index;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Series-level matching keys (PS3.18 Table 10.6.1-5); empty where absent.
 *
 * @param number null where absent or no number
 * @param date {@code YYYYMMDD}, as {@code performedStartDate}
 * @param time {@code HHMMSS.FFFFFF}, as {@code performedStartTime}
 */
@Embeddable
record SeriesKeys(
    @Column(name = "modality") String modality,
    @Column(name = "series_number") Integer number,
    @Column(name = "description") String description,
    @Column(name = "body_part") String bodyPart,
    @Column(name = "laterality") String laterality,
    @Column(name = "series_date") String date,
    @Column(name = "series_time") String time,
    @Column(name = "performed_start_date") String performedStartDate,
    @Column(name = "performed_start_time") String performedStartTime,
    @Column(name = "institution") String institution,
    @Column(name = "station") String station) {

  SeriesKeys over(SeriesKeys before) {
    return new SeriesKeys(
        Text.or(modality, before.modality),
        number == null ? before.number : number,
        Text.or(description, before.description),
        Text.or(bodyPart, before.bodyPart),
        Text.or(laterality, before.laterality),
        Text.or(date, before.date),
        Text.or(time, before.time),
        Text.or(performedStartDate, before.performedStartDate),
        Text.or(performedStartTime, before.performedStartTime),
        Text.or(institution, before.institution),
        Text.or(station, before.station));
  }
}
