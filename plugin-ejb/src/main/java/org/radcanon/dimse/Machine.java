package org.radcanon.dimse;

import java.util.Optional;

/** One connection's upper layer machine (PS3.8 9.2): where it stands. Safe for many threads. */
final class Machine {

  private final boolean requestor;
  private State state = State.STA1;

  Machine(boolean requestor) {
    this.requestor = requestor;
  }

  synchronized State state() {
    return state;
  }

  /** Moves on; empty when the event cannot happen here, which then changes nothing. */
  synchronized Optional<Action> on(Event event) {
    return on(event, true);
  }

  /**
   * The same, where the provider has a say.
   *
   * @param acceptable whether the provider, too, can accept the A-ASSOCIATE-RQ that arrived
   */
  synchronized Optional<Action> on(Event event, boolean acceptable) {
    Optional<Action> action = state.on(event);
    action.ifPresent(a -> state = a.next(a == Action.AE_6 ? acceptable : requestor));
    return action;
  }
}
