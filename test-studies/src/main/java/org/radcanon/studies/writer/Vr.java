package org.radcanon.studies.writer;

/** Value representations (PS3.5 Table 6.2-1) as far as a writer must know them. */
public enum Vr {
  AE,
  AS,
  AT(2),
  CS,
  DA,
  DS,
  DT,
  FL(4),
  FD(8),
  IS,
  LO,
  LT,
  OB(1),
  OD(8),
  OF(4),
  OL(4),
  OV(8),
  OW(2),
  PN,
  SH,
  SL(4),
  SQ,
  SS(2),
  ST,
  SV(8),
  TM,
  UC,
  UI,
  UL(4),
  UN(1),
  UR,
  US(2),
  UT,
  UV(8);

  private final int wordBytes;

  Vr() {
    this(1);
  }

  Vr(int wordBytes) {
    this.wordBytes = wordBytes;
  }

  /** Bytes that swap together between the byte orderings (PS3.5 7.3). */
  int wordBytes() {
    return wordBytes;
  }

  /** Two reserved bytes and a 32-bit length in explicit VR (PS3.5 Table 7.1-1). */
  boolean longForm() {
    return switch (this) {
      case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
      default -> false;
    };
  }

  /** Encoded with the Specific Character Set (PS3.5 6.1.2.3). */
  boolean characterSetDependent() {
    return switch (this) {
      case LO, LT, PN, SH, ST, UC, UT -> true;
      default -> false;
    };
  }

  /** What makes an odd length even (PS3.5 6.2). */
  int padding() {
    return switch (this) {
      case UI, OB, UN -> 0;
      default -> ' ';
    };
  }
}
