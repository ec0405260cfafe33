package org.radcanon.dicom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Data sets made by hand, byte by byte, with nothing of what is under test. */
final class Dcm {

  private static final Set<String> LONG_FORM =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private final boolean explicit;
  private final boolean big;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Dcm(boolean explicit, boolean big) {
    this.explicit = explicit;
    this.big = big;
  }

  static Dcm explicit() {
    return new Dcm(true, false);
  }

  static Dcm implicit() {
    return new Dcm(false, false);
  }

  static Dcm bigEndian() {
    return new Dcm(true, true);
  }

  /** A new, empty one of the same encoding. */
  Dcm like() {
    return new Dcm(explicit, big);
  }

  Dcm text(int tag, String vr, String latin1) {
    String even = latin1.length() % 2 == 0 ? latin1 : latin1 + (vr.equals("UI") ? "\0" : " ");
    return raw(tag, vr, even.getBytes(StandardCharsets.ISO_8859_1));
  }

  Dcm us(int tag, int value) {
    return raw(tag, "US", number(value, 2));
  }

  Dcm ul(int tag, long value) {
    return raw(tag, "UL", number(value, 4));
  }

  Dcm raw(int tag, String vr, byte[] value) {
    return head(tag, vr, value.length).bytes(value);
  }

  Dcm sequence(int tag, Dcm... items) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (Dcm item : items) {
      content.writeBytes(like().item(item).bytes());
    }
    return raw(tag, "SQ", content.toByteArray());
  }

  Dcm item(Dcm content) {
    return mark(0xFFFEE000, content.out.size()).bytes(content.bytes());
  }

  Dcm undefinedItem(Dcm content) {
    return mark(0xFFFEE000, -1).bytes(content.bytes()).mark(0xFFFEE00D, 0);
  }

  /** A sequence of undefined length with items of undefined length. */
  Dcm undefined(int tag, String vr, Dcm... items) {
    head(tag, vr, 0xFFFFFFFFL);
    for (Dcm item : items) {
      undefinedItem(item);
    }
    return mark(0xFFFEE0DD, 0);
  }

  Dcm fragments(int tag, byte[]... fragments) {
    head(tag, "OB", 0xFFFFFFFFL);
    for (byte[] fragment : fragments) {
      mark(0xFFFEE000, fragment.length).bytes(fragment);
    }
    return mark(0xFFFEE0DD, 0);
  }

  Dcm head(int tag, String vr, long length) {
    tag(tag);
    if (!explicit) {
      return bytes(number(length, 4));
    }
    out.writeBytes(vr.getBytes(StandardCharsets.ISO_8859_1));
    return LONG_FORM.contains(vr)
        ? bytes(new byte[2]).bytes(number(length, 4))
        : bytes(number(length, 2));
  }

  /** Tag and length of an item or delimiter. */
  Dcm mark(int tag, long length) {
    return tag(tag).bytes(number(length, 4));
  }

  Dcm bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private Dcm tag(int tag) {
    return bytes(number(tag >>> 16, 2)).bytes(number(tag & 0xFFFF, 2));
  }

  byte[] number(long value, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[big ? size - 1 - i : i] = (byte) (value >>> 8 * i);
    }
    return bytes;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** A PS3.10 file of this data set in its own transfer syntax. */
  byte[] file() {
    return file(
        explicit ? big ? "1.2.840.10008.1.2.2" : "1.2.840.10008.1.2.1" : "1.2.840.10008.1.2");
  }

  byte[] file(String transferSyntax) {
    return join(preambleAndMeta(transferSyntax), bytes());
  }

  byte[] deflatedFile() {
    return join(preambleAndMeta("1.2.840.10008.1.2.1.99"), deflate(bytes()));
  }

  static byte[] preambleAndMeta(String transferSyntax) {
    return join(new byte[128], "DICM".getBytes(StandardCharsets.US_ASCII), meta(transferSyntax));
  }

  static byte[] meta(String transferSyntax) {
    Dcm rest =
        explicit()
            .raw(0x00020001, "OB", new byte[] {0, 1})
            .text(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.2")
            .text(0x00020003, "UI", "1.2.3")
            .text(0x00020010, "UI", transferSyntax)
            .text(0x00020012, "UI", "1.2.4");
    return join(explicit().ul(0x00020000, rest.out.size()).bytes(), rest.bytes());
  }

  static byte[] deflate(byte[] bytes) {
    Deflater raw = new Deflater(9, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, raw)) {
      deflating.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      raw.end();
    }
    if (out.size() % 2 != 0) {
      out.write(0);
    }
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  // What is under test, called in short.

  static DicomStream open(byte[] bytes) {
    return open(bytes, Tag.RequestAttributesSequence);
  }

  static DicomStream open(byte[] bytes, int lastTag) {
    try {
      return DicomStream.open(
          new ByteArrayInputStream(bytes), Optional.empty(), lastTag, ReadLimits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] transfer(DicomStream stream, Patch patch) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      stream.transferTo(out, patch);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] patched(byte[] bytes, Patch patch) {
    return transfer(open(bytes), patch);
  }
}
