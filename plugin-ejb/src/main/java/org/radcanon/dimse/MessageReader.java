package org.radcanon.dimse;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.radcanon.dimse.Association.IncomingMessage;

/**
 * From presentation data values to messages (PS3.8 9.3.5.1, Annex E, PS3.7 6.3).
 *
 * <pre>
 * P-DATA-TF body = value+
 * value          = length(4) contextId(1) control(1) fragment(length - 2)
 * control        = bit 0: command (1) or data set (0); bit 1: last fragment
 * message        = command fragments, the last one marked; then, where the command says so,
 *                  data set fragments of the same context, the last one marked
 * </pre>
 *
 * <p>The fragments of a message follow each other with none of another message between them. A data
 * set is never held: it streams.
 */
final class MessageReader {

  private static final int COMMAND = 1;
  private static final int LAST = 2;
  private static final int VALUE_HEADER = 6;
  private static final int LONGEST_COMMAND = 64 << 10;

  /** Where PDUs come from. */
  interface PduSource {
    /** The next PDU; with {@link Pdu.Data} its body follows in the stream. */
    Pdu next() throws IOException;
  }

  private final PduSource pdus;
  private final InputStream in;
  private final Map<Integer, AcceptedContext> contexts;
  private long leftInPdu;
  private int leftInFragment;
  private int contextId;
  private int control;
  private boolean inDataSet;
  private long messages;

  MessageReader(PduSource pdus, InputStream in, List<AcceptedContext> contexts) {
    this.pdus = pdus;
    this.in = in;
    this.contexts =
        contexts.stream().collect(Collectors.toMap(AcceptedContext::id, Function.identity()));
  }

  /**
   * The next message; what is left of the one before is thrown away.
   *
   * @return empty when the peer asks for release instead
   */
  Optional<IncomingMessage> next() throws IOException {
    while (inDataSet) {
      skipFragment();
    }
    messages++;
    if (leftInPdu == 0 && !beginPdu(true)) {
      return Optional.empty();
    }
    beginFragment();
    int context = contextId;
    byte[] command = command(context);
    boolean hasDataSet = CommandDataSetType.isPresent(command);
    inDataSet = hasDataSet;
    control = 0;
    InputStream dataSet = hasDataSet ? new DataSetStream(context) : InputStream.nullInputStream();
    return Optional.of(new IncomingMessage(contexts.get(context), command, dataSet));
  }

  /** Whether a PDU with another message's fragments is half read. */
  boolean arrived() {
    return !inDataSet && leftInPdu > 0;
  }

  /** Whether a data set is not at its end yet. */
  boolean inDataSet() {
    return inDataSet;
  }

  /** Throws away what is left of the PDU that is half read. */
  void abandon() throws IOException {
    in.skipNBytes(leftInFragment + leftInPdu);
    leftInFragment = 0;
    leftInPdu = 0;
  }

  private byte[] command(int context) throws IOException {
    ByteArrayOutputStream command = new ByteArrayOutputStream();
    while (true) {
      require(contextId == context && (control & COMMAND) != 0, "a command is interrupted");
      require(command.size() + leftInFragment <= LONGEST_COMMAND, "a command is too long");
      byte[] fragment = in.readNBytes(leftInFragment);
      if (fragment.length < leftInFragment) {
        throw new EOFException();
      }
      command.writeBytes(fragment);
      leftInFragment = 0;
      if ((control & LAST) != 0) {
        return command.toByteArray();
      }
      nextFragment();
    }
  }

  private void nextFragment() throws IOException {
    if (leftInPdu == 0) {
      beginPdu(false);
    }
    beginFragment();
  }

  private boolean beginPdu(boolean betweenMessages) throws IOException {
    Pdu pdu = pdus.next();
    if (pdu instanceof Pdu.Data data) {
      leftInPdu = data.length();
      return true;
    }
    require(betweenMessages, "a message is interrupted by another PDU");
    return false;
  }

  private void beginFragment() throws IOException {
    require(leftInPdu >= VALUE_HEADER, "a presentation data value is cut");
    long length = 0;
    for (int i = 0; i < 4; i++) {
      length = length << 8 | byteOf(in);
    }
    require(length >= 2 && length + 4 <= leftInPdu, "a presentation data value of wrong length");
    contextId = byteOf(in);
    control = byteOf(in);
    require(contexts.containsKey(contextId), "a context that was not accepted");
    leftInFragment = (int) length - 2;
    leftInPdu -= length + 4;
  }

  /** The data set's next fragment; false behind the last one. */
  private boolean nextDataFragment(int context) throws IOException {
    while (leftInFragment == 0) {
      if ((control & LAST) != 0) {
        inDataSet = false;
        return false;
      }
      nextFragment();
      require(contextId == context && (control & COMMAND) == 0, "a data set is interrupted");
    }
    return true;
  }

  private void skipFragment() throws IOException {
    if (nextDataFragment(contextId)) {
      in.skipNBytes(leftInFragment);
      leftInFragment = 0;
    }
  }

  private static int byteOf(InputStream in) throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }

  private static void require(boolean condition, String otherwise) throws InvalidPduException {
    if (!condition) {
      throw InvalidPduException.unexpected(otherwise);
    }
  }

  /** A data set while it arrives; ends with its message, and reads nothing of the next one. */
  private final class DataSetStream extends InputStream {
    private final int context;
    private final long message = messages;
    private boolean over;

    DataSetStream(int context) {
      this.context = context;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      Objects.checkFromIndexSize(off, len, b.length);
      if (len == 0) {
        return 0;
      }
      if (isOver()) {
        return -1;
      }
      int n = in.read(b, off, Math.min(len, leftInFragment));
      if (n < 0) {
        throw new EOFException();
      }
      leftInFragment -= n;
      return n;
    }

    private boolean isOver() throws IOException {
      over = over || message != messages || !inDataSet || !nextDataFragment(context);
      return over;
    }

    @Override
    public int available() throws IOException {
      return over ? 0 : Math.min(leftInFragment, in.available());
    }
  }
}
