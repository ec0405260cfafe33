package org.radcanon.index;

import org.radcanon.index.StudyIndex.Level;

/**
 * An attribute that the index matches by.
 *
 * @param kind how its values match
 * @param level the level that it belongs to; a query at this level or a lower one may use it
 * @param column path of the column, or of the columns' group, in JPQL
 * @param frame where the column is not one of the level itself: an {@code exists} around {@code %s}
 */
record MatchingKey(int tag, String keyword, Kind kind, Level level, String column, String frame) {

  /** Kinds of matching, as the VR allows it (PS3.4 C.2.2.2). */
  enum Kind {
    /** UI: single value or list. */
    UID,
    /** IS: single value. */
    NUMBER,
    /** DA: single value or range. */
    DATE,
    /** TM: single value or range. */
    TIME,
    /** PN: single value or wild card, not case sensitive. */
    PERSON_NAME,
    /** SH, LO: single value or wild card. */
    TEXT,
    /** CS: single value or wild card; also a list, which no code string could be mistaken for. */
    CODE_STRING
  }

  MatchingKey(int tag, String keyword, Kind kind, Level level, String column) {
    this(tag, keyword, kind, level, column, "%s");
  }

  /** The query's level sees this key's level. */
  boolean isVisibleAt(Level query) {
    return level.compareTo(query) <= 0;
  }
}
