package org.radcanon.archive;

/**
 * The archive did not take an instance, for a reason that says nothing of its state: another
 * instance of the same request was the cause, or we had no connection to spare. Whoever keeps
 * account of whether the archive is up does not count it.
 */
public class InconclusiveException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  public InconclusiveException(String message) {
    super(message);
  }

  public InconclusiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
