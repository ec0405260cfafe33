package org.radcanon.dimse;

/**
 * What the room tells whoever keeps the log and the figures; nothing of it names a patient. Must
 * return at once.
 */
public interface DimseEvents {

  /** Somebody who does not care. */
  DimseEvents NONE = new DimseEvents() {};

  /** A peer's association was accepted. */
  default void accepted(AeTitle calling, AeTitle called, String peer) {}

  /** A peer's association was rejected, or ended before it was one. */
  default void rejected(String peer, String reason) {}

  /** An association, of either direction, ended otherwise than by release. */
  default void broken(String peer, AssociationException.Ending ending, String reason) {}

  /** An association ended by release after so many operations. */
  default void released(String peer, long operations) {}

  /** A service threw what it must not throw; the operation was answered with 0110 or C000. */
  default void serviceFailed(RuntimeException failure) {}
}
