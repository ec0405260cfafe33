package org.radcanon.dicom;

/**
 * How a data set is encoded (PS3.5 Section 10, Annex A).
 *
 * @param uid the Transfer Syntax UID (0002,0010)
 * @param explicitVr value representations stand in the stream (PS3.5 7.1.2)
 * @param bigEndian numbers with the most significant byte first (retired, PS3.5 A.3 of 2016b)
 * @param deflated the data set is one raw deflate stream (PS3.5 A.5)
 * @param encapsulated pixel data stand in fragments (PS3.5 A.4)
 */
public record TransferSyntax(
    String uid, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated) {

  public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
      new TransferSyntax("1.2.840.10008.1.2", false, false, false, false);
  public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
      new TransferSyntax("1.2.840.10008.1.2.1", true, false, false, false);
  public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN =
      new TransferSyntax("1.2.840.10008.1.2.1.99", true, false, true, false);
  public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
      new TransferSyntax("1.2.840.10008.1.2.2", true, true, false, false);

  /**
   * The encoding that a Transfer Syntax UID stands for. Every UID that is not one of the four
   * native ones of PS3.5 Annex A, nor one by reference (A.6, A.7), is encapsulated explicit VR
   * little endian, as A.4 demands of them.
   */
  public static TransferSyntax of(String uid) {
    return switch (uid) {
      case "1.2.840.10008.1.2" -> IMPLICIT_VR_LITTLE_ENDIAN;
      case "1.2.840.10008.1.2.1" -> EXPLICIT_VR_LITTLE_ENDIAN;
      case "1.2.840.10008.1.2.1.99" -> DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
      case "1.2.840.10008.1.2.2" -> EXPLICIT_VR_BIG_ENDIAN;
      case "1.2.840.10008.1.2.4.94", "1.2.840.10008.1.2.4.204" ->
          new TransferSyntax(uid, true, false, false, false);
      case "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205" ->
          new TransferSyntax(uid, true, false, true, false);
      default -> new TransferSyntax(uid, true, false, false, true);
    };
  }

  /** The same UID with elements that stand otherwise than it says. */
  TransferSyntax as(Encoding encoding) {
    return Encoding.of(this).equals(encoding)
        ? this
        : new TransferSyntax(
            uid, encoding.explicitVr(), encoding.bigEndian(), deflated, encapsulated);
  }

  /** The native syntax of an encoding. */
  static TransferSyntax nativeSyntax(Encoding encoding) {
    if (!encoding.explicitVr()) {
      return IMPLICIT_VR_LITTLE_ENDIAN;
    }
    return encoding.bigEndian() ? EXPLICIT_VR_BIG_ENDIAN : EXPLICIT_VR_LITTLE_ENDIAN;
  }
}
