package org.radcanon.web.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Multipart bodies, put together by hand. */
final class TestBodies {

  private TestBodies() {}

  static byte[] multipart(String boundary, String preamble, String epilogue, List<byte[]> parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(preamble.getBytes(ISO_8859_1));
    for (byte[] part : parts) {
      String head = "\r\n--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n";
      String start = body.size() == 0 ? head.substring(2) : head;
      body.writeBytes(start.getBytes(ISO_8859_1));
      body.writeBytes(part);
    }
    body.writeBytes(("\r\n--" + boundary + "--" + epilogue).getBytes(ISO_8859_1));
    return body.toByteArray();
  }

  /** A source that gives at most so many bytes at once, as a network does. */
  static InputStream inChunks(byte[] bytes, int size) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] b, int off, int len) throws IOException {
        return super.read(b, off, Math.min(len, size));
      }
    };
  }
}
