package org.radcanon.intake;

import java.util.Optional;
import java.util.OptionalInt;

/** What became of one instance; a door turns it into its protocol's answer. */
public sealed interface StoreResult {

  /** Coercion of data elements (PS3.18 I.2.1, PS3.4 Table B.2-1). */
  int COERCED = 0xB000;

  /**
   * The archive has it and the index knows it.
   *
   * @param warning {@link #COERCED} when the data set was changed on the way, else what the archive
   *     remarked, if anything
   */
  record Stored(
      String sopClass, String sopInstance, String study, String series, OptionalInt warning)
      implements StoreResult {

    public boolean coerced() {
      return warning.orElse(0) == COERCED;
    }
  }

  /**
   * Not acknowledged. Nothing of it was kept; only when the index fails after the archive has it, a
   * complete copy stays, which the sender's next try finds and completes.
   *
   * @param sopClass where the header could be read that far
   * @param status one of {@link FailureReason}, or what the archive answered
   * @param comment why, without patient data, at most 64 characters (PS3.7 C.1: Error Comment)
   */
  record Failed(Optional<String> sopClass, Optional<String> sopInstance, int status, String comment)
      implements StoreResult {

    private static final int LONGEST_COMMENT = 64;

    public Failed {
      comment =
          comment.length() > LONGEST_COMMENT ? comment.substring(0, LONGEST_COMMENT) : comment;
    }

    public Failed(
        Optional<String> sopClass,
        Optional<String> sopInstance,
        FailureReason reason,
        String comment) {
      this(sopClass, sopInstance, reason.status(), comment);
    }

    public boolean is(FailureReason reason) {
      return status == reason.status();
    }
  }

  /** Failure Reason (0008,1197) of our own, as PS3.18 I.2.2 and PS3.4 B.2.3 name them. */
  enum FailureReason {
    /** Refused: out of resources (A700). */
    OUT_OF_RESOURCES(0xA700),
    /** Data set does not match SOP class: required identification is missing (A900). */
    DATA_SET_DOES_NOT_MATCH(0xA900),
    /** Cannot understand: not DICOM, truncated, malformed (C000). */
    CANNOT_UNDERSTAND(0xC000),
    /** The study is not the one that was asked for (C409, as used for PS3.18 10.5.1). */
    STUDY_MISMATCH(0xC409),
    /** Processing failure (0110). */
    PROCESSING_FAILURE(0x0110);

    private final int status;

    FailureReason(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }
}
