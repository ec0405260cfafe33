package org.radcanon.studies.send;

/** Nothing came back that says what became of the instances; the message is for a person. */
public final class StowException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean ofThisRequest;

  /** The server refused this request for what it held; another may fare better. */
  static StowException refused(String message) {
    return new StowException(message, true, null);
  }

  StowException(String message) {
    this(message, false, null);
  }

  StowException(String message, Throwable cause) {
    this(message, false, cause);
  }

  private StowException(String message, boolean ofThisRequest, Throwable cause) {
    super(message, cause);
    this.ofThisRequest = ofThisRequest;
  }

  boolean ofThisRequest() {
    return ofThisRequest;
  }
}
