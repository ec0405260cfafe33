package org.radcanon.studies.proxy;

import java.time.Duration;

/** What the network is like. */
public sealed interface Weather {

  /** All passes. */
  record Fair() implements Weather {}

  /** Nobody answers: what connects is reset, and so is every connection that stands. */
  record Down() implements Weather {}

  /** Each stretch of the answer comes late. */
  record Slow(Duration delay) implements Weather {}

  /** The request is taken in drops. */
  record Trickle(int bytes, Duration pause) implements Weather {}

  /** Reset once so many bytes of the request have passed. */
  record Cut(long afterBytes) implements Weather {}
}
