package org.radcanon.web.dicomweb;

import org.radcanon.web.BadBodyException;

/** A body that is not the multipart that its Content-Type says (RFC 2046 5.1). */
final class MultipartException extends BadBodyException {
  private static final long serialVersionUID = 1L;

  MultipartException(String message) {
    super(message);
  }

  MultipartException(String message, Throwable cause) {
    super(message, cause);
  }
}
