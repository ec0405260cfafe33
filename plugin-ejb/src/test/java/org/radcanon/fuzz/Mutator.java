package org.radcanon.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Mutations that know what DICOM looks like: lengths that lie, VRs and byte orders that are mixed
 * up, sequences that never end or go down ten thousand levels, elements cut, doubled and taken from
 * elsewhere, deflated data sets that are bombs. The same random numbers give the same mutant.
 */
final class Mutator {

  private static final String[] VRS =
      "AE AS AT CS DA DS DT FL FD IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV XX zz 42"
          .split(" ");
  private static final String[] SYNTAXES = {
    "1.2.840.10008.1.2\0",
    "1.2.840.10008.1.2.1\0",
    "1.2.840.10008.1.2.1.99",
    "1.2.840.10008.1.2.2\0",
    "1.2.840.10008.1.2.5\0",
    "1.2.840.10008.1.2.4.50",
    "1.2.840.10008.1.2.4.95"
  };
  private static final int[] LENGTHS = {
    -1, -2, 0, 1, 2, 7, 8, 12, 13, 255, 256, 0xFFFE, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000
  };
  private static final int[] TAGS = {
    0x00080005, 0x00081032, 0x00080121, 0x0018A001, 0x00280103, 0x00400275, 0x04000561, 0x00090010,
    0x7FE00010, 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD, 0xFFFCFFFC, 0x00080000, 0x00020010, 0
  };

  private final List<byte[]> seeds;
  private final Random random;

  Mutator(List<byte[]> seeds, Random random) {
    this.seeds = seeds;
    this.random = random;
  }

  byte[] next() {
    byte[] bytes = seeds.get(random.nextInt(seeds.size()));
    int deflated = deflatedFrom(bytes);
    byte[] inflated = deflated > 0 ? inflate(bytes, deflated) : new byte[0];
    return inflated.length > 0 && random.nextInt(4) > 0
        ? deflatedAgain(Arrays.copyOf(bytes, deflated), inflated)
        : mutated(bytes);
  }

  private byte[] mutated(byte[] seed) {
    byte[] bytes = seed.clone();
    for (int left = 1 + random.nextInt(4); left > 0 && bytes.length > 0; left--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] b) {
    int at = random.nextInt(b.length);
    return switch (random.nextInt(16)) {
      case 0 -> replaced(b, at, new byte[] {(byte) random.nextInt(256)});
      case 1 -> replaced(b, at, new byte[] {(byte) (b[at] ^ 1 << random.nextInt(8))});
      case 2, 3, 4 -> replaced(b, at, length());
      case 5 -> Arrays.copyOf(b, at);
      case 6 -> spliced(b, at, random.nextInt(40), new byte[0]);
      case 7 ->
          spliced(
              b, at, 0, Arrays.copyOfRange(b, at, Math.min(b.length, at + random.nextInt(200))));
      case 8 -> crossed(b, at);
      case 9 -> spliced(b, boundary(b, at), 0, element());
      case 10 -> replaced(b, vr(b, at), ascii(VRS[random.nextInt(VRS.length)]));
      case 11 -> swapped(b, at);
      case 12 ->
          replaced(
              b, find(b, "1.2.840.10008.1.2", 0), ascii(SYNTAXES[random.nextInt(SYNTAXES.length)]));
      case 13 -> spliced(b, delimiter(b, at), 8, new byte[0]);
      case 14 ->
          random.nextInt(60) == 0 ? spliced(b, boundary(b, at), 0, nest()) : replaced(b, at, tag());
      default -> spliced(b, boundary(b, at), 0, new byte[random.nextInt(30)]);
    };
  }

  private byte[] length() {
    int value =
        random.nextBoolean() ? LENGTHS[random.nextInt(LENGTHS.length)] : random.nextInt(4096);
    return number(value, random.nextBoolean() ? 4 : 2, random.nextInt(3) == 0);
  }

  private byte[] tag() {
    return tag(TAGS[random.nextInt(TAGS.length)], random.nextInt(4) == 0);
  }

  /** A head of some kind, with a value or without. */
  private byte[] element() {
    boolean big = random.nextInt(4) == 0;
    byte[] vr = random.nextInt(4) == 0 ? new byte[0] : ascii(VRS[random.nextInt(VRS.length)]);
    byte[] reserved = random.nextBoolean() ? new byte[0] : new byte[2];
    byte[] value = new byte[random.nextInt(20)];
    int stated = random.nextBoolean() ? value.length : LENGTHS[random.nextInt(LENGTHS.length)];
    return join(
        tag(TAGS[random.nextInt(TAGS.length)], big),
        vr,
        reserved,
        number(stated, reserved.length > 0 || vr.length == 0 ? 4 : 2, big),
        value);
  }

  /** Sequences in sequences, of undefined length or of one that fits, closed or not. */
  private byte[] nest() {
    int depth = random.nextBoolean() ? 10_000 : 1 + random.nextInt(80);
    boolean explicit = random.nextBoolean();
    byte[] vr =
        explicit ? join(ascii(random.nextInt(4) == 0 ? "UN" : "SQ"), new byte[2]) : new byte[0];
    boolean defined = random.nextBoolean();
    int level = vr.length + 16;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = depth; i > 0; i--) {
      out.writeBytes(tag(0x00081032, false));
      out.writeBytes(vr);
      out.writeBytes(number(defined ? level * i - 8 - vr.length : -1, 4, false));
      out.writeBytes(tag(0xFFFEE000, false));
      out.writeBytes(number(defined ? level * (i - 1) : -1, 4, false));
    }
    for (int i = depth; !defined && random.nextInt(4) > 0 && i > 0; i--) {
      out.writeBytes(
          join(tag(0xFFFEE00D, false), new byte[4], tag(0xFFFEE0DD, false), new byte[4]));
    }
    return out.toByteArray();
  }

  private byte[] crossed(byte[] b, int at) {
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    int from = random.nextInt(other.length);
    int to = Math.min(other.length, from + 1 + random.nextInt(300));
    return spliced(b, at, random.nextInt(30), Arrays.copyOfRange(other, from, to));
  }

  private byte[] swapped(byte[] b, int at) {
    byte[] copy = b.clone();
    int unit = random.nextBoolean() ? 2 : 4;
    for (int i = at; i + unit <= Math.min(copy.length, at + random.nextInt(200)); i += unit) {
      for (int j = 0; j < unit / 2; j++) {
        byte first = copy[i + j];
        copy[i + j] = copy[i + unit - 1 - j];
        copy[i + unit - 1 - j] = first;
      }
    }
    return copy;
  }

  private byte[] deflatedAgain(byte[] head, byte[] dataSet) {
    if (random.nextInt(500) == 0) {
      byte[] zeros = new byte[(1 + random.nextInt(16)) << 20];
      byte[] value =
          join(tag(0x7FE00010, false), ascii("OW"), new byte[2], number(zeros.length, 4, false));
      return join(head, deflate(join(dataSet, value, zeros)));
    }
    byte[] deflated = deflate(mutated(dataSet));
    return join(head, random.nextInt(8) == 0 ? mutated(deflated) : deflated);
  }

  private static int deflatedFrom(byte[] b) {
    String uid = "1.2.840.10008.1.2.1.99";
    int at = find(b, uid, -1);
    if (at < 0 || b.length < 144 || b[128] != 'D') {
      return -1;
    }
    int end = 144 + (b[140] & 0xFF | (b[141] & 0xFF) << 8);
    return end < b.length ? end : -1;
  }

  private static byte[] inflate(byte[] file, int from) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(file, from, file.length - from);
      byte[] out = new byte[1 << 16];
      return Arrays.copyOf(out, inflater.inflate(out));
    } catch (DataFormatException hostileAlready) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(6, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] out = new byte[bytes.length + 100];
      return Arrays.copyOf(out, deflater.deflate(out));
    } finally {
      deflater.end();
    }
  }

  /** Where two capital letters stand next. */
  private static int vr(byte[] b, int from) {
    for (int i = from; i + 1 < b.length; i++) {
      if (isCapital(b[i]) && isCapital(b[i + 1])) {
        return i;
      }
    }
    return from;
  }

  /** Where an element seems to begin: four bytes before its VR; or simply here. */
  private int boundary(byte[] b, int at) {
    return random.nextInt(3) == 0 ? at : Math.max(0, vr(b, at) - 4);
  }

  private static int delimiter(byte[] b, int from) {
    for (int i = from; i + 1 < b.length; i++) {
      if (b[i] == (byte) 0xFE && b[i + 1] == (byte) 0xFF) {
        return i;
      }
    }
    return from;
  }

  private static boolean isCapital(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  private static int find(byte[] b, String text, int otherwise) {
    int at = new String(b, 0, Math.min(b.length, 400), StandardCharsets.ISO_8859_1).indexOf(text);
    return at < 0 ? otherwise : at;
  }

  private static byte[] replaced(byte[] b, int at, byte[] by) {
    byte[] copy = b.clone();
    System.arraycopy(by, 0, copy, at, Math.min(by.length, b.length - at));
    return copy;
  }

  private static byte[] spliced(byte[] b, int at, int without, byte[] more) {
    int rest = Math.min(b.length, at + without);
    return join(Arrays.copyOf(b, at), more, Arrays.copyOfRange(b, rest, b.length));
  }

  private static byte[] tag(int tag, boolean big) {
    return join(number(tag >>> 16, 2, big), number(tag & 0xFFFF, 2, big));
  }

  private static byte[] number(int value, int bytes, boolean big) {
    byte[] out = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      out[big ? bytes - 1 - i : i] = (byte) (value >>> 8 * i);
    }
    return out;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] join(byte[]... parts) {
    int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
