package org.radcanon.terminology.reading;

/**
 * The few cheapest of many candidates, cheapest first, of equal ones the lower number. One that is
 * added twice stands there once. Not for several threads.
 */
final class Shortlist {

  /** Cost, then number. */
  private final long[] keys;

  private int size;

  Shortlist(int most) {
    keys = new long[most];
  }

  int size() {
    return size;
  }

  int candidate(int at) {
    return (int) keys[at];
  }

  int cost(int at) {
    return (int) (keys[at] >> Integer.SIZE);
  }

  /** The cost beyond which none is taken any more. */
  int worst() {
    return size < keys.length ? Integer.MAX_VALUE : cost(size - 1);
  }

  /** Whether a candidate is among the cheapest so far. */
  boolean takes(int cost, int candidate) {
    return size < keys.length || key(cost, candidate) < keys[size - 1];
  }

  /** Adds a candidate that is taken; the dearest goes where there is no room. */
  void add(int cost, int candidate) {
    long key = key(cost, candidate);
    int at = size < keys.length ? size : size - 1;
    int place = 0;
    while (place < size && keys[place] < key) {
      place++;
    }
    if (place < size && keys[place] == key) {
      return;
    }
    System.arraycopy(keys, place, keys, place + 1, at - place);
    keys[place] = key;
    size = at + 1;
  }

  private static long key(int cost, int candidate) {
    return (long) cost << Integer.SIZE | candidate;
  }
}
