package org.radcanon.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Command Data Set Type (0000,0800) (PS3.7 E.1): whether a data set follows. The only thing that
 * the upper layer reads in a command set, since the end of a message hangs on it.
 */
final class CommandDataSetType {

  private static final int TAG = 0x0800;
  private static final int NONE = 0x0101;
  private static final int HEADER = 8;

  private CommandDataSetType() {}

  static boolean isPresent(byte[] commandSet) throws InvalidPduException {
    ByteBuffer in = ByteBuffer.wrap(commandSet).order(ByteOrder.LITTLE_ENDIAN);
    while (in.remaining() >= HEADER) {
      int group = in.getShort() & 0xFFFF;
      int element = in.getShort() & 0xFFFF;
      long length = in.getInt() & 0xFFFFFFFFL;
      if (length > in.remaining()) {
        break;
      }
      if (group == 0 && element == TAG && length == 2) {
        return (in.getShort() & 0xFFFF) != NONE;
      }
      in.position(in.position() + (int) length);
    }
    throw InvalidPduException.invalid("a command set that does not say whether a data set follows");
  }
}
