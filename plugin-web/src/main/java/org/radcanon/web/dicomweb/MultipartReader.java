package org.radcanon.web.dicomweb;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.io.BufferedLineReaderInputStream;
import org.apache.james.mime4j.io.MimeBoundaryInputStream;
import org.radcanon.web.MediaTypeValue;

/**
 * The parts of a multipart body, one after the other, as they stream by (RFC 2046 5.1.1):
 *
 * <pre>
 * body      = [preamble CRLF] "--" boundary *( CRLF part CRLF "--" boundary ) "--" [CRLF epilogue]
 * part      = *( header CRLF ) CRLF content
 * </pre>
 *
 * Only a buffer and the headers of one part are held in memory. A body that ends before its last
 * delimiter breaks the part it ends in: reading that part throws.
 */
final class MultipartReader {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int PREAMBLE_BYTES = 1 << 20;
  private static final int HEADER_BYTES = 16 << 10;

  /** RFC 2046: 1 to 70 of bchars; longer ones are seen, and do no harm up to a point. */
  private static final Pattern BOUNDARY = Pattern.compile("[\\x20-\\x7e]{0,199}[\\x21-\\x7e]");

  private final Source source;
  private final BufferedLineReaderInputStream buffer;
  private final String boundary;
  private final long maxPartBytes;
  private MimeBoundaryInputStream current;

  /**
   * @throws MultipartException when the boundary is none
   */
  MultipartReader(InputStream body, String boundary, long maxPartBytes) throws IOException {
    if (!BOUNDARY.matcher(boundary).matches()) {
      throw new MultipartException("the boundary parameter is not one of RFC 2046");
    }
    this.source = new Source(body);
    this.buffer = new BufferedLineReaderInputStream(source, BUFFER_BYTES);
    this.boundary = boundary;
    this.maxPartBytes = maxPartBytes;
  }

  /** One part; its content is to be read before the next part is asked for. */
  record Part(Map<String, String> headers, PartContent content) {

    Optional<MediaTypeValue> contentType() {
      return Optional.ofNullable(headers.get("content-type")).map(MediaTypeValue::parse);
    }
  }

  /**
   * The next part; what was left unread of the one before is passed over.
   *
   * @return empty after the last delimiter
   * @throws MultipartException when the body is malformed, or ends where a part should be
   * @throws IOException when the source fails
   */
  Optional<Part> next() throws IOException {
    boolean preamble = current == null;
    if (preamble) {
      current = begin();
    }
    try {
      passOver(current, preamble ? PREAMBLE_BYTES : maxPartBytes);
    } catch (IOException e) {
      throw asMultipart("the body ends without its last boundary", e);
    }
    if (current.isLastPart()) {
      return Optional.empty();
    }
    current = begin();
    try {
      return Optional.of(new Part(headers(current), new PartContent(current, maxPartBytes)));
    } catch (IOException e) {
      throw asMultipart("the body ends inside the headers of a part", e);
    }
  }

  /**
   * mime4j asks the source for more when it begins a part, whatever it still holds. Waiting there
   * for what may never come would lose a part that is here whole.
   */
  private MimeBoundaryInputStream begin() throws IOException {
    source.held = buffer.hasBufferedData();
    try {
      return new MimeBoundaryInputStream(buffer, boundary, true);
    } finally {
      source.held = false;
    }
  }

  private static IOException asMultipart(String message, IOException cause) {
    return cause instanceof org.apache.james.mime4j.MimeIOException
        ? new MultipartException(message, cause)
        : cause;
  }

  private static void passOver(InputStream part, long limit) throws IOException {
    byte[] bin = new byte[8 << 10];
    long passed = 0;
    for (int n = part.read(bin); n >= 0; n = part.read(bin)) {
      passed += n;
      if (passed > limit) {
        throw new MultipartException("no boundary where one should be");
      }
    }
  }

  private static Map<String, String> headers(InputStream part) throws IOException {
    Map<String, String> headers = new HashMap<>();
    int left = HEADER_BYTES;
    String name = null;
    for (String line = line(part, left); !line.isEmpty(); line = line(part, left)) {
      left -= line.length();
      if (name != null && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
        headers.merge(name, line.strip(), (a, b) -> a + " " + b); // folded, RFC 5322 2.2.3
        continue;
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new MultipartException("a part has a malformed header");
      }
      name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      headers.putIfAbsent(name, line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static String line(InputStream part, int limit) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    int b = part.read();
    for (; b >= 0 && b != '\n'; b = part.read()) {
      line.write(b);
      if (line.size() > limit) {
        throw new MultipartException("the headers of a part are too long");
      }
    }
    if (b < 0) {
      throw new MultipartException("a part ends inside its headers");
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** The body; gives nothing while it is held. */
  private static final class Source extends FilterInputStream {
    private boolean held;

    Source(InputStream body) {
      super(body);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      return held ? 0 : super.read(b, off, len);
    }
  }
}
