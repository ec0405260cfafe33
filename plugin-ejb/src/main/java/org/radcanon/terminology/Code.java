package org.radcanon.terminology;

import java.util.Objects;

/**
 * A coded term, as in the basic code sequence macro (PS3.3 Table 8.8-1a).
 *
 * @param value Code Value (0008,0100), or the long or URN form (0008,0119), (0008,0120); not blank
 * @param scheme Coding Scheme Designator (0008,0102); not blank
 * @param meaning Code Meaning (0008,0104); may be empty where a sender left it out
 */
public record Code(String value, String scheme, String meaning) {

  public Code {
    if (value.isBlank() || scheme.isBlank()) {
      throw new IllegalArgumentException("a code needs a value and a scheme");
    }
    Objects.requireNonNull(meaning);
  }

  /** Same value in the same scheme; the meaning is not a key (PS3.4 C.2.2.2.6). */
  public boolean sameAs(Code other) {
    return value.equals(other.value) && scheme.equals(other.scheme);
  }
}
