package org.radcanon.terminology.reading;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.radcanon.terminology.text.Marks;

/** What a text says, while policies add to it and take away. Not for several threads. */
final class SaidSymbols {

  private final Symbols symbols;
  private final BitSet said;
  private final BitSet withAttributes;

  /** Values that the map does not have and no line speaks of. */
  private final Set<String> others = new HashSet<>(2);

  SaidSymbols(Symbols symbols, Collection<String> names) {
    this.symbols = symbols;
    this.said = new BitSet(symbols.size());
    this.withAttributes = new BitSet(symbols.size());
    for (String name : names) {
      int symbol = symbols.number(name);
      if (symbol >= 0) {
        said.set(symbol);
      } else {
        others.add(name);
      }
    }
    addAttributes();
  }

  private void addAttributes() {
    withAttributes.clear();
    for (int symbol = said.nextSetBit(0); symbol >= 0; symbol = said.nextSetBit(symbol + 1)) {
      withAttributes.set(symbol);
      withAttributes.set(symbols.attribute(symbol));
    }
  }

  /** What is said, and the attributes of that. */
  BitSet bits() {
    return withAttributes;
  }

  /** Takes symbols away, with all values of an attribute, then adds some; whether that did it. */
  boolean change(int[] remove, int[] add) {
    boolean changed = false;
    for (int symbol : remove) {
      changed |= remove(symbol);
    }
    for (int symbol : add) {
      changed |= !said.get(symbol);
      said.set(symbol);
    }
    if (changed) {
      addAttributes();
    }
    return changed;
  }

  private boolean remove(int gone) {
    boolean removed = false;
    for (int symbol = said.nextSetBit(0); symbol >= 0; symbol = said.nextSetBit(symbol + 1)) {
      if (symbol == gone || symbols.attribute(symbol) == gone) {
        said.clear(symbol);
        removed = true;
      }
    }
    return removed;
  }

  /** What is said without the marks. */
  Set<String> values() {
    Set<String> values = new HashSet<>();
    for (int symbol = said.nextSetBit(0); symbol >= 0; symbol = said.nextSetBit(symbol + 1)) {
      keep(symbols.name(symbol), values);
    }
    others.forEach(name -> keep(name, values));
    return values;
  }

  private static void keep(String name, Set<String> values) {
    if (!Marks.isMark(name)) {
      values.add(name);
    }
  }
}
