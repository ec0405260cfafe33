package org.radcanon.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A target that is written in whole chunks at multiples of their size, which file systems take much
 * faster than chunks across page borders; bulk is read straight into the chunk, never copied.
 */
final class Outlet extends OutputStream {

  private final OutputStream out;
  private byte[] chunk;
  private int filled;

  Outlet(OutputStream out) {
    this.out = out;
    this.chunk = Chunks.take();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    for (int rest = length; rest > 0; ) {
      int count = Math.min(rest, chunk.length - filled);
      System.arraycopy(bytes, from, chunk, filled, count);
      filled += count;
      from += count;
      rest -= count;
      sendWhole();
    }
  }

  /** Reads bytes and writes them; returns how many there were, fewer only at the end of input. */
  long transferFrom(InputStream in, long count) throws IOException {
    long rest = count;
    while (rest > 0) {
      int read = in.read(chunk, filled, (int) Math.min(rest, chunk.length - filled));
      if (read < 0) {
        break;
      }
      filled += read;
      rest -= read;
      sendWhole();
    }
    return count - rest;
  }

  private void sendWhole() throws IOException {
    if (filled == chunk.length) {
      sendAll();
    }
  }

  private void sendAll() throws IOException {
    if (filled > 0) {
      out.write(chunk, 0, filled);
      filled = 0;
    }
  }

  /** Writes what is left; the target itself is left to whoever opened it. */
  @Override
  public void flush() throws IOException {
    sendAll();
  }

  /** Gives the chunk back; what was not flushed is lost. The target stays open. */
  @Override
  public void close() {
    Chunks.giveBack(chunk);
    chunk = new byte[0];
  }
}
