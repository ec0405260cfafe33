package org.radcanon.dicom;

/** The root of what this room refuses: the input's fault, never the machine's. */
public class DicomException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a stream was refused. */
  public enum Reason {
    /** Neither a file meta information nor a plausible first element. */
    NOT_DICOM,
    /** The stream ends inside an element, item or fragment. */
    TRUNCATED,
    /** Lengths, tags or delimiters contradict each other or PS3.5. */
    MALFORMED,
    /** A limit of {@link ReadLimits} is passed: header size, nesting, inflated size. */
    LIMIT_EXCEEDED
  }

  private final Reason reason;

  public DicomException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
