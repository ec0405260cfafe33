package org.radcanon.archive.remote;

import java.time.Duration;
import java.util.Optional;
import org.radcanon.archive.ArchiveException;

/** The archive answered, but with a status of HTTP that is no use. */
public class AnswerException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final Duration retryAfter;

  AnswerException(int status, Optional<Duration> retryAfter) {
    super("the archive answered " + status);
    this.status = status;
    this.retryAfter = retryAfter.orElse(null);
  }

  public int status() {
    return status;
  }

  /** How long the archive asks to be left alone (RFC 9110 10.2.3). */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
