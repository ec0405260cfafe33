package org.radcanon.studies.send;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A multipart/related body (PS3.18 8.6.1.2.1, RFC 2387) read part by part, so that never more than
 * one part is open.
 */
final class MultipartStream extends InputStream {

  /** Our side failed, not the server. */
  static final class UnreadablePartException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadablePartException(String name, IOException cause) {
      super("Cannot read " + name, cause);
    }
  }

  private final String boundary;
  private final Iterator<Part> parts;
  private final LongConsumer partDone;
  private Part pending;
  private InputStream current = InputStream.nullInputStream();
  private boolean inPart;
  private boolean closed;
  private long partBytes;

  /**
   * @param partDone told the size of each part when it has been read
   */
  MultipartStream(String boundary, List<Part> parts, LongConsumer partDone) {
    this.boundary = boundary;
    this.parts = parts.iterator();
    this.partDone = partDone;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    while (true) {
      int count = current.read(buffer, offset, length);
      if (count >= 0) {
        partBytes += inPart ? count : 0;
        return count;
      }
      if (!advance()) {
        return -1;
      }
    }
  }

  /** From a part to the text before the next, from that text to its part. */
  private boolean advance() throws IOException {
    current.close();
    if (inPart) {
      partDone.accept(partBytes);
      partBytes = 0;
      inPart = false;
    } else if (pending != null) {
      current = open(pending);
      pending = null;
      inPart = true;
      return true;
    }
    if (closed) {
      return false;
    }
    closed = !parts.hasNext();
    pending = closed ? null : parts.next();
    String text =
        closed
            ? "\r\n--" + boundary + "--\r\n"
            : "\r\n--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n";
    current = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    return true;
  }

  private static InputStream open(Part part) throws IOException {
    try {
      return part.source().open();
    } catch (IOException e) {
      throw new UnreadablePartException(part.name(), e);
    }
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
