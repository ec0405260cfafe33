package org.radcanon.archive;

/** The archive has no room left: Refused, Out of Resources (A700, PS3.4 B.2.3; HTTP 503). */
public class OutOfSpaceException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  public OutOfSpaceException(String message) {
    super(message);
  }

  public OutOfSpaceException(String message, Throwable cause) {
    super(message, cause);
  }
}
