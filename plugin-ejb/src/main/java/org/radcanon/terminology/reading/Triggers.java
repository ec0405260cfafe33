package org.radcanon.terminology.reading;

import java.util.BitSet;
import java.util.List;

/**
 * Which lines of the policies may apply to what is said: each stands at the rarest of the symbols
 * that it wants, so that most lines are never looked at.
 */
final class Triggers {

  private final BitSet[] bySymbol;
  private final BitSet always = new BitSet();

  Triggers(List<Policy> lines, int symbols) {
    bySymbol = new BitSet[symbols];
    int[] uses = new int[symbols];
    for (Policy line : lines) {
      for (int symbol : line.when()) {
        uses[symbol]++;
      }
    }
    for (int at = 0; at < lines.size(); at++) {
      linesAt(rarest(lines.get(at).when(), uses)).set(at);
    }
  }

  private static int rarest(int[] when, int[] uses) {
    int rarest = -1;
    for (int symbol : when) {
      rarest = rarest < 0 || uses[symbol] < uses[rarest] ? symbol : rarest;
    }
    return rarest;
  }

  /** A line that wants nothing always may. */
  private BitSet linesAt(int symbol) {
    if (symbol < 0) {
      return always;
    }
    if (bySymbol[symbol] == null) {
      bySymbol[symbol] = new BitSet();
    }
    return bySymbol[symbol];
  }

  /** The lines that may apply, and others; a set of the caller's own. */
  BitSet of(BitSet said) {
    BitSet lines = new BitSet();
    lines.or(always);
    for (int symbol = said.nextSetBit(0); symbol >= 0; symbol = said.nextSetBit(symbol + 1)) {
      if (bySymbol[symbol] != null) {
        lines.or(bySymbol[symbol]);
      }
    }
    return lines;
  }
}
