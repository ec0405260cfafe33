package org.radcanon.studies.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Steps through a data set (PS3.5 7.1):
 *
 * <pre>
 * explicit VR   tag(4) vr(2) length(2) value | tag(4) vr(2) 0(2) length(4) value
 * implicit VR   tag(4) length(4) value
 * length FFFFFFFF: items, then FFFE,E0DD with length 0
 * </pre>
 */
final class ElementCursor {

  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_END = 0xFFFEE00D;
  private static final int SEQUENCE_END = 0xFFFEE0DD;
  private static final int UNDEFINED = -1;
  private static final Set<String> LONG =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private final ByteBuffer data;
  private boolean explicit;

  ElementCursor(byte[] bytes, int start, boolean explicit, boolean bigEndian) {
    this.data = ByteBuffer.wrap(bytes).position(start);
    this.explicit = explicit;
    data.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  boolean atEnd() {
    return !data.hasRemaining();
  }

  int position() {
    return data.position();
  }

  int peekTag() {
    int at = data.position();
    return tagAt(at);
  }

  /**
   * The next element.
   *
   * @throws java.nio.BufferUnderflowException or {@link IllegalArgumentException} when it is cut
   */
  Element next() {
    int start = data.position();
    int tag = tag();
    boolean unknown = false;
    int length;
    if (explicit) {
      byte[] vr = new byte[2];
      data.get(vr);
      String name = new String(vr, StandardCharsets.ISO_8859_1);
      unknown = name.equals("UN");
      length = LONG.contains(name) ? longLength() : data.getShort() & 0xFFFF;
    } else {
      length = data.getInt();
    }
    int valueAt = data.position() - start;
    if (length == UNDEFINED) {
      skipItems(unknown);
    } else {
      skip(length);
    }
    return new Element(tag, Arrays.copyOfRange(data.array(), start, data.position()), valueAt);
  }

  private int longLength() {
    data.getShort();
    return data.getInt();
  }

  /** A UN of undefined length holds implicit VR (PS3.5 6.2.2 Note 2). */
  private void skipItems(boolean unknown) {
    boolean before = explicit;
    explicit = explicit && !unknown;
    int tag = tag();
    int length = data.getInt();
    while (tag != SEQUENCE_END) {
      if (tag != ITEM) {
        throw new IllegalArgumentException("no item where one must be");
      }
      if (length == UNDEFINED) {
        skipElements();
      } else {
        skip(length);
      }
      tag = tag();
      length = data.getInt();
    }
    explicit = before;
  }

  private void skipElements() {
    while (peekTag() != ITEM_END) {
      next();
    }
    tag();
    data.getInt();
  }

  private void skip(int length) {
    if (length < 0 || length > data.remaining()) {
      throw new IllegalArgumentException("a length beyond the end");
    }
    data.position(data.position() + length);
  }

  private int tag() {
    int tag = tagAt(data.position());
    data.getInt();
    return tag;
  }

  private int tagAt(int at) {
    return data.getShort(at) << 16 | data.getShort(at + 2) & 0xFFFF;
  }
}
