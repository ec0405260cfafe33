package org.radcanon.dimse;

/**
 * What an upper layer machine does about an event, and where that leads (PS3.8 Tables 9-6 to 9-9).
 * {@link UpperLayer} carries it out.
 */
enum Action {
  /** Open the transport connection. */
  AE_1(State.STA4),
  /** Send A-ASSOCIATE-RQ. */
  AE_2(State.STA5),
  /** Confirm the association to the user. */
  AE_3(State.STA6),
  /** Confirm the rejection to the user; close the transport connection. */
  AE_4(State.STA1),
  /** Take the transport connection; start ARTIM. */
  AE_5(State.STA2),
  /**
   * Stop ARTIM. Acceptable for the provider: indicate to the user; otherwise send A-ASSOCIATE-RJ
   * and start ARTIM.
   */
  AE_6(State.STA3, State.STA13),
  /** Send A-ASSOCIATE-AC. */
  AE_7(State.STA6),
  /** Send A-ASSOCIATE-RJ; start ARTIM. */
  AE_8(State.STA13),
  /** Send P-DATA-TF. */
  DT_1(State.STA6),
  /** Indicate data to the user. */
  DT_2(State.STA6),
  /** Send A-RELEASE-RQ. */
  AR_1(State.STA7),
  /** Indicate release to the user. */
  AR_2(State.STA8),
  /** Confirm release to the user; close the transport connection. */
  AR_3(State.STA1),
  /** Send A-RELEASE-RP; start ARTIM. */
  AR_4(State.STA13),
  /** Stop ARTIM. */
  AR_5(State.STA1),
  /** Indicate data to the user, who has asked for release. */
  AR_6(State.STA7),
  /** Send P-DATA-TF to a peer that has asked for release. */
  AR_7(State.STA8),
  /** Release collision: the association's requestor answers first, its acceptor waits. */
  AR_8(State.STA9, State.STA10),
  /** Send A-RELEASE-RP. */
  AR_9(State.STA11),
  /** Confirm release to the user. */
  AR_10(State.STA12),
  /** Send A-ABORT of the service user; start ARTIM. */
  AA_1(State.STA13),
  /** Stop ARTIM; close the transport connection. */
  AA_2(State.STA1),
  /** Indicate the peer's abort to the user; close the transport connection. */
  AA_3(State.STA1),
  /** Indicate to the user that the transport connection is lost. */
  AA_4(State.STA1),
  /** Stop ARTIM. */
  AA_5(State.STA1),
  /** Ignore the PDU. */
  AA_6(State.STA13),
  /** Send A-ABORT. */
  AA_7(State.STA13),
  /** Send A-ABORT of the service provider; indicate it to the user; start ARTIM. */
  AA_8(State.STA13);

  private final State next;
  private final State otherwise;

  Action(State next) {
    this(next, next);
  }

  Action(State next, State otherwise) {
    this.next = next;
    this.otherwise = otherwise;
  }

  /**
   * The state that follows.
   *
   * @param condition where the action has one: acceptable (AE-6), we are the requestor (AR-8)
   */
  State next(boolean condition) {
    return condition ? next : otherwise;
  }
}
