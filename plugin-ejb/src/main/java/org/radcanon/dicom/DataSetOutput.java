package org.radcanon.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.radcanon.dicom.DicomException.Reason;

/**
 * Is fed a PS3.10 file in pieces of any size and passes on its data set alone, as a C-STORE needs
 * it: preamble and file meta information (PS3.10 7.1) are dropped, whether they are there or not.
 * The data set's bytes are passed on as they come, in the pieces they come in.
 *
 * <p>Where the file meta information ends is told by its elements, not by its group length, which
 * is known to lie; but for a deflated data set, whose bytes may look like anything.
 *
 * <p>{@link #close()} closes the target. It throws a {@link DicomException} when the file has ended
 * inside an element of its file meta information.
 */
public final class DataSetOutput extends OutputStream {

  private static final int PREAMBLE = 132;
  private static final int SHORT_HEAD = 8;
  private static final int LONG_HEAD = 12;

  /** Longer values of the file meta information are not looked at. */
  private static final int LONGEST_VALUE = 66;

  private enum Part {
    PREAMBLE,
    HEAD,
    VALUE,
    DATA_SET
  }

  private final OutputStream out;
  private final byte[] held = new byte[PREAMBLE];
  private Part part = Part.PREAMBLE;
  private int filled;
  private int wanted = PREAMBLE;

  /** Bytes read behind the preamble. */
  private long offset;

  private Encoding encoding;
  private int tag;
  private long valueRest;
  private long statedEnd = -1;
  private boolean deflated;

  public DataSetOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int end = from + length;
    while (at < end && part != Part.DATA_SET) {
      at += part == Part.VALUE ? value(bytes, at, end) : hold(bytes, at, end);
    }
    if (at < end) {
      out.write(bytes, at, end - at);
    }
  }

  private int hold(byte[] bytes, int at, int end) throws IOException {
    int count = Math.min(wanted - filled, end - at);
    System.arraycopy(bytes, at, held, filled, count);
    filled += count;
    if (filled == wanted) {
      if (part == Part.PREAMBLE) {
        preamble();
      } else {
        head();
      }
    }
    return count;
  }

  private void preamble() throws IOException {
    boolean prefix = new String(held, PREAMBLE - 4, 4, StandardCharsets.ISO_8859_1).equals("DICM");
    if (prefix) {
      expectHead();
    } else {
      heldAgain();
    }
  }

  /** There is no preamble: what was held is the first element's. */
  private void heldAgain() throws IOException {
    byte[] again = Arrays.copyOf(held, filled);
    expectHead();
    write(again, 0, again.length);
  }

  private void expectHead() {
    part = Part.HEAD;
    filled = 0;
    wanted = SHORT_HEAD;
  }

  private void head() throws IOException {
    if (wanted == SHORT_HEAD && !isMeta()) {
      passOn();
      return;
    }
    tag = Encoding.EXPLICIT_LITTLE.tag(held, 0);
    if (encoding == null) {
      encoding = Encoding.EXPLICIT_LITTLE.observed(held, 0, Long.MAX_VALUE);
    }
    boolean longForm = encoding.explicitVr() && Head.isLongForm(held[4], held[5]);
    if (longForm && wanted == SHORT_HEAD) {
      wanted = LONG_HEAD;
    } else {
      expectValue(longForm);
    }
  }

  private boolean isMeta() {
    return Tag.group(Encoding.EXPLICIT_LITTLE.tag(held, 0)) == 2
        && !(deflated && offset == statedEnd);
  }

  private void passOn() throws IOException {
    part = Part.DATA_SET;
    out.write(held, 0, filled);
  }

  private void expectValue(boolean longForm) {
    if (longForm) {
      valueRest = encoding.u32(held, 8);
    } else {
      valueRest = encoding.explicitVr() ? encoding.u16(held, 6) : encoding.u32(held, 4);
    }
    if (valueRest == Encoding.UNDEFINED) {
      throw new DicomException(
          Reason.MALFORMED, "file meta information with an element of undefined length");
    }
    offset += wanted;
    filled = 0;
    part = Part.VALUE;
    if (valueRest == 0) {
      expectHead();
    }
  }

  private int value(byte[] bytes, int at, int end) {
    int count = (int) Math.min(valueRest, end - at);
    int kept = Math.min(count, LONGEST_VALUE - filled);
    System.arraycopy(bytes, at, held, filled, kept);
    filled += kept;
    valueRest -= count;
    offset += count;
    if (valueRest == 0) {
      valueEnds();
      expectHead();
    }
    return count;
  }

  private void valueEnds() {
    if (tag == Tag.FileMetaInformationGroupLength && filled == 4) {
      statedEnd = offset + encoding.u32(held, 0);
    } else if (tag == Tag.TransferSyntaxUID) {
      String uid = new String(held, 0, filled, StandardCharsets.ISO_8859_1).trim();
      deflated = TransferSyntax.of(uid).deflated();
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (part == Part.PREAMBLE) {
        heldAgain();
      }
      if (part == Part.VALUE || wanted == LONG_HEAD && part == Part.HEAD) {
        throw new DicomException(
            Reason.TRUNCATED, "the stream ends inside its file meta information");
      }
      if (part == Part.HEAD) {
        passOn();
      }
    }
  }
}
