package org.radcanon.studies.writer;

/** Transfer syntaxes (PS3.5 Annex A) that the writer writes. */
public enum Syntax {
  IMPLICIT("1.2.840.10008.1.2", false, false, false, false),
  EXPLICIT("1.2.840.10008.1.2.1", true, false, false, false),
  DEFLATED("1.2.840.10008.1.2.1.99", true, false, true, false),
  BIG_ENDIAN("1.2.840.10008.1.2.2", true, true, false, false),
  RLE("1.2.840.10008.1.2.5", true, false, false, true),
  /** JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14, Selection Value 1). */
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.70", true, false, false, true);

  private final String uid;
  private final boolean explicitVr;
  private final boolean bigEndian;
  private final boolean deflated;
  private final boolean encapsulated;

  Syntax(
      String uid, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated) {
    this.uid = uid;
    this.explicitVr = explicitVr;
    this.bigEndian = bigEndian;
    this.deflated = deflated;
    this.encapsulated = encapsulated;
  }

  public String uid() {
    return uid;
  }

  public boolean explicitVr() {
    return explicitVr;
  }

  public boolean bigEndian() {
    return bigEndian;
  }

  public boolean deflated() {
    return deflated;
  }

  public boolean encapsulated() {
    return encapsulated;
  }

  /**
   * By name ({@code explicit}, {@code big-endian}) or Transfer Syntax UID.
   *
   * @throws IllegalArgumentException for any other
   */
  public static Syntax of(String nameOrUid) {
    for (Syntax syntax : values()) {
      if (syntax.uid.equals(nameOrUid) || syntax.label().equalsIgnoreCase(nameOrUid)) {
        return syntax;
      }
    }
    throw new IllegalArgumentException("not a transfer syntax the writer knows: " + nameOrUid);
  }

  /** The name in lower case with hyphens, as on a command line. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
