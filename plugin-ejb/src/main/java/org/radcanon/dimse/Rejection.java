package org.radcanon.dimse;

/**
 * Result, source and reason of an A-ASSOCIATE-RJ (PS3.8 Table 9-21).
 *
 * @param text for the log
 */
record Rejection(int result, int source, int reason, String text) {

  static final Rejection NO_REASON = new Rejection(1, 1, 1, "no reason given");
  static final Rejection APPLICATION_CONTEXT_NOT_SUPPORTED =
      new Rejection(1, 1, 2, "application context name not supported");
  static final Rejection CALLING_NOT_RECOGNISED =
      new Rejection(1, 1, 3, "calling AE title not recognised");
  static final Rejection CALLED_NOT_RECOGNISED =
      new Rejection(1, 1, 7, "called AE title not recognised");
  static final Rejection PROTOCOL_VERSION_NOT_SUPPORTED =
      new Rejection(1, 2, 2, "protocol version not supported");
  static final Rejection TEMPORARY_CONGESTION = new Rejection(2, 3, 1, "temporary congestion");
  static final Rejection LOCAL_LIMIT = new Rejection(2, 3, 2, "local limit exceeded");

  /** One that a peer sent. */
  static Rejection received(int result, int source, int reason) {
    return new Rejection(
        result,
        source,
        reason,
        "rejected (result %d, source %d, reason %d)".formatted(result, source, reason));
  }
}
