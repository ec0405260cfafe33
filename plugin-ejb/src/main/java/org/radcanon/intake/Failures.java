package org.radcanon.intake;

/** Failures in words that fit a log. */
public final class Failures {
  private Failures() {}

  /** What kind of failure, and where it arose; nothing that quotes a value. */
  public static String nature(Throwable failure) {
    StringBuilder nature = new StringBuilder(failure.getClass().getName());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      nature.append(", caused by ").append(cause.getClass().getName());
    }
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("org.radcanon.")) {
        return nature.append(" at ").append(frame).toString();
      }
    }
    return nature.toString();
  }

  /**
   * Logs what must not happen on the line; in full at DEBUG only, since a message may quote values.
   */
  static void log(RuntimeException failure) {
    IntakeLog.LOG.processingFailed(nature(failure));
    IntakeLog.LOG.inFull(failure);
  }
}
