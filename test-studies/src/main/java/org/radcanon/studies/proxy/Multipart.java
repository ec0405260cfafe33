package org.radcanon.studies.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of type multipart/related (RFC 2046 5.1.1), whole in memory. */
final class Multipart {

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private Multipart() {}

  /**
   * The boundary of a Content-Type.
   *
   * @throws IllegalArgumentException when it has none
   */
  static String boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no boundary in " + contentType);
    }
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  /** The contents of the parts, their header fields left out. */
  static List<byte[]> parts(byte[] body, String boundary) {
    String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    String delimiter = "\r\n--" + boundary;
    List<byte[]> found = new ArrayList<>();
    int at = text.indexOf(delimiter);
    while (at >= 0 && !text.startsWith("--", at + delimiter.length())) {
      int content = text.indexOf("\r\n\r\n", at + delimiter.length()) + 4;
      int end = text.indexOf(delimiter, content);
      if (content < 4 || end < 0) {
        return found;
      }
      found.add(Arrays.copyOfRange(body, content - 2, end - 2));
      at = end;
    }
    return found;
  }

  static byte[] body(List<byte[]> parts, String boundary) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(ascii("\r\n--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n"));
      body.writeBytes(part);
    }
    body.writeBytes(ascii("\r\n--" + boundary + "--\r\n"));
    return body.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
