package org.radcanon.index;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.dicom.Tag;

/**
 * Compiles one key's value to a predicate (PS3.4 C.2.2.2). Messages name the key, never the value,
 * which may be a patient's.
 */
final class ValueMatching {
  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final int UID_LENGTH = 64;
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HHmmss");

  /** Keys with an index that serves wild cards behind a beginning. */
  private static final Set<Integer> BY_BEGINNING =
      Set.of(Tag.PatientName, Tag.PatientID, Tag.AccessionNumber, Tag.ReferringPhysicianName);

  private ValueMatching() {}

  /**
   * @return empty for universal matching: every value, also none, matches
   * @throws QueryException when the value is not one of the key's kind
   */
  static Optional<String> predicate(MatchingKey key, String value, Where where) {
    String clean = value.strip();
    if (clean.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> predicate =
        switch (key.kind()) {
          case UID -> Optional.of(uids(key, clean, where));
          case NUMBER -> Optional.of(number(key, clean, where));
          case DATE -> Optional.of(range(key, dates(key.keyword(), clean), where));
          case TIME -> Optional.of(range(key, times(key.keyword(), clean), where));
          case PERSON_NAME -> personName(key, clean, where);
          case TEXT -> texts(key, Stream.of(clean), where);
          case CODE_STRING -> texts(key, Arrays.stream(clean.split("[\\\\,]")), where);
        };
    return predicate.map(p -> key.frame().formatted(p));
  }

  private static String range(MatchingKey key, ValueRange range, Where where) {
    return range.inOrder(key.keyword()).predicate(key.column(), where);
  }

  static ValueRange dates(String keyword, String value) {
    return ValueRange.parse(keyword, value, ValueMatching::day, ValueMatching::day);
  }

  static ValueRange times(String keyword, String value) {
    return ValueRange.parse(
        keyword, value, v -> clock(v, Matchable.time(v)), v -> clock(v, Matchable.lastTime(v)));
  }

  private static String day(String value) {
    String date = Matchable.date(value);
    try {
      return date.isEmpty()
          ? ""
          : LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
              .format(DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      return "";
    }
  }

  /** The bound, where the value is a time of day; a leap second is one (PS3.5 6.2, TM). */
  private static String clock(String value, String bound) {
    String time = Matchable.time(value);
    if (time.isEmpty()) {
      return "";
    }
    try {
      LocalTime.parse(time.substring(0, 4) + time.substring(4, 6).replace("60", "59"), SECONDS);
      return bound;
    } catch (DateTimeParseException e) {
      return "";
    }
  }

  private static String uids(MatchingKey key, String value, Where where) {
    List<String> uids =
        Arrays.stream(value.split("[\\\\,]")).map(String::strip).filter(u -> !u.isEmpty()).toList();
    if (uids.isEmpty()
        || !uids.stream().allMatch(u -> u.length() <= UID_LENGTH && UID.matcher(u).matches())) {
      throw new QueryException(key.keyword() + ": not a UID or a list of UIDs (PS3.5 9.1)");
    }
    return uids.size() == 1
        ? key.column() + " = " + where.bind(uids.get(0))
        : key.column() + " in (" + where.bind(uids) + ")";
  }

  private static String number(MatchingKey key, String value, Where where) {
    try {
      return key.column() + " = " + where.bind(Integer.valueOf(value));
    } catch (NumberFormatException e) {
      throw new QueryException(key.keyword() + ": not an integer (PS3.5 6.2, IS)");
    }
  }

  private static Optional<String> texts(MatchingKey key, Stream<String> values, Where where) {
    List<TextPattern> patterns = values.map(Matchable::text).map(TextPattern::new).toList();
    if (patterns.stream().anyMatch(TextPattern::isWild)) {
      noteNarrow(key, patterns, where); // single values have an index in the order of the answer
    }
    return patterns.stream().anyMatch(TextPattern::isUniversal)
        ? Optional.empty()
        : Optional.of(anyOf(patterns.stream().map(p -> p.predicate(key.column(), where))));
  }

  /**
   * Each component group that is given must match its own; a value of one group matches any of the
   * three, so that a name is found in the script that the caller has (PS3.5 6.2.1).
   */
  private static Optional<String> personName(MatchingKey key, String value, Where where) {
    List<String> columns =
        Stream.of("alphabetic", "ideographic", "phonetic")
            .map(group -> key.column() + "." + group)
            .toList();
    String[] groups = value.split("=", -1);
    if (groups.length == 1) {
      TextPattern pattern = new TextPattern(Matchable.personName(value));
      noteNarrow(key, List.of(pattern), where);
      return pattern.isUniversal()
          ? Optional.empty()
          : Optional.of(anyOf(columns.stream().map(c -> pattern.predicate(c, where))));
    }
    List<String> predicates = new ArrayList<>();
    for (int i = 0; i < Math.min(groups.length, columns.size()); i++) {
      TextPattern pattern = new TextPattern(Matchable.personName(groups[i]));
      if (!pattern.isUniversal()) {
        predicates.add(pattern.predicate(columns.get(i), where));
      }
    }
    return predicates.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", predicates));
  }

  private static void noteNarrow(MatchingKey key, List<TextPattern> patterns, Where where) {
    if (BY_BEGINNING.contains(key.tag()) && patterns.stream().allMatch(TextPattern::isNarrow)) {
      where.narrow();
    }
  }

  private static String anyOf(Stream<String> predicates) {
    return predicates.collect(Collectors.joining(" or "));
  }
}
