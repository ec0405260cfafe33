package org.radcanon.studies.image;

/** Seeded pseudo-random numbers (SplitMix64), the same on every Java. */
public final class Noise {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public Noise(long seed) {
    state = seed;
  }

  /** A generator for a part of the whole, independent of how much of this one was used. */
  public static Noise of(long seed, String part) {
    long mixed = seed;
    for (int i = 0; i < part.length(); i++) {
      mixed = new Noise(mixed * 31 + part.charAt(i)).next();
    }
    return new Noise(mixed);
  }

  private long next() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** From 0 to below the bound. */
  public int below(int bound) {
    return scaled(next() >>> 32, bound);
  }

  /** From -amplitude to amplitude, the middle likelier than the ends. */
  int around(int amplitude) {
    long bits = next();
    int range = 2 * amplitude + 1;
    return (scaled(bits >>> 32, range) + scaled(bits & 0xFFFF_FFFFL, range)) / 2 - amplitude;
  }

  private static int scaled(long bits, int bound) {
    return (int) (bits * bound >>> 32);
  }

  public <T> T oneOf(java.util.List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
