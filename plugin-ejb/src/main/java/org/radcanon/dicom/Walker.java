package org.radcanon.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.radcanon.dicom.DicomException.Reason;

/**
 * Follows the structure of a data set in a {@link Source}, element by element at the top, without
 * recursion below; builds a tree of what is held.
 *
 * <pre>
 * element   = head value                                        ; length defined
 *           | head item* SequenceDelimitationItem               ; SQ, UN of undefined length
 *           | head fragment* SequenceDelimitationItem           ; OB, OW of undefined length
 * item      = ItemTag length element*                           ; length defined
 *           | ItemTag 0xFFFFFFFF element* ItemDelimitationItem
 * fragment  = ItemTag length bytes                              ; PS3.5 A.4
 * </pre>
 */
final class Walker {

  /** What stands next at the top. */
  enum Next {
    ELEMENT,
    /** Zeros to the end, as some writers fill up blocks. */
    PADDING,
    END
  }

  private enum Kind {
    SEQUENCE,
    ITEM,
    FRAGMENTS
  }

  /** One level of nesting; {@code end} is -1 for undefined length. */
  private record Frame(
      Kind kind, long end, long bound, Encoding encoding, RawElement element, RawDataSet item) {}

  private static final Frame[] NO_FRAMES = {};

  private final Source source;
  private final ReadLimits limits;
  private final OmitValues omit;
  private Encoding encoding;
  private boolean signedPixels;
  private boolean begun;

  private Frame[] frames = NO_FRAMES;
  private int depth;
  private boolean building;
  private boolean omitting;

  // The head of the element, item or delimiter that stands next.
  private int tag;
  private VR vr;
  private long length;
  private int headSize;

  /** Which values not to hold. */
  @FunctionalInterface
  interface OmitValues {
    OmitValues NONE = (vr, length) -> false;

    boolean omit(VR vr, long length);
  }

  Walker(Source source, Encoding encoding, ReadLimits limits, OmitValues omit) {
    this.source = source;
    this.encoding = encoding;
    this.limits = limits;
    this.omit = omit;
  }

  int tag() {
    return tag;
  }

  boolean isUndefinedLength() {
    return length == Encoding.UNDEFINED;
  }

  /** Reads the head of the next element at the top; it is not passed over yet. */
  Next next() throws IOException {
    if (!source.has(8)) {
      return rest();
    }
    readHead(encoding);
    if (tag == 0 && begun) {
      requireZeros(8);
      return Next.PADDING;
    }
    if (Tag.group(tag) == 0xFFFE || Tag.group(tag) == 0) {
      throw malformed("no data element at the top: " + Tag.toString(tag));
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
        throw malformed("bytes that are no element behind the data set");
      }
    }
  }

  /** Passes over the element that stands next. */
  void pass() throws IOException {
    building = false;
    follow(null);
  }

  /** Passes over the element that stands next and adds it to a data set of held bytes. */
  RawElement keep(RawDataSet parent) throws IOException {
    building = true;
    return follow(parent);
  }

  private RawElement follow(RawDataSet parent) throws IOException {
    RawElement top = enter(encoding, Long.MAX_VALUE, parent);
    descend();
    if (top != null && top.tag() == Tag.PixelRepresentation) {
      signedPixels = "1".equals(parent.string(Tag.PixelRepresentation).orElse(""));
    }
    return top;
  }

  private void descend() throws IOException {
    while (depth > 0) {
      Frame frame = frames[depth - 1];
      if (frame.end >= 0 && source.offset() == frame.end) {
        leave(frame, 0);
      } else {
        switch (frame.kind) {
          case SEQUENCE -> nextItem(frame);
          case ITEM -> nextElement(frame);
          case FRAGMENTS -> nextFragment(frame);
        }
      }
    }
  }

  /** Passes over the head that was read, and over the value or into it. */
  private RawElement enter(Encoding within, long bound, RawDataSet parent) throws IOException {
    int start = source.position();
    if (length > bound - source.offset() - headSize && length != Encoding.UNDEFINED) {
      throw malformed("length of %s passes what encloses it".formatted(Tag.toString(tag)));
    }
    source.advance(headSize);
    RawElement element = building ? element(parent, start) : null;
    if (length == Encoding.UNDEFINED) {
      enterUndefined(within, bound, element);
    } else if (isDefinedSequence(within)) {
      push(Kind.SEQUENCE, source.offset() + length, bound, within, element, null);
    } else {
      passValue(element);
    }
    return element;
  }

  private RawElement element(RawDataSet parent, int start) {
    source.charge(RawElement.COST);
    boolean undefined = length == Encoding.UNDEFINED;
    RawElement element =
        new RawElement(parent, tag, vr, start, source.position(), undefined ? -1 : length);
    parent.add(element);
    return element;
  }

  private void passValue(RawElement element) throws IOException {
    if (omitting || element != null && omit.omit(vr, length)) {
      long offset = source.offset();
      source.drop(length);
      if (element != null) {
        element.omitted = true;
        element.omittedLength = length;
        element.extents = List.of(new BulkData.Extent(offset, length));
      }
    } else {
      source.pass(length);
    }
    if (element != null) {
      element.end = source.position();
      if (!element.omitted) {
        lookInto(element);
      }
    }
  }

  private void enterUndefined(Encoding within, long bound, RawElement element) throws IOException {
    boolean fragments = vr == VR.OB || vr == VR.OW;
    if (!fragments && vr != VR.SQ && vr != VR.UN && within.explicitVr()) {
      throw malformed("undefined length of %s with VR %s".formatted(Tag.toString(tag), vr));
    }
    if (fragments && element != null && omit.omit(vr, Long.MAX_VALUE)) {
      element.omitted = true;
      element.extents = new ArrayList<>();
      omitting = true;
    }
    Encoding items = within;
    if (vr == VR.UN && within.explicitVr()) {
      source.need(4);
      boolean big = Encoding.EXPLICIT_BIG.tag(source.window(), source.position()) == Tag.Item;
      items = big ? Encoding.EXPLICIT_BIG : Encoding.IMPLICIT_LITTLE;
    }
    push(fragments ? Kind.FRAGMENTS : Kind.SEQUENCE, -1, bound, items, element, null);
  }

  /**
   * SQ with an item, or empty. An SQ (by registry, perhaps) that begins with anything else is
   * bytes.
   */
  private boolean isDefinedSequence(Encoding within) throws IOException {
    return vr == VR.SQ
        && (length == 0
            || length >= 8
                && source.has(4)
                && within.tag(source.window(), source.position()) == Tag.Item);
  }

  /**
   * A value that is sent as UN of defined length, but the registry knows as a sequence (PS3.5
   * 6.2.2), is looked into; where that fails it stays bytes.
   */
  private void lookInto(RawElement element) throws IOException {
    if (element.vr() != VR.UN
        || element.valueLength() < 8
        || Dictionary.vr(element.tag(), false) != VR.SQ
        || Encoding.IMPLICIT_LITTLE.tag(element.bytes(), element.valueStart) != Tag.Item) {
      return;
    }
    ReadLimits inner =
        new ReadLimits(
            limits.headerBytes(), limits.nesting() - depth / 2 - 1, limits.inflatedRatio());
    Source bytes = Source.over(source, element.valueStart, element.end);
    try {
      Walker walker = new Walker(bytes, Encoding.IMPLICIT_LITTLE, inner, OmitValues.NONE);
      walker.building = true;
      walker.push(
          Kind.SEQUENCE,
          bytes.offset() + element.valueLength(),
          bytes.offset() + element.valueLength(),
          Encoding.IMPLICIT_LITTLE,
          element,
          null);
      walker.descend();
    } catch (DicomException notASequence) {
      element.becomeBytes();
    }
  }

  private void nextItem(Frame sequence) throws IOException {
    int start = source.position();
    readItemHead(sequence);
    if (tag == Tag.SequenceDelimitationItem) {
      leaveAtDelimiter(sequence);
      return;
    }
    if (tag != Tag.Item) {
      throw malformed("no item where one is due: " + Tag.toString(tag));
    }
    boolean undefined = length == Encoding.UNDEFINED;
    if (!undefined && length > sequence.bound - source.offset() - 8) {
      throw malformed("length of an item passes what encloses it");
    }
    source.advance(8);
    long end = undefined ? -1 : source.offset() + length;
    long bound = undefined ? sequence.bound : end;
    Encoding inside = sequence.encoding;
    if ((undefined || length >= 8) && source.has(8)) {
      inside = inside.observed(source.window(), source.position(), bound - source.offset());
    }
    push(Kind.ITEM, end, bound, inside, null, item(sequence, inside, start, undefined));
  }

  private RawDataSet item(Frame sequence, Encoding inside, int start, boolean undefined) {
    if (sequence.element == null) {
      return null;
    }
    source.charge(RawElement.COST);
    RawDataSet parent = sequence.element.parent;
    RawDataSet item =
        new RawDataSet(parent.held, inside, start, source.position(), undefined, parent);
    sequence.element.items().add(item);
    return item;
  }

  private void nextElement(Frame item) throws IOException {
    requireHead(item, "an item ends inside the head of an element");
    readHead(item.encoding);
    if (tag == Tag.ItemDelimitationItem) {
      if (item.end >= 0) {
        throw malformed("item delimiter in an item of defined length");
      }
      source.advance(8);
      leave(item, 8);
    } else if (Tag.group(tag) == 0xFFFE) {
      throw malformed("no data element in an item: " + Tag.toString(tag));
    } else {
      enter(item.encoding, item.bound, item.item);
    }
  }

  private void nextFragment(Frame fragments) throws IOException {
    readItemHead(fragments);
    if (tag == Tag.SequenceDelimitationItem) {
      leaveAtDelimiter(fragments);
      return;
    }
    if (tag != Tag.Item || length == Encoding.UNDEFINED) {
      throw malformed("no fragment where one is due: " + Tag.toString(tag));
    }
    if (length > fragments.bound - source.offset() - 8) {
      throw malformed("length of a fragment passes what encloses it");
    }
    if (omitting) {
      fragments.element.omittedLength += length;
      source.drop(8);
      source.charge(BulkData.Extent.COST);
      fragments.element.extents.add(new BulkData.Extent(source.offset(), length));
      source.drop(length);
    } else {
      source.advance(8);
      source.pass(length);
    }
  }

  private void leaveAtDelimiter(Frame sequence) throws IOException {
    if (sequence.end >= 0 && source.offset() + 8 != sequence.end) {
      throw malformed("sequence delimiter inside a sequence of defined length");
    }
    if (omitting) {
      source.drop(8);
    } else {
      source.advance(8);
    }
    leave(sequence, 8);
  }

  private void leave(Frame frame, int delimiter) {
    depth--;
    frames[depth] = null;
    if (frame.item != null) {
      frame.item.end = source.position();
      frame.item.contentEnd = source.position() - delimiter;
    }
    if (frame.element != null) {
      frame.element.end = source.position();
      omitting = false;
    }
  }

  private void push(
      Kind kind, long end, long bound, Encoding inside, RawElement element, RawDataSet item) {
    if (depth >= 2 * limits.nesting()) {
      throw new DicomException(
          Reason.LIMIT_EXCEEDED, "sequences nest deeper than " + limits.nesting());
    }
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, Math.max(8, depth * 2));
    }
    if (element != null && kind == Kind.SEQUENCE) {
      List<RawDataSet> items = new ArrayList<>(1);
      element.becomeSequence(items, inside);
    }
    frames[depth++] =
        new Frame(kind, end, end < 0 ? bound : Math.min(bound, end), inside, element, item);
  }

  private void readItemHead(Frame sequence) throws IOException {
    requireHead(sequence, "a sequence ends inside the head of an item");
    byte[] window = source.window();
    int at = source.position();
    tag = sequence.encoding.tag(window, at);
    length = sequence.encoding.u32(window, at + 4);
  }

  private void requireHead(Frame frame, String otherwise) throws IOException {
    if (8 > frame.bound - source.offset()) {
      throw malformed(otherwise);
    }
    source.need(8);
  }

  private void readHead(Encoding within) throws IOException {
    byte[] window = source.window();
    int at = source.position();
    tag = within.tag(window, at);
    headSize = 8;
    if (Tag.group(tag) == 0xFFFE || !within.explicitVr()) {
      length = within.u32(window, at + 4);
      vr = Tag.group(tag) == 0xFFFE ? VR.UN : Dictionary.vr(tag, signedPixels);
      return;
    }
    int first = window[at + 4];
    int second = window[at + 5];
    VR stated = VR.of(first, second);
    vr = stated == null ? VR.UN : stated;
    boolean wide = stated == null ? isFutureVr(first, second) : stated.hasLongLength();
    if (wide) {
      source.need(12);
      length = within.u32(source.window(), source.position() + 8);
      headSize = 12;
    } else {
      length = within.u16(window, at + 6);
    }
  }

  /** VRs to come are said to have the long form (PS3.5 6.2, 7.1.2); anything else is a slip. */
  private static boolean isFutureVr(int first, int second) {
    return VR.isLetter(first) && VR.isLetter(second);
  }

  private DicomException malformed(String message) {
    return new DicomException(
        Reason.MALFORMED, "%s, at byte %d".formatted(message, source.offset()));
  }
}
