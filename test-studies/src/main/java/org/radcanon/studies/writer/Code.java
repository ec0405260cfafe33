package org.radcanon.studies.writer;

import static org.radcanon.studies.writer.Attribute.CODE_MEANING;
import static org.radcanon.studies.writer.Attribute.CODE_VALUE;
import static org.radcanon.studies.writer.Attribute.CODING_SCHEME_DESIGNATOR;
import static org.radcanon.studies.writer.Attribute.LONG_CODE_VALUE;

/** A coded term; {@link #item()} is its code sequence item (PS3.3 Table 8.8-1a). */
public record Code(String value, String scheme, String meaning) {

  private static final int LONGEST_SHORT_VALUE = 16;

  /** A Code Value of more than 16 characters goes to Long Code Value (0008,0119). */
  public DicomObject item() {
    return DicomObject.create()
        .set(value.length() > LONGEST_SHORT_VALUE ? LONG_CODE_VALUE : CODE_VALUE, value)
        .set(CODING_SCHEME_DESIGNATOR, scheme)
        .set(CODE_MEANING, meaning);
  }
}
