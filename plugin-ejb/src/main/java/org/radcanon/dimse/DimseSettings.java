package org.radcanon.dimse;

import java.time.Duration;

/**
 * What associations may cost and how long they may take, the same for both directions.
 *
 * @param maximumPduLength Maximum Length Received that we announce (PS3.8 D.1), bytes of a
 *     P-DATA-TF's variable field
 * @param negotiationLimit bytes of an A-ASSOCIATE PDU at most
 * @param asynchronousOperations operations that a peer may have open at once (PS3.7 D.3.3.3); 1 is
 *     synchronous. They are served one after the other all the same
 * @param artim ARTIM timer (PS3.8 9.1.5): from the transport connection to A-ASSOCIATE-RQ, and from
 *     A-ABORT, rejection or release to the peer's closing
 * @param connect for the transport connection that we open
 * @param idle without any message between two operations
 * @param response without any byte while a message or an answer is awaited, and without progress
 *     while one is sent
 */
public record DimseSettings(
    int maximumPduLength,
    int negotiationLimit,
    int asynchronousOperations,
    Duration artim,
    Duration connect,
    Duration idle,
    Duration response) {

  public static final DimseSettings DEFAULT =
      new DimseSettings(
          128 << 10,
          1 << 20,
          1,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1));
}
