package org.radcanon.web.dicomweb;

import java.io.IOException;

/**
 * An answer that cannot be finished: its beginning is on its way, so the connection has to be cut
 * off for the caller to see that it is not whole.
 */
final class CutOffException extends IOException {
  private static final long serialVersionUID = 1L;

  CutOffException(Throwable cause) {
    super("the answer is not whole", cause);
  }
}
