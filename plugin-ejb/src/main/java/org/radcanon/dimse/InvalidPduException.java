package org.radcanon.dimse;

import java.io.IOException;

/** The peer sent what no PDU is, or one that is wrong here: event 19 of PS3.8 Table 9-10. */
final class InvalidPduException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int reason;

  private InvalidPduException(int reason, String message) {
    super(message);
    this.reason = reason;
  }

  static InvalidPduException unrecognised() {
    return new InvalidPduException(Pdu.Abort.UNRECOGNISED_PDU, "unrecognised PDU");
  }

  /** A length, a number or an order that PS3.8 forbids or that is over our limit. */
  static InvalidPduException invalid(String message) {
    return new InvalidPduException(Pdu.Abort.INVALID_PARAMETER, message);
  }

  static InvalidPduException unexpected(String message) {
    return new InvalidPduException(Pdu.Abort.UNEXPECTED_PARAMETER, message);
  }

  /** For the A-ABORT (PS3.8 9.3.8). */
  int reason() {
    return reason;
  }
}
