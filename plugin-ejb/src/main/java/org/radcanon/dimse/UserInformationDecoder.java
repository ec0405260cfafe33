package org.radcanon.dimse;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The items of user information (PS3.8 D.1, PS3.7 D.3.3).
 *
 * <pre>
 * 51 maximum length           = length(4)
 * 52 implementation class     = uid
 * 53 asynchronous operations  = invoked(2) performed(2)
 * 54 role selection           = length(2) uid scu(1) scp(1)
 * 55 implementation version   = name
 * 58 user identity            = type(1) responseRequested(1) ...
 * </pre>
 */
final class UserInformationDecoder {

  static final int MAXIMUM_LENGTH = 0x51;
  static final int IMPLEMENTATION_CLASS = 0x52;
  static final int ASYNCHRONOUS_WINDOW = 0x53;
  static final int ROLE_SELECTION = 0x54;
  static final int IMPLEMENTATION_VERSION = 0x55;
  static final int USER_IDENTITY = 0x58;

  private static final int MOST_ROLES = 1024;

  private long maximumLength;
  private String implementationClass = "";
  private Optional<String> implementationVersion = Optional.empty();
  private Optional<Pdu.AsynchronousWindow> window = Optional.empty();
  private final List<Pdu.RoleSelection> roles = new ArrayList<>();
  private Optional<Pdu.UserIdentity> identity = Optional.empty();

  void item(int type, ByteBuffer content) throws InvalidPduException {
    switch (type) {
      case MAXIMUM_LENGTH -> maximumLength = content.getInt() & 0xFFFFFFFFL;
      case IMPLEMENTATION_CLASS -> implementationClass = AssociateDecoder.text(content);
      case ASYNCHRONOUS_WINDOW ->
          window = Optional.of(new Pdu.AsynchronousWindow(u16(content), u16(content)));
      case ROLE_SELECTION -> role(content);
      case IMPLEMENTATION_VERSION ->
          implementationVersion = Optional.of(AssociateDecoder.text(content));
      case USER_IDENTITY ->
          identity = Optional.of(new Pdu.UserIdentity(content.get() & 0xFF, content.get() != 0));
      default -> {}
    }
  }

  private void role(ByteBuffer content) throws InvalidPduException {
    if (roles.size() == MOST_ROLES) {
      throw InvalidPduException.invalid("more than %d role selections".formatted(MOST_ROLES));
    }
    String sopClass = AssociateDecoder.text(AssociateDecoder.take(content, u16(content)));
    roles.add(new Pdu.RoleSelection(sopClass, content.get() != 0, content.get() != 0));
  }

  private static int u16(ByteBuffer content) {
    return content.getShort() & 0xFFFF;
  }

  Pdu.UserInformation decoded() {
    return new Pdu.UserInformation(
        maximumLength, implementationClass, implementationVersion, window, roles, identity);
  }
}
