package org.radcanon.dimse;

import java.util.Optional;

/** The states of an upper layer machine (PS3.8 9.2.1), with what they do about events. */
enum State {
  /** Idle. */
  STA1,
  /** Transport connection open, awaiting A-ASSOCIATE-RQ. */
  STA2,
  /** Awaiting the local user's answer to A-ASSOCIATE-RQ. */
  STA3,
  /** Awaiting the transport connection. */
  STA4,
  /** Awaiting A-ASSOCIATE-AC or -RJ. */
  STA5,
  /** Association established. */
  STA6,
  /** Awaiting A-RELEASE-RP. */
  STA7,
  /** Awaiting the local user's answer to A-RELEASE-RQ. */
  STA8,
  /** Release collision, requestor: awaiting the local user's answer. */
  STA9,
  /** Release collision, acceptor: awaiting A-RELEASE-RP. */
  STA10,
  /** Release collision, requestor: awaiting A-RELEASE-RP. */
  STA11,
  /** Release collision, acceptor: awaiting the local user's answer. */
  STA12,
  /** Awaiting the closing of the transport connection. */
  STA13;

  /** PS3.8 Table 9-10: a row for each event, a column for each state; a dot cannot happen. */
  private static final String TABLE =
      """
      1     2     3     4     5     6     7     8     9     10    11    12    13
      AE-1  .     .     .     .     .     .     .     .     .     .     .     .
      .     .     .     AE-2  .     .     .     .     .     .     .     .     .
      .     AA-1  AA-8  .     AE-3  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
      .     AA-1  AA-8  .     AE-4  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
      AE-5  .     .     .     .     .     .     .     .     .     .     .     .
      .     AE-6  AA-8  .     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
      .     .     AE-7  .     .     .     .     .     .     .     .     .     .
      .     .     AE-8  .     .     .     .     .     .     .     .     .     .
      .     .     .     .     .     DT-1  .     AR-7  .     .     .     .     .
      .     AA-1  AA-8  .     AA-8  DT-2  AR-6  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
      .     .     .     .     .     AR-1  .     .     .     .     .     .     .
      .     AA-1  AA-8  .     AA-8  AR-2  AR-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
      .     AA-1  AA-8  .     AA-8  AA-8  AR-3  AA-8  AA-8  AR-10 AR-3  AA-8  AA-6
      .     .     .     .     .     .     .     AR-4  AR-9  .     .     AR-4  .
      .     .     AA-1  AA-2  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  .
      .     AA-2  AA-3  .     AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-2
      .     AA-5  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AR-5
      .     AA-2  .     .     .     .     .     .     .     .     .     .     AA-2
      .     AA-1  AA-8  .     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
      """;

  /** Apart from the states: their initialisation must not wait for the actions' and back. */
  private static final class Cells {
    static final Action[][] ACTIONS =
        TABLE.lines().skip(1).map(Cells::row).toArray(Action[][]::new);

    private static Action[] row(String line) {
      String[] cells = line.split(" +");
      Action[] row = new Action[cells.length];
      for (int i = 0; i < cells.length; i++) {
        row[i] = cells[i].equals(".") ? null : Action.valueOf(cells[i].replace('-', '_'));
      }
      return row;
    }
  }

  /** What to do about the event; empty where it cannot happen. */
  Optional<Action> on(Event event) {
    return Optional.ofNullable(Cells.ACTIONS[event.ordinal()][ordinal()]);
  }
}
