package org.radcanon.fhir;

import java.util.Optional;

/** DICOM text made fit for a FHIR string: no control characters, no blank or padded values. */
final class Texts {
  private Texts() {}

  /**
   * FHIR strings hold no characters below U+0020 but tab, CR and LF, and are never empty (FHIR R4
   * Data Types, string); DICOM values may still carry such bytes as sent.
   */
  static Optional<String> clean(String value) {
    StringBuilder kept = new StringBuilder(value.length());
    value
        .codePoints()
        .filter(c -> c >= 0x20 && c != 0x7f || c == '\t' || c == '\r' || c == '\n')
        .forEach(kept::appendCodePoint);
    return Optional.of(kept.toString().strip()).filter(text -> !text.isEmpty());
  }
}
