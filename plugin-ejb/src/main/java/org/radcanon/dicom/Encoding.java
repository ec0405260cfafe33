package org.radcanon.dicom;

import java.io.ByteArrayOutputStream;

/**
 * How elements stand in bytes (PS3.5 7.1, 7.3).
 *
 * <pre>
 * explicit = tag VR [length16 | 0x0000 length32] value   ; PS3.5 7.1.2
 * implicit = tag length32 value                          ; PS3.5 7.1.3
 * item     = tag length32 (element* | bytes)             ; PS3.5 7.5
 * </pre>
 */
record Encoding(boolean explicitVr, boolean bigEndian) {

  static final Encoding IMPLICIT_LITTLE = new Encoding(false, false);
  static final Encoding EXPLICIT_LITTLE = new Encoding(true, false);
  static final Encoding EXPLICIT_BIG = new Encoding(true, true);

  /** The length field of undefined length. */
  static final long UNDEFINED = 0xFFFFFFFFL;

  /** The most that a 16-bit length field can say of an even value. */
  static final int MAX_SHORT_LENGTH = 0xFFFE;

  static Encoding of(TransferSyntax syntax) {
    if (!syntax.explicitVr()) {
      return IMPLICIT_LITTLE;
    }
    return syntax.bigEndian() ? EXPLICIT_BIG : EXPLICIT_LITTLE;
  }

  int u16(byte[] b, int at) {
    return bigEndian
        ? (b[at] & 0xFF) << 8 | b[at + 1] & 0xFF
        : (b[at + 1] & 0xFF) << 8 | b[at] & 0xFF;
  }

  long u32(byte[] b, int at) {
    return bigEndian
        ? (long) u16(b, at) << 16 | u16(b, at + 2)
        : (long) u16(b, at + 2) << 16 | u16(b, at);
  }

  long i64(byte[] b, int at) {
    return bigEndian ? u32(b, at) << 32 | u32(b, at + 4) : u32(b, at + 4) << 32 | u32(b, at);
  }

  int tag(byte[] b, int at) {
    return u16(b, at) << 16 | u16(b, at + 2);
  }

  /** Appends the lowest {@code bytes} bytes of a number. */
  void put(ByteArrayOutputStream out, long number, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (number >>> 8 * (bigEndian ? bytes - 1 - i : i)));
    }
  }

  void putTag(ByteArrayOutputStream out, int tag) {
    put(out, tag >>> 16, 2);
    put(out, tag & 0xFFFF, 2);
  }

  void putItem(ByteArrayOutputStream out, int tag, long length) {
    putTag(out, tag);
    put(out, length, 4);
  }

  /**
   * The head of an element. A value too long for a 16-bit length field gets UN, as PS3.5 6.2.2
   * (Note 2) allows.
   */
  void putHead(ByteArrayOutputStream out, int tag, VR vr, long length) {
    putTag(out, tag);
    if (!explicitVr) {
      put(out, length, 4);
      return;
    }
    VR written = vr.hasLongLength() || length <= MAX_SHORT_LENGTH ? vr : VR.UN;
    out.write(written.name().charAt(0));
    out.write(written.name().charAt(1));
    if (written.hasLongLength()) {
      put(out, 0, 2);
      put(out, length, 4);
    } else {
      put(out, length, 2);
    }
  }

  /**
   * What the first element of a data set or item is really encoded in. Writers are known to put
   * implicit VR into explicit data sets and the other way round, mostly in private sequences and in
   * UN of undefined length; only a clear contradiction overrules what is expected here.
   *
   * @param at where at least eight bytes of the element stand
   * @param room bytes from there to the end of what encloses it
   */
  Encoding observed(byte[] b, int at, long room) {
    VR stated = VR.of(b[at + 4], b[at + 5]);
    int tag = tag(b, at);
    if (explicitVr) {
      long length = IMPLICIT_LITTLE.u32(b, at + 4);
      boolean letters = VR.isLetter(b[at + 4]) && VR.isLetter(b[at + 5]);
      boolean fits = length <= Math.min(room - 8, 0xFFFF) || length == UNDEFINED;
      return !letters && !bigEndian && fits ? IMPLICIT_LITTLE : this;
    }
    return stated != null && knows(tag, stated) ? EXPLICIT_LITTLE : this;
  }

  private static boolean knows(int tag, VR stated) {
    if (Tag.isPrivateCreator(tag)) {
      return stated == VR.LO;
    }
    return Dictionary.find(tag).filter(e -> e.vrs().contains(stated)).isPresent();
  }

  /**
   * The encoding of a data set that nothing declares, told from its first element; null when the
   * bytes are no plausible one. Data sets begin in a low even group, so that text never passes.
   */
  static Encoding sniff(byte[] b, int at) {
    for (Encoding candidate : new Encoding[] {EXPLICIT_LITTLE, EXPLICIT_BIG}) {
      if (plausibleFirst(candidate.tag(b, at)) && VR.of(b[at + 4], b[at + 5]) != null) {
        return candidate;
      }
    }
    return plausibleFirst(IMPLICIT_LITTLE.tag(b, at))
            && IMPLICIT_LITTLE.u32(b, at + 4) < Integer.MAX_VALUE
        ? IMPLICIT_LITTLE
        : null;
  }

  private static boolean plausibleFirst(int tag) {
    int group = Tag.group(tag);
    return group >= 0x0002 && group <= 0x00FF;
  }
}
