package org.radcanon.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/**
 * Deflates a data set (PS3.5 A.5, RFC 1951) into a stream that stays open; the deflated bytes are
 * made even in number with a NUL.
 */
final class DeflatingStream extends OutputStream {

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final byte[] output = new byte[16 << 10];

  DeflatingStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    deflater.setInput(bytes, offset, length);
    while (!deflater.needsInput()) {
      drain();
    }
  }

  /** Writes the end of the deflated data set. */
  void finish() throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      drain();
    }
    if (deflater.getBytesWritten() % 2 != 0) {
      out.write(0);
    }
  }

  private void drain() throws IOException {
    int count = deflater.deflate(output, 0, output.length);
    out.write(output, 0, count);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
