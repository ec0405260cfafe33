package org.radcanon.index;

import java.util.function.UnaryOperator;

/**
 * A range of dates or times (PS3.4 C.2.2.2.5), or a single one as a range of its own precision.
 *
 * @param from inclusive; empty where open
 * @param to inclusive; empty where open
 * @param single it was written as a single value
 */
record ValueRange(String from, String to, boolean single) {

  /**
   * Reads {@code a}, {@code a-b}, {@code a-} or {@code -b}.
   *
   * @param first the first moment that a value means; empty when it is no value
   * @param last the last one
   * @throws QueryException when it is none of these
   */
  static ValueRange parse(
      String keyword, String value, UnaryOperator<String> first, UnaryOperator<String> last) {
    int dash = value.indexOf('-');
    if (dash < 0) {
      return new ValueRange(bound(keyword, value, first), bound(keyword, value, last), true);
    }
    String from = value.substring(0, dash).strip();
    String to = value.substring(dash + 1).strip();
    ValueRange range =
        new ValueRange(
            from.isEmpty() ? "" : bound(keyword, from, first),
            to.isEmpty() ? "" : bound(keyword, to, last),
            false);
    if (from.isEmpty() && to.isEmpty()) {
      throw new QueryException(keyword + ": a range without a beginning and an end");
    }
    return range;
  }

  /**
   * @throws QueryException when the range ends before it begins
   */
  ValueRange inOrder(String keyword) {
    if (!from.isEmpty() && !to.isEmpty() && from.compareTo(to) > 0) {
      throw new QueryException(keyword + ": not a range from an earlier to a later value");
    }
    return this;
  }

  private static String bound(String keyword, String value, UnaryOperator<String> reading) {
    String bound = reading.apply(value);
    if (bound.isEmpty()) {
      throw new QueryException(keyword + ": not a value or range of its kind (PS3.5 6.2)");
    }
    return bound;
  }

  /** Open on the same sides, and both written as ranges. */
  boolean hasFormOf(ValueRange other) {
    return !single
        && !other.single
        && from.isEmpty() == other.from.isEmpty()
        && to.isEmpty() == other.to.isEmpty();
  }

  /** A JPQL predicate; an absent value, the empty string, is in no range. */
  String predicate(String column, Where where) {
    if (from.equals(to)) {
      return column + " = " + where.bind(from);
    }
    String lower = column + " >= " + where.bind(from.isEmpty() ? "0" : from);
    return to.isEmpty() ? lower : lower + " and " + column + " <= " + where.bind(to);
  }

  /**
   * This range of dates and one of times as one range of moments (PS3.4 C.2.2.2.5.4, combined
   * datetime matching).
   */
  String combined(ValueRange times, String dateColumn, String timeColumn, Where where) {
    StringBuilder predicate = new StringBuilder(predicate(dateColumn, where));
    if (!from.isEmpty()) {
      predicate.append(
          " and (%s > %s or %s >= %s)"
              .formatted(dateColumn, where.bind(from), timeColumn, where.bind(times.from)));
    }
    if (!to.isEmpty()) {
      predicate.append(
          " and (%s < %s or %s between '0' and %s)"
              .formatted(dateColumn, where.bind(to), timeColumn, where.bind(times.to)));
    }
    return predicate.toString();
  }
}
