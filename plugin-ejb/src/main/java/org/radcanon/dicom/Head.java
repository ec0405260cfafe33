package org.radcanon.dicom;

import java.io.IOException;

/** What stands before a value, a fragment or the content of an item (PS3.5 7.1.2, 7.1.3, 7.5). */
final class Head {

  int tag;
  VR vr;

  /** {@link Encoding#UNDEFINED} where it is. */
  long length;

  int size;

  boolean isUndefinedLength() {
    return length == Encoding.UNDEFINED;
  }

  boolean isDelimiter() {
    return Tag.group(tag) == 0xFFFE;
  }

  /** Reads the head of an element, or of the delimiter behind the last one; passes nothing over. */
  void readElement(Source source, Encoding encoding, boolean signedPixels) throws IOException {
    source.need(8);
    byte[] window = source.window();
    int at = source.position();
    tag = encoding.tag(window, at);
    size = 8;
    if (isDelimiter() || !encoding.explicitVr()) {
      length = encoding.u32(window, at + 4);
      vr = isDelimiter() ? VR.UN : Dictionary.vr(tag, signedPixels);
      return;
    }
    int first = window[at + 4];
    int second = window[at + 5];
    VR stated = VR.of(first, second);
    vr = stated == null ? VR.UN : stated;
    if (isLongForm(first, second)) {
      source.need(12);
      length = encoding.u32(source.window(), source.position() + 8);
      size = 12;
    } else {
      length = encoding.u16(window, at + 6);
    }
  }

  /** Reads the head of an item, a fragment or the delimiter behind the last one. */
  void readItem(Source source, Encoding encoding) throws IOException {
    source.need(8);
    tag = encoding.tag(source.window(), source.position());
    length = encoding.u32(source.window(), source.position() + 4);
    size = 8;
  }

  /** The two letters of an explicit VR are followed by two reserved bytes and a 32-bit length. */
  static boolean isLongForm(int first, int second) {
    VR stated = VR.of(first, second);
    return stated == null ? isFutureVr(first, second) : stated.hasLongLength();
  }

  /** VRs to come are said to have the long form (PS3.5 6.2, 7.1.2); anything else is a slip. */
  private static boolean isFutureVr(int first, int second) {
    return VR.isLetter(first) && VR.isLetter(second);
  }
}
