package org.radcanon.web.dicomweb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The bytes of one part, exactly, with an eye on how reading goes: how many there were, and whether
 * the body broke off. Closing it does not close the body.
 */
final class PartContent extends FilterInputStream {
  private final long limit;
  private long count;
  private boolean tooLarge;
  private IOException broken;

  PartContent(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (tooLarge) {
      throw new MultipartException("the part is larger than this service takes");
    }
    if (broken != null) {
      throw broken; // asked again, the source would say that the part had come to its end
    }
    int n;
    try {
      n = super.read(b, off, len);
    } catch (IOException e) {
      broken = e;
      throw e;
    }
    if (n > 0) {
      count += n;
      if (count > limit) {
        tooLarge = true;
        throw new MultipartException("the part is larger than this service takes");
      }
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] bin = new byte[(int) Math.min(Math.max(n, 0), 8 << 10)];
    return bin.length == 0 ? 0 : Math.max(0, read(bin, 0, bin.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {
    // the body goes on behind this part
  }

  /**
   * Reads what is left.
   *
   * @return true when the part is whole; false when it broke off or is too large
   */
  boolean drain() {
    byte[] bin = new byte[8 << 10];
    try {
      while (read(bin, 0, bin.length) >= 0) {
        // passed over
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  boolean isTooLarge() {
    return tooLarge;
  }

  /** Why the body broke off inside this part. */
  Optional<IOException> broken() {
    return Optional.ofNullable(broken);
  }
}
