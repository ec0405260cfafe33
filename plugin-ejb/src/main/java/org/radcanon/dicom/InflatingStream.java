package org.radcanon.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.radcanon.dicom.DicomException.Reason;

/**
 * A deflated data set (PS3.5 A.5, RFC 1951), inflated; what was read deflated goes to a copy as
 * well, for the case that nothing is to be changed.
 */
final class InflatingStream extends InputStream {

  /** Inflated bytes that are free, whatever their ratio. */
  private static final long FREE = 1 << 20;

  /** CRC-32 and size of gzip (RFC 1952), and a NUL to make it even. */
  private static final int LONGEST_TRAILER = 9;

  private final InputStream deflated;
  private final int ratio;
  private final Inflater inflater = new Inflater(true);
  private final byte[] input = new byte[8 << 10];
  private OutputStream copy = new ByteArrayOutputStream();

  InflatingStream(InputStream deflated, int ratio) {
    this.deflated = deflated;
    this.ratio = ratio;
  }

  /** What was copied until now, and what comes, go here. */
  void copyTo(OutputStream target) throws IOException {
    if (copy instanceof ByteArrayOutputStream kept) {
      kept.writeTo(target);
    }
    copy = target;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (true) {
      int count = inflate(target, offset, length);
      if (count > 0 || length == 0) {
        requireRatio();
        return count;
      }
      if (inflater.finished()) {
        return -1;
      }
      fill();
    }
  }

  /**
   * Reads what stands behind the deflated data set: padding (PS3.5 A.5), or the checksum that zlib
   * and gzip put there, as old writers do.
   */
  void passTrailer() throws IOException {
    long trailing = inflater.getRemaining();
    while (trailing <= LONGEST_TRAILER) {
      int read = readInput();
      if (read < 0) {
        return;
      }
      trailing += read;
    }
    throw new DicomException(Reason.MALFORMED, "more bytes behind the deflated data set");
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int inflate(byte[] target, int offset, int length) {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw new DicomException(Reason.MALFORMED, "no deflated data set");
    }
  }

  private void fill() throws IOException {
    if (inflater.needsDictionary()) {
      throw new DicomException(Reason.MALFORMED, "deflated with a dictionary");
    }
    int read = readInput();
    if (read < 0) {
      throw new DicomException(Reason.TRUNCATED, "the deflated data set has no end");
    }
    inflater.setInput(input, 0, read);
  }

  private int readInput() throws IOException {
    int read = deflated.read(input, 0, input.length);
    if (read > 0) {
      copy.write(input, 0, read);
    }
    return read;
  }

  private void requireRatio() {
    long inflated = inflater.getBytesWritten();
    if (inflated > FREE && inflated / ratio > inflater.getBytesRead()) {
      throw new DicomException(
          Reason.LIMIT_EXCEEDED, "inflates to more than %d times its size".formatted(ratio));
    }
  }
}
