package org.radcanon.dicom;

import java.io.IOException;
import org.radcanon.dicom.DicomException.Reason;

/**
 * Goes through the elements of a data set in a {@link Source}, one by one at the top; {@link
 * Nesting} follows what is inside.
 */
final class Walker {

  /** What stands next at the top. */
  enum Next {
    ELEMENT,
    /** Zeros to the end, as some writers fill up blocks. */
    PADDING,
    END
  }

  /** Which values not to hold. */
  @FunctionalInterface
  interface OmitValues {
    OmitValues NONE = (vr, length) -> false;

    boolean omit(VR vr, long length);
  }

  private final Source source;
  private final Encoding encoding;
  private final Nesting nesting;
  private boolean begun;
  private boolean fragmentsRefused;

  Walker(Source source, Encoding encoding, ReadLimits limits, OmitValues omit) {
    this.source = source;
    this.encoding = encoding;
    this.nesting = new Nesting(source, limits, omit);
  }

  /**
   * Pixel Data in fragments are refused from now on: without a transfer syntax nobody can tell how
   * they are compressed (PS3.5 A.4).
   */
  void refuseFragments() {
    fragmentsRefused = true;
  }

  int tag() {
    return nesting.head.tag;
  }

  boolean isUndefinedLength() {
    return nesting.head.isUndefinedLength();
  }

  /** Reads the head of the next element at the top; it is not passed over yet. */
  Next next() throws IOException {
    if (!source.has(8)) {
      return rest();
    }
    nesting.readHead(encoding);
    int tag = tag();
    if (tag == 0 && begun) {
      requireZeros(8);
      return Next.PADDING;
    }
    if (Tag.group(tag) == 0xFFFE || Tag.group(tag) == 0) {
      throw Nesting.malformed("no data element at the top: " + Tag.toString(tag), source);
    }
    if (fragmentsRefused && tag == Tag.PixelData && isUndefinedLength()) {
      throw Nesting.malformed("encapsulated Pixel Data without a transfer syntax", source);
    }
    begun = true;
    return Next.ELEMENT;
  }

  private Next rest() {
    if (source.available() == 0) {
      return Next.END;
    }
    byte[] window = source.window();
    for (int i = 0; i < source.available(); i++) {
      if (window[source.position() + i] != 0) {
        throw new DicomException(Reason.TRUNCATED, "the stream ends inside the head of an element");
      }
    }
    return Next.PADDING;
  }

  /** Passes over zeros to the end. */
  void passPadding() throws IOException {
    while (source.has(1)) {
      int count = source.available();
      requireZeros(count);
      source.pass(count);
    }
  }

  private void requireZeros(int count) {
    for (int i = 0; i < count; i++) {
      if (source.window()[source.position() + i] != 0) {
        throw Nesting.malformed("bytes that are no element behind the data set", source);
      }
    }
  }

  /** Passes over the element that stands next. */
  void pass() throws IOException {
    nesting.build(false);
    nesting.enter(encoding, Long.MAX_VALUE, null);
    nesting.descend();
  }

  /** Passes over the element that stands next and adds it to a data set of held bytes. */
  RawElement keep(RawDataSet parent) throws IOException {
    nesting.build(true);
    RawElement element = nesting.enter(encoding, Long.MAX_VALUE, parent);
    nesting.descend();
    if (element.tag() == Tag.PixelRepresentation) {
      nesting.signPixels("1".equals(parent.string(Tag.PixelRepresentation).orElse("")));
    }
    return element;
  }
}
