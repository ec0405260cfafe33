package org.radcanon.archive;

import java.io.IOException;

/**
 * The archive's own failure, as opposed to one of the source that an instance comes from. Its
 * message names no patient and no file.
 */
public class ArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  public ArchiveException(String message) {
    super(message);
  }

  public ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
