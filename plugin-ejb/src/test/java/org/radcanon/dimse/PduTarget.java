package org.radcanon.dimse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.dimse.Association.IncomingMessage;
import org.radcanon.fuzz.Target;

/** PDUs of others and the messages in them, to the end of the stream. */
public final class PduTarget implements Target {

  private static final int LIMIT = 64 << 10;
  private static final List<AcceptedContext> CONTEXTS =
      List.of(
          new AcceptedContext(1, Loopback.VERIFICATION, Loopback.IMPLICIT),
          new AcceptedContext(3, Loopback.CT, Loopback.EXPLICIT),
          new AcceptedContext(5, "1.2.840.10008.5.1.4.1.2.2.1", Loopback.IMPLICIT));

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>(Recorded.associations());
    seeds.addAll(Recorded.answers());
    return seeds;
  }

  @Override
  public boolean takes(byte[] input) {
    InputStream in = new ByteArrayInputStream(input);
    MessageReader reader = new MessageReader(() -> PduReader.read(in, LIMIT, LIMIT), in, CONTEXTS);
    try {
      while (in.available() > 0) {
        Optional<IncomingMessage> message = reader.next();
        if (message.isPresent()) {
          Command.decode(message.get().commandSet());
          message.get().dataSet().transferTo(OutputStream.nullOutputStream());
        }
      }
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
