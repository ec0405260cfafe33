package org.radcanon.dicom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A second opinion on where elements stand: recursive, over whole files in memory, and sharing no
 * line with what is under test.
 */
final class NaiveWalker {

  /** An element of the data set with all its bytes, head included. */
  record Span(int tag, byte[] bytes) {}

  /** A file in parts. */
  record Parts(byte[] meta, List<Span> elements, byte[] padding, boolean bigEndian) {}

  private static final Set<String> LONG =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private final byte[] b;
  private final boolean big;

  private NaiveWalker(byte[] b, boolean big) {
    this.b = b;
    this.big = big;
  }

  static Parts parts(byte[] file) {
    int at = file.length > 132 && new String(file, 128, 4).equals("DICM") ? 132 : 0;
    NaiveWalker meta = new NaiveWalker(file, false);
    String syntax = "";
    while (at + 8 < file.length && meta.u16(at) == 2) {
      int end = meta.elementEnd(at, true, file.length);
      if (meta.tag(at) == 0x00020010) {
        syntax = new String(file, at + 8, end - at - 8).trim().replace("\0", "");
      }
      at = end;
    }
    byte[] head = Arrays.copyOf(file, at);
    byte[] dataSet =
        syntax.equals("1.2.840.10008.1.2.1.99")
            ? inflate(file, at)
            : Arrays.copyOfRange(file, at, file.length);
    boolean big = syntax.equals("1.2.840.10008.1.2.2") || syntax.isEmpty() && dataSet[0] == 0;
    boolean explicit =
        !syntax.equals("1.2.840.10008.1.2") && isUpper(dataSet[4]) && isUpper(dataSet[5]);
    NaiveWalker walker = new NaiveWalker(dataSet, big);
    List<Span> spans = new ArrayList<>();
    int position = 0;
    while (position + 8 <= dataSet.length && walker.tag(position) != 0) {
      int end = walker.elementEnd(position, explicit, dataSet.length);
      spans.add(new Span(walker.tag(position), Arrays.copyOfRange(dataSet, position, end)));
      position = end;
    }
    return new Parts(head, spans, Arrays.copyOfRange(dataSet, position, dataSet.length), big);
  }

  static byte[] inflate(byte[] file, int from) {
    try (InflaterInputStream in =
        new InflaterInputStream(
            new ByteArrayInputStream(file, from, file.length - from), new Inflater(true))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      in.transferTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int elementEnd(int at, boolean explicit, int limit) {
    long length;
    int value;
    String vr = explicit ? new String(b, at + 4, 2) : "";
    if (!explicit) {
      length = u32(at + 4);
      value = at + 8;
    } else if (LONG.contains(vr)) {
      length = u32(at + 8);
      value = at + 12;
    } else {
      length = u16(at + 6);
      value = at + 8;
    }
    if (length != 0xFFFFFFFFL) {
      return Math.toIntExact(value + length);
    }
    boolean pixels = tag(at) == 0x7FE00010;
    int position = value;
    while (tag(position) != 0xFFFEE0DD) {
      position = itemEnd(position, explicit && !vr.equals("UN"), pixels, limit);
    }
    return position + 8;
  }

  private int itemEnd(int at, boolean explicit, boolean fragment, int limit) {
    long length = u32(at + 4);
    if (length != 0xFFFFFFFFL || fragment) {
      return Math.toIntExact(at + 8 + length);
    }
    int position = at + 8;
    boolean inside = explicit && isUpper(b[position + 4]) && isUpper(b[position + 5]);
    while (tag(position) != 0xFFFEE00D) {
      position = elementEnd(position, inside, limit);
    }
    return position + 8;
  }

  private static boolean isUpper(byte c) {
    return c >= 'A' && c <= 'Z';
  }

  private int tag(int at) {
    return u16(at) << 16 | u16(at + 2);
  }

  private int u16(int at) {
    int first = b[at] & 0xFF;
    int second = b[at + 1] & 0xFF;
    return big ? first << 8 | second : second << 8 | first;
  }

  private long u32(int at) {
    return big ? (long) u16(at) << 16 | u16(at + 2) : (long) u16(at + 2) << 16 | u16(at);
  }
}
