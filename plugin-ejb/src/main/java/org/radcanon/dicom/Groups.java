package org.radcanon.dicom;

import java.io.ByteArrayOutputStream;

/**
 * Writes elements in order and keeps Group Length (gggg,0000) true, where there is one, by as many
 * bytes as the group grows or shrinks (PS3.5 7.2).
 */
final class Groups {

  private final Pieces out;
  private RawElement length;
  private Pieces group;
  private long growth;

  Groups(Pieces out) {
    this.out = out;
  }

  void keep(RawElement element) {
    enter(element.tag());
    if (Tag.isGroupLength(element.tag()) && length == null && element.valueLength() == 4) {
      length = element;
      group = new Pieces();
      growth = 0;
    } else {
      target().add(element.bytes(), element.start, element.end);
    }
  }

  void replace(RawElement element, Pieces replacement) {
    enter(element.tag());
    growth += replacement.size() - (element.end - element.start);
    target().add(replacement);
  }

  void insert(int tag, Pieces inserted) {
    enter(tag);
    growth += inserted.size();
    target().add(inserted);
  }

  void close() {
    if (length == null) {
      return;
    }
    byte[] bytes = length.bytes();
    if (growth == 0) {
      out.add(bytes, length.start, length.end);
    } else {
      Encoding encoding = length.parent.encoding;
      ByteArrayOutputStream value = new ByteArrayOutputStream();
      encoding.put(value, encoding.u32(bytes, length.valueStart) + growth, 4);
      out.add(bytes, length.start, length.valueStart);
      out.add(value.toByteArray());
    }
    out.add(group);
    length = null;
  }

  private void enter(int tag) {
    if (length != null && Tag.group(tag) != Tag.group(length.tag())) {
      close();
    }
  }

  private Pieces target() {
    return length == null ? out : group;
  }
}
