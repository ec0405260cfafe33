package org.radcanon.dimse;

import java.io.IOException;

/**
 * An association that ended otherwise than by release, or never came about. Its message names no
 * patient.
 */
public class AssociationException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Who ended it, and how. */
  public enum Ending {
    /** No connection, or it broke. */
    CONNECTION,
    /** The peer rejected the association (PS3.8 9.3.4). */
    REJECTED,
    /** The peer sent A-ABORT. */
    ABORTED_BY_PEER,
    /** We aborted: the peer violated the protocol or a limit. */
    PROTOCOL,
    /** We aborted: the peer was silent for too long. */
    TIMEOUT,
    /** None came about, because all that there may be are in use. */
    BUSY,
    /** We closed it, because the service is stopping. */
    CLOSED
  }

  private final Ending ending;

  public AssociationException(Ending ending, String message) {
    this(ending, message, null);
  }

  public AssociationException(Ending ending, String message, Throwable cause) {
    super(message, cause);
    this.ending = ending;
  }

  public Ending ending() {
    return ending;
  }
}
