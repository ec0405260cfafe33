package org.radcanon.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** From PDUs to bytes (PS3.8 9.3); the layouts stand at {@link PduReader} and its decoders. */
final class PduWriter {

  private static final int TITLE = 16;
  private static final byte[] RESERVED = new byte[32];

  private PduWriter() {}

  /** The whole PDU; of a P-DATA-TF its beginning only. */
  static byte[] bytes(Pdu pdu) {
    if (pdu instanceof Pdu.AssociateRequest r) {
      byte[] contexts = joined(r.contexts().stream().map(PduWriter::context).toList());
      return associate(PduReader.ASSOCIATE_RQ, new Head(r), contexts, r.user());
    } else if (pdu instanceof Pdu.AssociateAccept a) {
      byte[] contexts = joined(a.contexts().stream().map(PduWriter::context).toList());
      return associate(PduReader.ASSOCIATE_AC, new Head(a), contexts, a.user());
    } else if (pdu instanceof Pdu.AssociateReject rj) {
      Rejection why = rj.rejection();
      return fixed(PduReader.ASSOCIATE_RJ, why.result(), why.source(), why.reason());
    } else if (pdu instanceof Pdu.Data data) {
      return header(PduReader.P_DATA_TF, (int) data.length(), PduReader.HEADER).array();
    } else if (pdu instanceof Pdu.Abort abort) {
      return fixed(PduReader.ABORT, 0, abort.source(), abort.reason());
    }
    return fixed(
        pdu instanceof Pdu.ReleaseRequest ? PduReader.RELEASE_RQ : PduReader.RELEASE_RP, 0, 0, 0);
  }

  private record Head(int version, String called, String calling, String applicationContext) {
    Head(Pdu.AssociateRequest r) {
      this(r.protocolVersion(), r.called(), r.calling(), r.applicationContext());
    }

    Head(Pdu.AssociateAccept a) {
      this(a.protocolVersion(), a.called(), a.calling(), a.applicationContext());
    }

    byte[] bytes() {
      return joined(
          List.of(u16(version), u16(0), title(called), title(calling), RESERVED, application()));
    }

    private byte[] application() {
      return text(AssociateDecoder.APPLICATION_CONTEXT, applicationContext);
    }
  }

  private static byte[] associate(
      int type, Head head, byte[] contexts, Pdu.UserInformation information) {
    byte[] body =
        joined(
            List.of(
                head.bytes(),
                contexts,
                item(AssociateDecoder.USER_INFORMATION, information(information))));
    return header(type, body.length, PduReader.HEADER + body.length).put(body).array();
  }

  private static byte[] context(Pdu.OfferedContext context) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) context.id(), 0, 0, 0});
    out.writeBytes(text(AssociateDecoder.ABSTRACT_SYNTAX, context.abstractSyntax()));
    for (String syntax : context.transferSyntaxes()) {
      out.writeBytes(text(AssociateDecoder.TRANSFER_SYNTAX, syntax));
    }
    return item(AssociateDecoder.OFFERED_CONTEXT, out.toByteArray());
  }

  private static byte[] context(Pdu.ContextResult context) {
    byte[] head = {(byte) context.id(), 0, (byte) context.result(), 0};
    byte[] syntax = text(AssociateDecoder.TRANSFER_SYNTAX, context.transferSyntax());
    return item(AssociateDecoder.CONTEXT_RESULT, joined(List.of(head, syntax)));
  }

  private static byte[] information(Pdu.UserInformation user) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] length = ByteBuffer.allocate(4).putInt((int) user.maximumLength()).array();
    out.writeBytes(item(UserInformationDecoder.MAXIMUM_LENGTH, length));
    out.writeBytes(text(UserInformationDecoder.IMPLEMENTATION_CLASS, user.implementationClass()));
    out.writeBytes(optional(user.window().map(PduWriter::window)));
    user.roles().forEach(role -> out.writeBytes(role(role)));
    out.writeBytes(
        optional(
            user.implementationVersion()
                .map(name -> text(UserInformationDecoder.IMPLEMENTATION_VERSION, name))));
    return out.toByteArray();
  }

  private static byte[] window(Pdu.AsynchronousWindow window) {
    return item(
        UserInformationDecoder.ASYNCHRONOUS_WINDOW,
        joined(List.of(u16(window.invoked()), u16(window.performed()))));
  }

  private static byte[] role(Pdu.RoleSelection role) {
    byte[] uid = ascii(role.sopClass());
    byte[] roles = {(byte) (role.scu() ? 1 : 0), (byte) (role.scp() ? 1 : 0)};
    return item(
        UserInformationDecoder.ROLE_SELECTION, joined(List.of(u16(uid.length), uid, roles)));
  }

  private static byte[] fixed(int type, int second, int third, int fourth) {
    byte[] body = {0, (byte) second, (byte) third, (byte) fourth};
    return header(type, body.length, PduReader.HEADER + body.length).put(body).array();
  }

  private static ByteBuffer header(int type, int length, int capacity) {
    return ByteBuffer.allocate(capacity).put((byte) type).put((byte) 0).putInt(length);
  }

  private static byte[] text(int type, String text) {
    return item(type, ascii(text));
  }

  private static byte[] item(int type, byte[] content) {
    if (content.length > 0xFFFF) {
      throw new IllegalArgumentException("an item has at most 65,535 bytes");
    }
    return joined(List.of(new byte[] {(byte) type, 0}, u16(content.length), content));
  }

  private static byte[] u16(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  private static byte[] title(String title) {
    byte[] padded = new byte[TITLE];
    Arrays.fill(padded, (byte) ' ');
    byte[] text = ascii(title);
    System.arraycopy(text, 0, padded, 0, Math.min(text.length, TITLE));
    return padded;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] optional(Optional<byte[]> bytes) {
    return bytes.orElse(new byte[0]);
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
