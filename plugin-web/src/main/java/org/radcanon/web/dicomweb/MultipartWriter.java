package org.radcanon.web.dicomweb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes {@code multipart/related} as it streams by (RFC 2046 5.1, RFC 2387). */
final class MultipartWriter {
  private final String boundary = "radcanon-" + UUID.randomUUID();
  private final String type;

  /** The content of a part. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * @param type the media type of all parts
   */
  MultipartWriter(String type) {
    this.type = type;
  }

  /** The Content-Type of the whole. */
  String contentType() {
    return "multipart/related; type=\"" + type + "\"; boundary=" + boundary;
  }

  void part(OutputStream out, String contentType, String location, Content content)
      throws IOException {
    ascii(
        out,
        "--"
            + boundary
            + "\r\nContent-Type: "
            + contentType
            + "\r\nContent-Location: "
            + location
            + "\r\n\r\n");
    content.writeTo(out);
    ascii(out, "\r\n");
  }

  void end(OutputStream out) throws IOException {
    ascii(out, "--" + boundary + "--\r\n");
    out.flush();
  }

  private static void ascii(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
