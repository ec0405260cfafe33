package org.radcanon.dimse;

import java.io.IOException;
import java.util.List;

/** Opens associations to one peer. */
@FunctionalInterface
interface Opener extends AutoCloseable {

  /**
   * @param proposed a presentation context each, at most {@link RecentPairs#CONTEXTS}
   * @throws NoContextException when the peer accepts none of them
   * @throws AssociationException when it does not come about
   */
  Association open(List<Pair> proposed) throws IOException;

  /** Nothing is opened any more. */
  @Override
  default void close() {}
}
