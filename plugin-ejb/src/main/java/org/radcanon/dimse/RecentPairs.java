package org.radcanon.dimse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** The pairs that were wanted lately: a new association proposes them beside the one it is for. */
final class RecentPairs {

  /** Presentation context ids are the odd numbers below 256 (PS3.8 9.3.2.2). */
  static final int CONTEXTS = 128;

  /** Ascending by last use. */
  private final LinkedHashSet<Pair> pairs = new LinkedHashSet<>();

  /** What to propose now: the pair first, then the others, the latest first. */
  synchronized List<Pair> propose(Pair wanted) {
    pairs.remove(wanted);
    List<Pair> proposal = new ArrayList<>(pairs);
    proposal.add(wanted);
    Collections.reverse(proposal);
    pairs.add(wanted);
    if (pairs.size() > CONTEXTS) {
      pairs.remove(pairs.iterator().next());
    }
    return proposal.size() > CONTEXTS ? proposal.subList(0, CONTEXTS) : proposal;
  }

  synchronized void use(Pair pair) {
    if (pairs.remove(pair)) {
      pairs.add(pair);
    }
  }
}
