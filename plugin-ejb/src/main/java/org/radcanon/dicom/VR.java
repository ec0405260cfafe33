package org.radcanon.dicom;

import java.util.Optional;

/** Value representations (PS3.5 6.2), with what the encoding needs to know of each. */
public enum VR {
  AE(Kind.TEXT, 1, Trait.MULTI),
  AS(Kind.TEXT, 1, Trait.MULTI),
  AT(Kind.NUMBER, 2, Trait.MULTI),
  CS(Kind.TEXT, 1, Trait.MULTI),
  DA(Kind.TEXT, 1, Trait.MULTI),
  DS(Kind.TEXT, 1, Trait.MULTI),
  DT(Kind.TEXT, 1, Trait.MULTI),
  FD(Kind.NUMBER, 8, Trait.MULTI),
  FL(Kind.NUMBER, 4, Trait.MULTI),
  IS(Kind.TEXT, 1, Trait.MULTI),
  LO(Kind.TEXT, 1, Trait.MULTI | Trait.CHARSET),
  LT(Kind.TEXT, 1, Trait.CHARSET),
  OB(Kind.BINARY, 1, Trait.LONG),
  OD(Kind.BINARY, 8, Trait.LONG),
  OF(Kind.BINARY, 4, Trait.LONG),
  OL(Kind.BINARY, 4, Trait.LONG),
  OV(Kind.BINARY, 8, Trait.LONG),
  OW(Kind.BINARY, 2, Trait.LONG),
  PN(Kind.TEXT, 1, Trait.MULTI | Trait.CHARSET),
  SH(Kind.TEXT, 1, Trait.MULTI | Trait.CHARSET),
  SL(Kind.NUMBER, 4, Trait.MULTI),
  SQ(Kind.SEQUENCE, 1, Trait.LONG),
  SS(Kind.NUMBER, 2, Trait.MULTI),
  ST(Kind.TEXT, 1, Trait.CHARSET),
  SV(Kind.NUMBER, 8, Trait.MULTI | Trait.LONG),
  TM(Kind.TEXT, 1, Trait.MULTI),
  UC(Kind.TEXT, 1, Trait.MULTI | Trait.CHARSET | Trait.LONG),
  UI(Kind.TEXT, 1, Trait.MULTI),
  UL(Kind.NUMBER, 4, Trait.MULTI),
  UN(Kind.BINARY, 1, Trait.LONG),
  UR(Kind.TEXT, 1, Trait.LONG),
  US(Kind.NUMBER, 2, Trait.MULTI),
  UT(Kind.TEXT, 1, Trait.CHARSET | Trait.LONG),
  UV(Kind.NUMBER, 8, Trait.MULTI | Trait.LONG);

  /** What a value field holds. */
  public enum Kind {
    TEXT,
    /** Fixed-size binary numbers, and tags. */
    NUMBER,
    /** Bytes or words without further meaning. */
    BINARY,
    SEQUENCE
  }

  private static final class Trait {
    static final int MULTI = 1;
    static final int CHARSET = 2;
    static final int LONG = 4;
  }

  private static final VR[] BY_LETTERS = new VR[26 * 26];

  static {
    for (VR vr : values()) {
      BY_LETTERS[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
    }
  }

  private final Kind kind;
  private final int unit;
  private final int traits;

  VR(Kind kind, int unit, int traits) {
    this.kind = kind;
    this.unit = unit;
    this.traits = traits;
  }

  /** The VR of this two-letter name; empty when there is none. */
  public static Optional<VR> of(String name) {
    return name.length() == 2
        ? Optional.ofNullable(of(name.charAt(0), name.charAt(1)))
        : Optional.empty();
  }

  /** The VR of two letters, or null: this stands in the innermost loop of reading. */
  static VR of(int first, int second) {
    return isLetter(first) && isLetter(second)
        ? BY_LETTERS[(first - 'A') * 26 + second - 'A']
        : null;
  }

  static boolean isLetter(int character) {
    return character >= 'A' && character <= 'Z';
  }

  public Kind kind() {
    return kind;
  }

  /** The value is text (PS3.5 6.2, "character string"). */
  public boolean isText() {
    return kind == Kind.TEXT;
  }

  /** Bytes of one number or word, which swap in big endian (PS3.5 7.3). */
  public int unit() {
    return unit;
  }

  /** Explicit VR has two reserved bytes and a 32-bit length (PS3.5 7.1.2). */
  public boolean hasLongLength() {
    return (traits & Trait.LONG) != 0;
  }

  /** Specific Character Set (0008,0005) rules the value (PS3.5 6.1.2.2). */
  public boolean dependsOnCharacterSet() {
    return (traits & Trait.CHARSET) != 0;
  }

  /** Backslash, or the size of the unit, parts values (PS3.5 6.4). */
  public boolean isMultiValued() {
    return (traits & Trait.MULTI) != 0;
  }

  /** Leading spaces are padding like trailing ones (PS3.5 6.2). */
  boolean ignoresLeadingSpaces() {
    return isText() && isMultiValued() && this != UC;
  }

  /** The byte that makes the value's length even (PS3.5 6.2): space for text, but NUL for UI. */
  public byte padding() {
    return (byte) (isText() && this != UI ? ' ' : 0);
  }
}
