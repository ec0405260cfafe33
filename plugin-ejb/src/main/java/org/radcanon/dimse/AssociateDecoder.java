package org.radcanon.dimse;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The body of A-ASSOCIATE-RQ and -AC (PS3.8 9.3.2, 9.3.3).
 *
 * <pre>
 * body    = version(2) reserved(2) called(16) calling(16) reserved(32) item*
 * item    = type(1) reserved(1) length(2) content(length)
 * context = id(1) reserved(1) result(1) reserved(1) item*      ; result in -AC only
 * </pre>
 *
 * <p>Items of unknown type are passed over (PS3.8 9.3.1).
 */
final class AssociateDecoder {

  static final int APPLICATION_CONTEXT = 0x10;
  static final int OFFERED_CONTEXT = 0x20;
  static final int CONTEXT_RESULT = 0x21;
  static final int ABSTRACT_SYNTAX = 0x30;
  static final int TRANSFER_SYNTAX = 0x40;
  static final int USER_INFORMATION = 0x50;

  private static final int MOST_CONTEXTS = 128;
  private static final int MOST_TRANSFER_SYNTAXES = 256;
  private static final int TITLE = 16;
  private static final int RESERVED = 32;

  private final int version;
  private final String called;
  private final String calling;
  private final List<Pdu.OfferedContext> offered = new ArrayList<>();
  private final List<Pdu.ContextResult> results = new ArrayList<>();
  private final Set<Integer> ids = new HashSet<>();
  private final UserInformationDecoder user = new UserInformationDecoder();
  private String applicationContext = "";

  private AssociateDecoder(ByteBuffer body) throws InvalidPduException {
    version = body.getShort() & 0xFFFF;
    body.getShort();
    called = text(take(body, TITLE));
    calling = text(take(body, TITLE));
    take(body, RESERVED);
    items(body, this::item);
  }

  static Pdu.AssociateRequest request(ByteBuffer body) throws InvalidPduException {
    AssociateDecoder d = decoded(body);
    return new Pdu.AssociateRequest(
        d.version, d.called, d.calling, d.applicationContext, d.offered, d.user.decoded());
  }

  static Pdu.AssociateAccept accept(ByteBuffer body) throws InvalidPduException {
    AssociateDecoder d = decoded(body);
    return new Pdu.AssociateAccept(
        d.version, d.called, d.calling, d.applicationContext, d.results, d.user.decoded());
  }

  private static AssociateDecoder decoded(ByteBuffer body) throws InvalidPduException {
    try {
      return new AssociateDecoder(body);
    } catch (BufferUnderflowException e) {
      throw InvalidPduException.invalid("an A-ASSOCIATE or an item of it is too short");
    }
  }

  private void item(int type, ByteBuffer content) throws InvalidPduException {
    switch (type) {
      case APPLICATION_CONTEXT -> applicationContext = text(content);
      case OFFERED_CONTEXT -> offered.add(offered(content));
      case CONTEXT_RESULT -> results.add(result(content));
      case USER_INFORMATION -> items(content, user::item);
      default -> {}
    }
  }

  private Pdu.OfferedContext offered(ByteBuffer content) throws InvalidPduException {
    int id = id(content);
    take(content, 3);
    List<String> abstractSyntaxes = new ArrayList<>(1);
    List<String> transferSyntaxes = new ArrayList<>();
    items(content, (type, item) -> syntax(type, item, abstractSyntaxes, transferSyntaxes));
    if (abstractSyntaxes.size() != 1
        || transferSyntaxes.isEmpty()
        || transferSyntaxes.size() > MOST_TRANSFER_SYNTAXES) {
      throw InvalidPduException.invalid("a presentation context without its syntaxes");
    }
    return new Pdu.OfferedContext(id, abstractSyntaxes.get(0), transferSyntaxes);
  }

  private Pdu.ContextResult result(ByteBuffer content) throws InvalidPduException {
    int id = id(content);
    content.get();
    int result = content.get() & 0xFF;
    content.get();
    List<String> syntaxes = new ArrayList<>(1);
    items(content, (type, item) -> syntax(type, item, syntaxes, syntaxes));
    if (result == Pdu.ContextResult.ACCEPTED && syntaxes.size() != 1) {
      throw InvalidPduException.invalid("an accepted context without one transfer syntax");
    }
    return new Pdu.ContextResult(id, result, syntaxes.isEmpty() ? "" : syntaxes.get(0));
  }

  private static void syntax(
      int type, ByteBuffer item, List<String> abstracts, List<String> transfers) {
    if (type == ABSTRACT_SYNTAX) {
      abstracts.add(text(item));
    } else if (type == TRANSFER_SYNTAX) {
      transfers.add(text(item));
    }
  }

  private int id(ByteBuffer content) throws InvalidPduException {
    int id = content.get() & 0xFF;
    if (id % 2 == 0 || !ids.add(id) || ids.size() > MOST_CONTEXTS) {
      throw InvalidPduException.invalid("presentation context id %d".formatted(id));
    }
    return id;
  }

  /** What is done with an item; {@code content} holds the item and no more. */
  @FunctionalInterface
  interface ItemVisitor {
    void item(int type, ByteBuffer content) throws InvalidPduException;
  }

  static void items(ByteBuffer container, ItemVisitor visitor) throws InvalidPduException {
    while (container.hasRemaining()) {
      int type = container.get() & 0xFF;
      container.get();
      visitor.item(type, take(container, container.getShort() & 0xFFFF));
    }
  }

  /** The next bytes as a window of their own. */
  static ByteBuffer take(ByteBuffer from, int length) {
    if (length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer taken = from.slice(from.position(), length);
    from.position(from.position() + length);
    return taken;
  }

  /** UIDs and AE titles; what peers pad them with is cut. */
  static String text(ByteBuffer content) {
    return StandardCharsets.ISO_8859_1.decode(content).toString().replace('\0', ' ').strip();
  }
}
