package org.radcanon.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.DateTimeType;

/**
 * When something began, as precisely as its date (DA) and time (TM) say (PS3.5 6.2).
 *
 * <p>Without a time, or with an hour only, it is a whole day: a FHIR dateTime cannot stop at the
 * hour. The zone is Timezone Offset From UTC (0008,0201) where the instance has it, else the
 * site's.
 */
public final class StudyMoment {
  private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:\\.(\\d{1,6}))?)?");
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

  private final Instant from;
  private final Instant until;
  private final String fhir;

  private StudyMoment(Instant from, Instant until, String fhir) {
    this.from = from;
    this.until = until;
    this.fhir = fhir;
  }

  /**
   * @param date DA as sent; the forms of PS3.5 6.2, the older {@code yyyy.mm.dd} included
   * @param time TM as sent
   * @param offset {@code &ZZXX}, as sent
   * @param site where there is no offset
   * @return empty when there is no date that exists in the calendar
   */
  public static Optional<StudyMoment> of(
      Optional<String> date, Optional<String> time, Optional<String> offset, ZoneId site) {
    ZoneId zone = offset.flatMap(StudyMoment::zone).orElse(site);
    return date.flatMap(StudyMoment::localDate)
        .map(
            day ->
                time.flatMap(StudyMoment::localTime)
                    .map(t -> at(day.atTime(t).atZone(zone).toOffsetDateTime(), hasSeconds(time)))
                    .orElseGet(() -> wholeDay(day, zone)));
  }

  /** The first instant that it may mean. */
  public Instant from() {
    return from;
  }

  /** The first instant after it. */
  public Instant until() {
    return until;
  }

  DateTimeType toFhir() {
    return new DateTimeType(fhir);
  }

  private static StudyMoment wholeDay(LocalDate day, ZoneId zone) {
    return new StudyMoment(
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant(),
        day.toString());
  }

  private static StudyMoment at(OffsetDateTime start, boolean seconds) {
    boolean fraction = start.getNano() > 0;
    ChronoUnit unit =
        fraction ? ChronoUnit.MILLIS : seconds ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
    return new StudyMoment(
        start.toInstant(),
        start.toInstant().plus(1, unit),
        start.format(fraction ? MILLIS : SECONDS));
  }

  private static Optional<LocalDate> localDate(String text) {
    Matcher date = DATE.matcher(text.strip());
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(number(date, 1), number(date, 2), number(date, 3)));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> localTime(String text) {
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      return Optional.empty();
    }
    String fraction = time.group(4) == null ? "" : time.group(4);
    int millis = Integer.parseInt((fraction + "000").substring(0, 3));
    // 60 is a leap second (PS3.5 6.2, TM); java.time has none.
    int second = time.group(3) == null ? 0 : Math.min(number(time, 3), 59);
    try {
      return Optional.of(
          LocalTime.of(number(time, 1), number(time, 2), second, millis * 1_000_000));
    } catch (DateTimeException notOnTheClock) {
      return Optional.empty();
    }
  }

  private static boolean hasSeconds(Optional<String> time) {
    Matcher matcher = TIME.matcher(time.orElse("").strip());
    return matcher.matches() && matcher.group(3) != null;
  }

  private static Optional<ZoneId> zone(String text) {
    Matcher offset = OFFSET.matcher(text.strip());
    if (!offset.matches()) {
      return Optional.empty();
    }
    int sign = offset.group(1).equals("-") ? -1 : 1;
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutes(sign * number(offset, 2), sign * number(offset, 3)));
    } catch (DateTimeException notAnOffset) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
