package org.radcanon.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Encoding.Form;
import org.radcanon.studies.writer.Syntax;

/** What a good peer sends, byte by byte (PS3.8 9.3), with nothing of what is under test. */
final class Recorded {

  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  private static final String FIND = "1.2.840.10008.5.1.4.1.2.2.1";
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String IMPLICIT = "1.2.840.10008.1.2";

  private Recorded() {}

  /** Associations of one, two and three operations, with PDUs and fragments of several sizes. */
  static List<byte[]> associations() {
    byte[] instance =
        TinyStudies.ctChest().first().bytes(Encoding.of(Syntax.EXPLICIT).with(Form.BARE));
    byte[] small = Arrays.copyOf(instance, 600);
    return List.of(
        join(request(), message(1, echo(1)), release()),
        join(request(), message(3, store(1), instance, 16_000), release()),
        join(request(), message(3, store(1), small, 100), message(1, echo(2)), release()),
        join(request(), message(5, find(1), identifier(), 1000), message(1, echo(2)), release()),
        join(request(), message(5, find(1), identifier(), 20), message(5, cancel(1)), release()),
        join(request(), pdu(7, new byte[4])));
  }

  static List<byte[]> commands() {
    return List.of(echo(1), store(2), find(3), cancel(4), response(5));
  }

  /** A-ASSOCIATE-AC, -RJ, and one with everything in its user information. */
  static List<byte[]> answers() {
    return List.of(
        pdu(2, negotiation(false)), pdu(3, new byte[] {0, 1, 1, 7}), pdu(6, new byte[4]));
  }

  private static byte[] request() {
    return pdu(1, negotiation(true));
  }

  private static byte[] negotiation(boolean request) {
    int context = request ? 0x20 : 0x21;
    return join(
        number(1, 2),
        new byte[2],
        ascii("%-16s%-16s".formatted("RADCANON", "SENDER")),
        new byte[32],
        item(0x10, ascii("1.2.840.10008.3.1.1.1")),
        context(context, 1, "1.2.840.10008.1.1", IMPLICIT),
        context(context, 3, CT, EXPLICIT),
        context(context, 5, FIND, IMPLICIT),
        item(
            0x50,
            join(
                item(0x51, number(16 << 10, 4)),
                item(0x52, ascii("1.2.3.4")),
                item(0x53, join(number(2, 2), number(2, 2))),
                item(0x54, join(number(CT.length(), 2), ascii(CT), new byte[] {1, 1})),
                item(0x55, ascii("TEST_1")),
                item(0x58, join(new byte[] {1, 1}, number(4, 2), ascii("user"), number(0, 2))))));
  }

  private static byte[] context(int type, int id, String abstractSyntax, String transferSyntax) {
    byte[] head = {(byte) id, 0, 0, 0};
    byte[] syntax = item(0x40, ascii(transferSyntax));
    return item(
        type,
        type == 0x21 ? join(head, syntax) : join(head, item(0x30, ascii(abstractSyntax)), syntax));
  }

  private static byte[] release() {
    return pdu(5, new byte[4]);
  }

  private static byte[] message(int context, byte[] command) {
    return pdu(4, value(context, 3, command));
  }

  private static byte[] message(int context, byte[] command, byte[] dataSet, int largest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(message(context, command));
    for (int at = 0; at < dataSet.length; at += largest) {
      int end = Math.min(dataSet.length, at + largest);
      byte[] fragment = Arrays.copyOfRange(dataSet, at, end);
      out.writeBytes(pdu(4, value(context, end == dataSet.length ? 2 : 0, fragment)));
    }
    return out.toByteArray();
  }

  private static byte[] value(int context, int control, byte[] fragment) {
    return join(
        number(fragment.length + 2, 4), new byte[] {(byte) context, (byte) control}, fragment);
  }

  private static byte[] echo(int id) {
    return command(0x30, id, "1.2.840.10008.1.1", false).encode();
  }

  private static byte[] store(int id) {
    return command(1, id, CT, true)
        .putNumber(CommandSet.PRIORITY, 0)
        .putUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, "1.2.3")
        .encode();
  }

  private static byte[] find(int id) {
    return command(0x20, id, FIND, true).putNumber(CommandSet.PRIORITY, 0).encode();
  }

  private static byte[] cancel(int id) {
    return new CommandSet()
        .putNumber(CommandSet.COMMAND_FIELD, 0x0FFF)
        .putNumber(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, id)
        .putNumber(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
        .encode();
  }

  private static byte[] response(int id) {
    return new CommandSet()
        .putNumber(CommandSet.COMMAND_FIELD, 0x8001)
        .putNumber(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, id)
        .putNumber(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
        .putNumber(CommandSet.STATUS, 0xC000)
        .putComment(CommandSet.ERROR_COMMENT, "why")
        .encode();
  }

  private static CommandSet command(int field, int id, String sopClass, boolean dataSet) {
    return new CommandSet()
        .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClass)
        .putNumber(CommandSet.COMMAND_FIELD, field)
        .putNumber(CommandSet.MESSAGE_ID, id)
        .putNumber(CommandSet.COMMAND_DATA_SET_TYPE, dataSet ? 0 : CommandSet.NO_DATA_SET);
  }

  /** Study level, by the code of the procedure; implicit VR. */
  private static byte[] identifier() {
    byte[] code = element(0x0008, 0x0100, ascii("RPID16"));
    byte[] item = join(little(0xFFFE, 2), little(0xE000, 2), little(code.length, 4), code);
    return join(
        element(0x0008, 0x0052, ascii("STUDY ")),
        element(0x0008, 0x1032, item),
        element(0x0020, 0x000D, new byte[0]));
  }

  private static byte[] element(int group, int element, byte[] value) {
    return join(little(group, 2), little(element, 2), little(value.length, 4), value);
  }

  private static byte[] pdu(int type, byte[] body) {
    return join(new byte[] {(byte) type, 0}, number(body.length, 4), body);
  }

  private static byte[] item(int type, byte[] body) {
    return join(new byte[] {(byte) type, 0}, number(body.length, 2), body);
  }

  private static byte[] number(int value, int bytes) {
    return Arrays.copyOfRange(ByteBuffer.allocate(4).putInt(value).array(), 4 - bytes, 4);
  }

  private static byte[] little(int value, int bytes) {
    return Arrays.copyOf(ByteBuffer.allocate(4).putInt(Integer.reverseBytes(value)).array(), bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
