package org.radcanon.index;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Study-level values as the sender wrote them; empty where absent. */
@Embeddable
record StudyAsSent(
    @Column(name = "date_sent") String date,
    @Column(name = "time_sent") String time,
    @Column(name = "timezone_sent") String timezone,
    @Column(name = "referring_sent") String referring) {

  StudyAsSent over(StudyAsSent before) {
    return new StudyAsSent(
        Text.or(date, before.date),
        Text.or(time, before.time),
        Text.or(timezone, before.timezone),
        Text.or(referring, before.referring));
  }
}
