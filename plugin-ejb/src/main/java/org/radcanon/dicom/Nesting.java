package org.radcanon.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.radcanon.dicom.DicomException.Reason;

/**
 * Follows what is inside one element, whatever its depth, without recursion; builds a tree where
 * the bytes are held.
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
final class Nesting {

  private enum Kind {
    SEQUENCE,
    ITEM,
    FRAGMENTS
  }

  /** One level of nesting; {@code end} is -1 for undefined length. */
  private record Frame(
      Kind kind, long end, long bound, Encoding encoding, RawElement element, RawDataSet item) {}

  private static final Frame[] NO_FRAMES = {};

  /** What stands next. */
  final Head head = new Head();

  private final Source source;
  private final ReadLimits limits;
  private final Walker.OmitValues omit;
  private Frame[] frames = NO_FRAMES;
  private int depth;
  private boolean building;
  private boolean omitting;
  private boolean signedPixels;

  Nesting(Source source, ReadLimits limits, Walker.OmitValues omit) {
    this.source = source;
    this.limits = limits;
    this.omit = omit;
  }

  /** Elements that are entered from now on become part of a tree, or do not. */
  void build(boolean elements) {
    this.building = elements;
  }

  /** Pixel Representation (0028,0103), which settles some VRs. */
  void signPixels(boolean signed) {
    this.signedPixels = signed;
  }

  void readHead(Encoding encoding) throws IOException {
    head.readElement(source, encoding, signedPixels);
  }

  /** Follows everything that was entered to its end. */
  void descend() throws IOException {
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
  RawElement enter(Encoding within, long bound, RawDataSet parent) throws IOException {
    int start = source.position();
    if (head.length > bound - source.offset() - head.size && !head.isUndefinedLength()) {
      throw malformed("length of %s passes what encloses it".formatted(Tag.toString(head.tag)));
    }
    source.advance(head.size);
    RawElement element = building ? element(parent, start) : null;
    if (head.isUndefinedLength()) {
      enterUndefined(within, bound, element);
    } else if (isDefinedSequence(within)) {
      push(Kind.SEQUENCE, source.offset() + head.length, bound, within, element, null);
    } else {
      passValue(element);
    }
    return element;
  }

  private RawElement element(RawDataSet parent, int start) {
    source.charge(RawElement.COST);
    boolean undefined = head.isUndefinedLength();
    RawElement element =
        new RawElement(
            parent, head.tag, head.vr, start, source.position(), undefined ? -1 : head.length);
    parent.add(element);
    return element;
  }

  private void passValue(RawElement element) throws IOException {
    if (omitting || element != null && omit.omit(head.vr, head.length)) {
      long offset = source.offset();
      source.drop(head.length);
      if (element != null) {
        element.omitted = true;
        element.omittedLength = head.length;
        element.extents = List.of(new BulkData.Extent(offset, head.length));
      }
    } else {
      source.pass(head.length);
    }
    if (element != null) {
      element.end = source.position();
      if (!element.omitted) {
        lookInto(element);
      }
    }
  }

  private void enterUndefined(Encoding within, long bound, RawElement element) throws IOException {
    boolean fragments = head.vr == VR.OB || head.vr == VR.OW;
    if (!fragments && head.vr != VR.SQ && head.vr != VR.UN && within.explicitVr()) {
      throw malformed(
          "undefined length of %s with VR %s".formatted(Tag.toString(head.tag), head.vr));
    }
    if (fragments && element != null && omit.omit(head.vr, Long.MAX_VALUE)) {
      element.omitted = true;
      element.extents = new ArrayList<>();
      omitting = true;
    }
    Encoding items = within;
    if (head.vr == VR.UN && within.explicitVr()) {
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
    return head.vr == VR.SQ
        && (head.length == 0
            || head.length >= 8
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
      Nesting nesting = new Nesting(bytes, inner, Walker.OmitValues.NONE);
      nesting.building = true;
      nesting.push(
          Kind.SEQUENCE,
          bytes.offset() + element.valueLength(),
          bytes.offset() + element.valueLength(),
          Encoding.IMPLICIT_LITTLE,
          element,
          null);
      nesting.descend();
    } catch (DicomException notASequence) {
      element.becomeBytes();
    }
  }

  private void nextItem(Frame sequence) throws IOException {
    int start = source.position();
    requireHead(sequence, "a sequence ends inside the head of an item");
    head.readItem(source, sequence.encoding);
    if (head.tag == Tag.SequenceDelimitationItem) {
      leaveAtDelimiter(sequence);
      return;
    }
    if (head.tag != Tag.Item) {
      throw malformed("no item where one is due: " + Tag.toString(head.tag));
    }
    boolean undefined = head.isUndefinedLength();
    if (!undefined && head.length > sequence.bound - source.offset() - 8) {
      throw malformed("length of an item passes what encloses it");
    }
    source.advance(8);
    long end = undefined ? -1 : source.offset() + head.length;
    long bound = undefined ? sequence.bound : end;
    Encoding inside = sequence.encoding;
    if ((undefined || head.length >= 8) && source.has(8)) {
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
    head.readElement(source, item.encoding, signedPixels);
    if (head.tag == Tag.ItemDelimitationItem) {
      if (item.end >= 0) {
        throw malformed("item delimiter in an item of defined length");
      }
      source.advance(8);
      leave(item, 8);
    } else if (head.isDelimiter()) {
      throw malformed("no data element in an item: " + Tag.toString(head.tag));
    } else {
      enter(item.encoding, item.bound, item.item);
    }
  }

  private void nextFragment(Frame fragments) throws IOException {
    head.readItem(source, fragments.encoding);
    if (head.tag == Tag.SequenceDelimitationItem) {
      leaveAtDelimiter(fragments);
      return;
    }
    if (head.tag != Tag.Item || head.isUndefinedLength()) {
      throw malformed("no fragment where one is due: " + Tag.toString(head.tag));
    }
    if (head.length > fragments.bound - source.offset() - 8) {
      throw malformed("length of a fragment passes what encloses it");
    }
    if (omitting) {
      fragments.element.omittedLength += head.length;
      source.drop(8);
      source.charge(BulkData.Extent.COST);
      fragments.element.extents.add(new BulkData.Extent(source.offset(), head.length));
      source.drop(head.length);
    } else {
      source.advance(8);
      source.pass(head.length);
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

  private void requireHead(Frame frame, String otherwise) {
    if (8 > frame.bound - source.offset()) {
      throw malformed(otherwise);
    }
  }

  private DicomException malformed(String message) {
    return malformed(message, source);
  }

  static DicomException malformed(String message, Source source) {
    return new DicomException(
        Reason.MALFORMED, "%s, at byte %d".formatted(message, source.offset()));
  }
}
