package org.radcanon.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcanon.archive.ArchiveException;

/**
 * The content of the first part of a multipart body (RFC 2046 5.1.1), which is all there is when
 * one instance was asked for:
 *
 * <pre>
 * body = [preamble CRLF] "--" boundary CRLF *( header CRLF ) CRLF content CRLF "--" boundary ...
 * </pre>
 */
final class FirstPart extends InputStream {

  private static final int BUFFER = 64 << 10;
  private static final int LONGEST_HEADERS = 16 << 10;
  private static final int LONGEST_REST = 4 << 10;
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary=(?:\"([^\"]{1,200})\"|([^\\s\";]{1,200}))", Pattern.CASE_INSENSITIVE);

  private final InputStream body;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int start;
  private int clear;
  private int end;
  private boolean ended;
  private boolean closed;

  private FirstPart(InputStream body, String boundary) {
    this.body = body;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    buffer[0] = '\r'; // so that the first boundary looks like the others
    buffer[1] = '\n';
    end = 2;
  }

  /** The boundary that a Content-Type states. */
  static Optional<String> boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    return matcher.find()
        ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
        : Optional.empty();
  }

  /** Stands at the content. */
  static FirstPart of(InputStream body, String boundary) throws IOException {
    FirstPart part = new FirstPart(body, boundary);
    part.skipToHeaders();
    part.skipHeaders();
    return part;
  }

  private void skipToHeaders() throws IOException {
    for (int left = BUFFER; read() >= 0; left--) {
      if (left == 0) {
        throw new ArchiveException("the archive's answer has no boundary where one should be");
      }
    }
    ended = false;
    start += delimiter.length;
    clear = start;
  }

  private void skipHeaders() throws IOException {
    if (line().startsWith("--")) {
      throw new ArchiveException("the archive's answer has no part");
    }
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      length += header.length();
      if (length > LONGEST_HEADERS) {
        throw new ArchiveException("the archive's answer has a part with endless headers");
      }
    }
    clear = start;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = raw(); c != '\n'; c = raw()) {
      line.append((char) c);
      if (line.length() > LONGEST_HEADERS) {
        throw new ArchiveException("the archive's answer has a part with an endless header");
      }
    }
    int length = line.length();
    return length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
  }

  private int raw() throws IOException {
    if (start == end) {
      fill();
    }
    return buffer[start++] & 0xFF;
  }

  @Override
  public int read() throws IOException {
    return hasContent() ? buffer[start++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasContent()) {
      return -1;
    }
    int n = Math.min(length, clear - start);
    System.arraycopy(buffer, start, bytes, offset, n);
    start += n;
    return n;
  }

  /** Some bytes before {@code clear} are content; false at the boundary. */
  private boolean hasContent() throws IOException {
    while (!ended && start == clear) {
      clear = candidate();
      if (clear == start && end - start >= delimiter.length) {
        ended = true;
      } else if (clear == start) {
        fill();
      }
    }
    return !ended;
  }

  /** Where the boundary, or what may be the beginning of it, stands. */
  private int candidate() {
    for (int at = start; at < end; at++) {
      if (buffer[at] == '\r' && mayBeDelimiter(at)) {
        return at;
      }
    }
    return end;
  }

  private boolean mayBeDelimiter(int at) {
    int length = Math.min(delimiter.length, end - at);
    for (int i = 1; i < length; i++) {
      if (buffer[at + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, end - start);
    end -= start;
    start = 0;
    clear = 0;
    int n = body.read(buffer, end, buffer.length - end);
    if (n < 0) {
      throw new ArchiveException("the archive's answer ends without its last boundary");
    }
    end += n;
  }

  /** Behind the last part the connection is good for more, if the rest has come already. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (ended) {
      passOverRest();
    }
    body.close();
  }

  private void passOverRest() {
    try {
      for (int left = LONGEST_REST; left > 0 && body.available() > 0; left--) {
        body.read();
      }
    } catch (IOException e) {
      // the content is whole, whatever becomes of the connection
      return;
    }
  }
}
