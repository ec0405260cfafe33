package org.radcanon.index;

import org.radcanon.dicom.Dictionary;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.index.StudyIndex.Level;

/**
 * An attribute that the index matches by.
 *
 * @param level the level that it belongs to; a query at this level or a lower one may use it
 * @param column path of the column, or of the columns' group, in JPQL
 * @param frame where the column is not one of the level itself: an {@code exists} around {@code %s}
 * @param kind how its values match
 */
record MatchingKey(int tag, Level level, String column, String frame, Kind kind) {

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

  MatchingKey(int tag, Level level, String column, String frame) {
    this(tag, level, column, frame, kind(Dictionary.find(tag).orElseThrow().vrs().get(0)));
  }

  MatchingKey(int tag, Level level, String column) {
    this(tag, level, column, "%s");
  }

  /** The name of the attribute, for messages. */
  String keyword() {
    return Tag.keyword(tag).orElseThrow();
  }

  private static Kind kind(VR vr) {
    return switch (vr) {
      case UI -> Kind.UID;
      case IS -> Kind.NUMBER;
      case DA -> Kind.DATE;
      case TM -> Kind.TIME;
      case PN -> Kind.PERSON_NAME;
      case CS -> Kind.CODE_STRING;
      case SH, LO -> Kind.TEXT;
      default -> throw new IllegalArgumentException("no matching for " + vr);
    };
  }

  /** The query's level sees this key's level. */
  boolean isVisibleAt(Level query) {
    return level.compareTo(query) <= 0;
  }
}
