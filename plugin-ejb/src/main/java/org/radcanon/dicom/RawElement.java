package org.radcanon.dicom;

import java.util.List;

/** An element and where its bytes are held. Offsets are indexes into the held bytes. */
final class RawElement implements Element {

  /** What one of these costs, roughly; counted against the limit of held bytes. */
  static final int COST = 64;

  final RawDataSet parent;
  final int start;
  final int valueStart;

  private final int tag;
  private final VR vr;
  private final long length;

  /** Behind the last byte, sequence delimiter included. */
  int end;

  /** The value was too long to be held; its bytes are not there. */
  boolean omitted;

  /** Where an omitted value, or each of its fragments, stands in the stream. */
  List<BulkData.Extent> extents = List.of();

  /** The value, where it is not held: its length without headers of fragments. */
  long omittedLength;

  /** Items of a sequence; null for everything else. */
  private List<RawDataSet> items;

  /** How items and what is in them are encoded; set for sequences. */
  private Encoding itemEncoding;

  RawElement(RawDataSet parent, int tag, VR vr, int start, int valueStart, long length) {
    this.parent = parent;
    this.tag = tag;
    this.vr = vr;
    this.start = start;
    this.valueStart = valueStart;
    this.length = length;
  }

  @Override
  public int tag() {
    return tag;
  }

  @Override
  public VR vr() {
    return vr;
  }

  @Override
  public long length() {
    return length;
  }

  boolean isUndefinedLength() {
    return length < 0;
  }

  boolean isSequence() {
    return items != null;
  }

  List<RawDataSet> items() {
    return items == null ? List.of() : items;
  }

  Encoding itemEncoding() {
    return itemEncoding;
  }

  void becomeSequence(List<RawDataSet> emptyItems, Encoding encodingOfItems) {
    this.items = emptyItems;
    this.itemEncoding = encodingOfItems;
  }

  void becomeBytes() {
    this.items = null;
    this.itemEncoding = null;
  }

  /** Where an item is to be put behind the last one. */
  int endOfItems() {
    return items().isEmpty() ? valueStart : items.get(items.size() - 1).end;
  }

  byte[] bytes() {
    return parent.held.bytes;
  }

  int valueLength() {
    return end - valueStart;
  }
}
