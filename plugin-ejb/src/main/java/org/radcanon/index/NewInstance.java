package org.radcanon.index;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.radcanon.dicom.DataSet;

/** What the index takes from an instance; read from its header before anything is written. */
public final class NewInstance {
  private final StudyHeader header;
  private final String transferSyntax;
  private final boolean codeWritten;
  private final Optional<OffsetDateTime> signedAt;

  private NewInstance(
      StudyHeader header,
      String transferSyntax,
      boolean codeWritten,
      Optional<OffsetDateTime> signedAt) {
    this.header = header;
    this.transferSyntax = transferSyntax;
    this.codeWritten = codeWritten;
    this.signedAt = signedAt;
  }

  /**
   * @param header as it leaves for the archive
   * @param codeWritten the code in force stands in it
   * @param signedAt when radcanon changed it, where it did
   * @throws IllegalArgumentException when a UID of study, series, instance or SOP class is missing
   */
  public static NewInstance of(
      DataSet header,
      String transferSyntax,
      boolean codeWritten,
      Optional<OffsetDateTime> signedAt) {
    return new NewInstance(StudyHeader.of(header), transferSyntax, codeWritten, signedAt);
  }

  StudyHeader header() {
    return header;
  }

  String studyUid() {
    return header.studyUid();
  }

  String transferSyntax() {
    return transferSyntax;
  }

  boolean codeWritten() {
    return codeWritten;
  }

  /** As ISO text, which keeps the zone on every database; empty where never. */
  String signedAt() {
    return signedAt.map(OffsetDateTime::toString).orElse("");
  }
}
