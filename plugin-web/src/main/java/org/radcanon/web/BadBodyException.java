package org.radcanon.web;

import java.io.IOException;

/** A request body that is not what its Content-Type says; the caller's fault. */
public class BadBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  public BadBodyException(String message) {
    super(message);
  }

  public BadBodyException(String message, Throwable cause) {
    super(message, cause);
  }
}
