package org.radcanon.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.radcanon.dimse.Association.IncomingMessage;
import org.radcanon.dimse.AssociationException.Ending;

/** The messages of an association, where one operation may look out for its cancellation. */
final class Inbox {

  private final Association association;
  private Optional<IncomingMessage> ahead = Optional.empty();

  Inbox(Association association) {
    this.association = association;
  }

  /** The next message; empty when the peer has released. */
  Optional<IncomingMessage> next() throws IOException {
    Optional<IncomingMessage> message = ahead.isPresent() ? ahead : association.next();
    ahead = Optional.empty();
    return message;
  }

  /**
   * Whether C-CANCEL of an operation has arrived (PS3.7 9.3.2.3). A request that came instead,
   * which a peer may send when operations are asynchronous, is kept for {@link #next()}; a
   * cancellation behind that one is not seen.
   */
  boolean isCancelled(int messageId) throws IOException {
    while (ahead.isEmpty() && association.arrived()) {
      IncomingMessage message =
          association
              .next()
              .orElseThrow(
                  () ->
                      new AssociationException(
                          Ending.PROTOCOL, "released before the operation was answered"));
      if (!(Command.decode(message.commandSet()) instanceof Command.Cancel cancel)) {
        ahead = Optional.of(message);
      } else if (cancel.messageId() == messageId) {
        return true;
      }
    }
    return false;
  }

  /** Reads a data set to its end, as must be before its message is answered. */
  static void drain(InputStream dataSet) throws IOException {
    if (dataSet.read() >= 0) {
      dataSet.transferTo(OutputStream.nullOutputStream());
    }
  }
}
