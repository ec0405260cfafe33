package org.radcanon.terminology.reading;

import java.util.BitSet;

/**
 * A line of the policies, its symbols as numbers ({@link Symbols}).
 *
 * @param confidence above 0, at most 1
 */
record Policy(int[] when, int[] unless, int[] add, int[] remove, String reason, double confidence) {

  /** Changes nothing, but says why such a text is less certain than it reads. */
  boolean doubt() {
    return add.length == 0 && remove.length == 0;
  }

  boolean applies(BitSet said) {
    for (int symbol : when) {
      if (!said.get(symbol)) {
        return false;
      }
    }
    for (int symbol : unless) {
      if (said.get(symbol)) {
        return false;
      }
    }
    return true;
  }
}
