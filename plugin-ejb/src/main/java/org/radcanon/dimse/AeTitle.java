package org.radcanon.dimse;

/**
 * An application entity's title (PS3.5 6.2, VR AE): 1 to 16 characters of the default repertoire
 * without backslash and control characters, leading and trailing spaces not significant.
 */
public record AeTitle(String value) {

  /**
   * @throws IllegalArgumentException when it is none
   */
  public AeTitle {
    value = value.strip();
    if (value.isEmpty()
        || value.length() > 16
        || value.chars().anyMatch(c -> c < 0x20 || c > 0x7E || c == '\\')) {
      throw new IllegalArgumentException("not an AE title");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
