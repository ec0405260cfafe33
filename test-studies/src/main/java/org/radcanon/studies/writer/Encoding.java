package org.radcanon.studies.writer;

/**
 * How a data set is written.
 *
 * @param syntax the transfer syntax
 * @param form what precedes the data set (PS3.10 7.1)
 * @param lengths how sequences and items end (PS3.5 7.5)
 * @param groupLengths write (gggg,0000) before each group, in items too (PS3.5 7.2, retired)
 * @param trailingZeros bytes after the last element that belong to none; 0 by the standard
 */
public record Encoding(
    Syntax syntax, Form form, Lengths lengths, boolean groupLengths, int trailingZeros) {

  /** Explicit VR little endian, preamble and meta information, defined lengths. */
  public static final Encoding STANDARD =
      new Encoding(Syntax.EXPLICIT, Form.PART_10, Lengths.DEFINED, false, 0);

  /** What precedes the data set. */
  public enum Form {
    /** 128 bytes, {@code DICM}, file meta information. */
    PART_10,
    /** File meta information without the preamble, as some toolkits once wrote. */
    META_ONLY,
    /** The data set alone, as on the network. */
    BARE
  }

  /** Defined or undefined length, for the sequence and for its items. */
  public enum Lengths {
    DEFINED(true, true),
    UNDEFINED(false, false),
    UNDEFINED_SEQUENCES(false, true),
    UNDEFINED_ITEMS(true, false);

    private final boolean sequences;
    private final boolean items;

    Lengths(boolean sequences, boolean items) {
      this.sequences = sequences;
      this.items = items;
    }

    boolean sequencesDefined() {
      return sequences;
    }

    boolean itemsDefined() {
      return items;
    }
  }

  public static Encoding of(Syntax syntax) {
    return STANDARD.with(syntax);
  }

  public Encoding with(Syntax other) {
    return new Encoding(other, form, lengths, groupLengths, trailingZeros);
  }

  public Encoding with(Form other) {
    return new Encoding(syntax, other, lengths, groupLengths, trailingZeros);
  }

  public Encoding with(Lengths other) {
    return new Encoding(syntax, form, other, groupLengths, trailingZeros);
  }

  public Encoding withGroupLengths() {
    return new Encoding(syntax, form, lengths, true, trailingZeros);
  }

  public Encoding withTrailingZeros(int count) {
    return new Encoding(syntax, form, lengths, groupLengths, count);
  }
}
