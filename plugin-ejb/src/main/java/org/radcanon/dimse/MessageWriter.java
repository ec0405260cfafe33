package org.radcanon.dimse;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * From messages to P-DATA-TF PDUs of one presentation data value each (layouts at {@link
 * MessageReader}), no longer than the peer takes. What is short is written together: the command
 * with the first fragment of its data set, and as many fragments as a large buffer holds, so that a
 * small message is one write, and a large one takes few, whatever the peer takes.
 */
final class MessageWriter {

  private static final int PDU_HEADER = 6;
  private static final int HEADERS = 12;
  private static final int MOST = 128 << 10;
  private static final int COMMAND = 1;
  private static final int LAST = 2;

  /** Where PDUs go. */
  interface PduSink {
    void send(byte[] pdus, int length) throws AssociationException;
  }

  private final PduSink sink;
  private final int longestFragment;
  private byte[] buffer = new byte[0];
  private int length;
  private DataSetOutput open;

  /**
   * @param maximumLength that the peer takes (PS3.8 D.1); 0 is no limit
   */
  MessageWriter(PduSink sink, long maximumLength) {
    this.sink = sink;
    long most = maximumLength == 0 ? MOST : Math.min(MOST, maximumLength);
    this.longestFragment = (int) most - PDU_HEADER & ~1;
  }

  void send(int contextId, byte[] commandSet) throws AssociationException {
    putCommand(contextId, commandSet, 0);
    flush();
  }

  OutputStream sendWithDataSet(int contextId, byte[] commandSet) throws AssociationException {
    putCommand(contextId, commandSet, Math.max(1, MOST / longestPdu()) * longestPdu());
    open = new DataSetOutput(contextId);
    return open;
  }

  private int longestPdu() {
    return HEADERS + longestFragment;
  }

  private void putCommand(int contextId, byte[] command, int more) {
    if (open != null) {
      throw new IllegalStateException("the message before is not complete");
    }
    int fragments = Math.max(1, (command.length + longestFragment - 1) / longestFragment);
    reserve(command.length + fragments * HEADERS + more);
    length = 0;
    for (int at = 0; at == 0 || at < command.length; at += longestFragment) {
      int size = Math.min(longestFragment, command.length - at);
      boolean last = at + size == command.length;
      putHeaders(length, contextId, COMMAND | (last ? LAST : 0), size);
      System.arraycopy(command, at, buffer, length + HEADERS, size);
      length += HEADERS + size;
    }
  }

  private void reserve(int capacity) {
    if (buffer.length < capacity) {
      buffer = new byte[capacity];
    }
  }

  private void putHeaders(int at, int contextId, int control, int fragment) {
    ByteBuffer.wrap(buffer, at, HEADERS)
        .put((byte) PduReader.P_DATA_TF)
        .put((byte) 0)
        .putInt(PDU_HEADER + fragment)
        .putInt(2 + fragment)
        .put((byte) contextId)
        .put((byte) control);
  }

  private void flush() throws AssociationException {
    int all = length;
    length = 0;
    sink.send(buffer, all);
  }

  /** A data set while it is made; its last byte is held back until it is known to be the last. */
  private final class DataSetOutput extends OutputStream {
    private final int contextId;
    private int start = length;
    private int fragment;

    DataSetOutput(int contextId) {
      this.contextId = contextId;
    }

    @Override
    public void write(int b) throws AssociationException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws AssociationException {
      Objects.checkFromIndexSize(off, len, b.length);
      if (open != this) {
        throw new IllegalStateException("the data set is complete");
      }
      int from = off;
      int left = len;
      while (left > 0) {
        if (fragment == longestFragment) {
          finish(0);
          flushUnlessMoreFits();
        }
        int n = Math.min(left, longestFragment - fragment);
        System.arraycopy(b, from, buffer, start + HEADERS + fragment, n);
        fragment += n;
        from += n;
        left -= n;
      }
    }

    private void finish(int control) {
      putHeaders(start, contextId, control, fragment);
      length = start + HEADERS + fragment;
      start = length;
      fragment = 0;
    }

    private void flushUnlessMoreFits() throws AssociationException {
      if (buffer.length - length < longestPdu()) {
        start = 0;
        MessageWriter.this.flush();
      }
    }

    @Override
    public void close() throws AssociationException {
      if (open == this) {
        open = null;
        finish(LAST);
        MessageWriter.this.flush();
      }
    }
  }
}
