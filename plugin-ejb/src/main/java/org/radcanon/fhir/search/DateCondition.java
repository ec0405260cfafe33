package org.radcanon.fhir.search;

import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.radcanon.fhir.StudyMoment;

/**
 * A date search value (FHIR R4 Search, date): both the value and what it is compared with are
 * intervals as long as their precision.
 *
 * @param from first instant of the value
 * @param until first instant after it
 */
record DateCondition(ParamPrefixEnum prefix, Instant from, Instant until) {

  /**
   * @param zone of values without one
   * @throws InvalidRequestException when the value is no date
   */
  static DateCondition of(DateParam param, ZoneId zone) {
    ParamPrefixEnum prefix = param.getPrefix() == null ? ParamPrefixEnum.EQUAL : param.getPrefix();
    // A plus sign that was not escaped in the URL arrives as a space.
    String value = param.getValueAsString().strip().replace(' ', '+');
    try {
      return switch (value.length()) {
        case 4 ->
            days(prefix, Year.parse(value).atDay(1), Year.parse(value).plusYears(1).atDay(1), zone);
        case 7 ->
            days(
                prefix,
                YearMonth.parse(value).atDay(1),
                YearMonth.parse(value).plusMonths(1).atDay(1),
                zone);
        case 10 -> days(prefix, LocalDate.parse(value), LocalDate.parse(value).plusDays(1), zone);
        default -> instant(prefix, value, zone);
      };
    } catch (DateTimeException e) {
      throw new InvalidRequestException("not a date or time: " + value);
    }
  }

  private static DateCondition days(
      ParamPrefixEnum prefix, LocalDate first, LocalDate next, ZoneId zone) {
    return new DateCondition(
        prefix, first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
  }

  private static DateCondition instant(ParamPrefixEnum prefix, String value, ZoneId zone) {
    int clock = value.indexOf('T') + 1;
    String time = value.substring(clock).split("[Z+-]", 2)[0];
    ChronoUnit precision =
        switch (time.length()) {
          case 5 -> ChronoUnit.MINUTES;
          case 8 -> ChronoUnit.SECONDS;
          default -> ChronoUnit.MILLIS;
        };
    boolean zoned = clock + time.length() < value.length();
    Instant from =
        zoned
            ? OffsetDateTime.parse(value).toInstant()
            : LocalDateTime.parse(value).atZone(zone).toInstant();
    return new DateCondition(prefix, from, from.plus(1, precision));
  }

  /** As FHIR R4 Search compares an interval that a resource holds with the value's. */
  boolean test(StudyMoment moment) {
    return test(moment.from(), moment.until());
  }

  /** The same for an instant, which FHIR has to the millisecond. */
  boolean test(Instant instant) {
    Instant first = instant.truncatedTo(ChronoUnit.MILLIS);
    return test(first, first.plusMillis(1));
  }

  private boolean test(Instant first, Instant next) {
    boolean within = !first.isBefore(from) && !next.isAfter(until);
    boolean below = first.isBefore(from);
    boolean above = next.isAfter(until);
    return switch (prefix) {
      case EQUAL -> within;
      case NOT_EQUAL -> !within;
      case LESSTHAN -> below;
      case GREATERTHAN -> above;
      case LESSTHAN_OR_EQUALS -> below || within;
      case GREATERTHAN_OR_EQUALS -> above || within;
      case STARTS_AFTER -> !first.isBefore(until);
      case ENDS_BEFORE -> !next.isAfter(from);
      case APPROXIMATE -> first.isBefore(until) && next.isAfter(from);
    };
  }

  /** No match begins before this. */
  Optional<Instant> earliest() {
    return switch (prefix) {
      case EQUAL, APPROXIMATE, GREATERTHAN, GREATERTHAN_OR_EQUALS, STARTS_AFTER ->
          Optional.of(from);
      case NOT_EQUAL, LESSTHAN, LESSTHAN_OR_EQUALS, ENDS_BEFORE -> Optional.empty();
    };
  }

  /** No match begins at this or after it. */
  Optional<Instant> latest() {
    return switch (prefix) {
      case EQUAL, APPROXIMATE, LESSTHAN, LESSTHAN_OR_EQUALS, ENDS_BEFORE -> Optional.of(until);
      case NOT_EQUAL, GREATERTHAN, GREATERTHAN_OR_EQUALS, STARTS_AFTER -> Optional.empty();
    };
  }
}
