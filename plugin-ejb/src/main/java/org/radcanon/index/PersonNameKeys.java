package org.radcanon.index;

import jakarta.persistence.Embeddable;

/**
 * The component groups of a person name (PS3.5 6.2.1) made fit for matching: in upper case, without
 * trailing delimiters; the empty string where a group is absent.
 */
@Embeddable
record PersonNameKeys(String alphabetic, String ideographic, String phonetic) {

  static final PersonNameKeys NONE = new PersonNameKeys("", "", "");

  /** From a PN as sent. */
  static PersonNameKeys of(String name) {
    String[] groups = name.split("=", -1);
    return new PersonNameKeys(group(groups, 0), group(groups, 1), group(groups, 2));
  }

  private static String group(String[] groups, int index) {
    return index < groups.length ? Matchable.personName(groups[index]) : "";
  }

  PersonNameKeys over(PersonNameKeys before) {
    return equals(NONE) ? before : this;
  }
}
