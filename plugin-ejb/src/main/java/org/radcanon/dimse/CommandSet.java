package org.radcanon.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.radcanon.dimse.AssociationException.Ending;

/**
 * A command set as bytes (PS3.7 6.3.1): elements of group 0000 in implicit VR little endian,
 * ascending, the group length first.
 *
 * <pre>
 * command-set = group-length element*
 * element     = %x0000 element-number length32 value       ; little endian
 * </pre>
 */
final class CommandSet {

  static final int AFFECTED_SOP_CLASS_UID = 0x0002;
  static final int REQUESTED_SOP_CLASS_UID = 0x0003;
  static final int COMMAND_FIELD = 0x0100;
  static final int MESSAGE_ID = 0x0110;
  static final int MESSAGE_ID_BEING_RESPONDED_TO = 0x0120;
  static final int PRIORITY = 0x0700;
  static final int COMMAND_DATA_SET_TYPE = 0x0800;
  static final int STATUS = 0x0900;
  static final int OFFENDING_ELEMENT = 0x0901;
  static final int ERROR_COMMENT = 0x0902;
  static final int AFFECTED_SOP_INSTANCE_UID = 0x1000;

  /** The value of Command Data Set Type (0000,0800) that says "none" (PS3.7 E.1). */
  static final int NO_DATA_SET = 0x0101;

  /** Far above what any command of PS3.7 needs. */
  static final int LARGEST = 16 << 10;

  private static final int GROUP_LENGTH = 0x0000;
  private static final int HEAD = 8;

  private final SortedMap<Integer, byte[]> elements = new TreeMap<>();

  /**
   * @throws AssociationException when it is malformed; the association cannot go on then
   */
  static CommandSet decode(byte[] bytes) throws AssociationException {
    require(bytes.length <= LARGEST, "is longer than %d bytes".formatted(LARGEST));
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    CommandSet set = new CommandSet();
    while (in.hasRemaining()) {
      set.decodeElement(in);
    }
    byte[] length = set.elements.remove(GROUP_LENGTH);
    require(length != null && length.length == 4, "has no group length");
    require(
        ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt() == bytes.length - HEAD - 4,
        "has a wrong group length");
    return set;
  }

  private void decodeElement(ByteBuffer in) throws AssociationException {
    require(in.remaining() >= HEAD, "ends inside an element");
    require(in.getShort() == 0, "has an element of another group");
    int number = Short.toUnsignedInt(in.getShort());
    long length = Integer.toUnsignedLong(in.getInt());
    require(length <= in.remaining(), "ends inside an element");
    require(elements.isEmpty() || number > elements.lastKey(), "is not in ascending order");
    byte[] value = new byte[(int) length];
    in.get(value);
    elements.put(number, value);
  }

  /** A value of VR US; empty when absent. */
  Optional<Integer> number(int element) throws AssociationException {
    byte[] value = elements.get(element);
    if (value == null || value.length == 0) {
      return Optional.empty();
    }
    require(value.length == 2, "has a number that has not two bytes");
    return Optional.of((value[1] & 0xFF) << 8 | value[0] & 0xFF);
  }

  int requiredNumber(int element) throws AssociationException {
    return number(element).orElseThrow(() -> malformed("lacks (0000,%04X)".formatted(element)));
  }

  /** A value of VR UI or LO without its padding; empty when absent or without value. */
  Optional<String> text(int element) {
    return Optional.ofNullable(elements.get(element))
        .map(value -> new String(value, StandardCharsets.ISO_8859_1))
        .map(CommandSet::withoutPadding)
        .filter(text -> !text.isEmpty());
  }

  private static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == 0 || text.charAt(end - 1) == ' ')) {
      end--;
    }
    return text.substring(0, end);
  }

  CommandSet putNumber(int element, int value) {
    elements.put(element, new byte[] {(byte) value, (byte) (value >>> 8)});
    return this;
  }

  /** Padded with a null byte to even length (PS3.5 6.2, UI). */
  CommandSet putUid(int element, String uid) {
    return putPadded(element, uid, '\0');
  }

  /** LO of the default repertoire, at most 64 characters; what is outside leaves as '?'. */
  CommandSet putComment(int element, String comment) {
    String cut = comment.length() > 64 ? comment.substring(0, 64) : comment;
    String plain = cut.replaceAll("[^\\x20-\\x7E]|\\\\", "?");
    return putPadded(element, plain, ' ');
  }

  /** A value of VR AT (PS3.5 6.2): group, then element. */
  CommandSet putTag(int element, int tag) {
    ByteBuffer value = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    value.putShort((short) (tag >>> 16)).putShort((short) tag);
    elements.put(element, value.array());
    return this;
  }

  private CommandSet putPadded(int element, String text, char padding) {
    String even = text.length() % 2 == 0 ? text : text + padding;
    elements.put(element, even.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  byte[] encode() {
    int length = elements.values().stream().mapToInt(value -> HEAD + value.length).sum();
    ByteBuffer out = ByteBuffer.allocate(HEAD + 4 + length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(GROUP_LENGTH).putInt(4).putInt(length);
    elements.forEach(
        (number, value) ->
            out.putShort((short) 0).putShort(number.shortValue()).putInt(value.length).put(value));
    return out.array();
  }

  private static void require(boolean condition, String fault) throws AssociationException {
    if (!condition) {
      throw malformed(fault);
    }
  }

  private static AssociationException malformed(String fault) {
    return new AssociationException(Ending.PROTOCOL, "a command set " + fault);
  }
}
