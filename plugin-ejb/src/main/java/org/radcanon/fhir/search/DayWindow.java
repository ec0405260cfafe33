package org.radcanon.fhir.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Days of Study Date (0008,0020) that instants can fall on: a day wider at both ends, since a day
 * begins at different instants in different zones.
 *
 * @param first empty for no bound
 * @param last empty for no bound
 */
record DayWindow(Optional<LocalDate> first, Optional<LocalDate> last) {
  private static final DateTimeFormatter DA = DateTimeFormatter.BASIC_ISO_DATE;

  static DayWindow around(Optional<Instant> from, Optional<Instant> until) {
    return new DayWindow(
        from.map(DayWindow::day).map(day -> day.minusDays(1)),
        until.map(DayWindow::day).map(day -> day.plusDays(1)));
  }

  /** No day lies in it. */
  boolean isEmpty() {
    return first.isPresent() && last.isPresent() && first.get().isAfter(last.get());
  }

  /** The range matching value (PS3.4 C.2.2.2.5); empty when there is no bound. */
  Optional<String> range() {
    if (first.isEmpty() && last.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(first.map(DA::format).orElse("") + "-" + last.map(DA::format).orElse(""));
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
