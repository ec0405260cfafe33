package org.radcanon.dimse;

import java.io.IOException;
import java.util.List;

/** Opens associations to one peer. */
@FunctionalInterface
interface Opener {

  /**
   * @param proposed a presentation context each, at most {@link RecentPairs#CONTEXTS}
   * @throws AssociationException when it does not come about
   */
  Association open(List<Pair> proposed) throws IOException;
}
