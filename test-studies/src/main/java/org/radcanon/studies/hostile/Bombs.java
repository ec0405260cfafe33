package org.radcanon.studies.hostile;

import static org.radcanon.studies.hostile.Bytes.UNDEFINED;
import static org.radcanon.studies.hostile.Bytes.find;
import static org.radcanon.studies.hostile.Bytes.header;
import static org.radcanon.studies.hostile.Bytes.join;
import static org.radcanon.studies.hostile.Bytes.plainHeader;
import static org.radcanon.studies.hostile.Bytes.repeated;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Syntax;

/** What costs its sender little and a careless reader much. */
final class Bombs {

  private static final int ITEM = 0xFFFE_E000;
  private static final int PRIVATE = 0x0009_1010;
  private static final int DEPTH = 10_000;
  private static final int MIB = 1 << 20;
  private static final int HUGE = 0xFFF0_0000;
  private static final int HUGE_MIB = 0xFFF;

  private Bombs() {}

  static List<Input> inputs() {
    return List.of(
        deflated("4 GiB of zeros deflated before Study Instance UID", PRIVATE, "OB"),
        deflated("4 GiB of zeros deflated as Pixel Data", Attribute.PIXEL_DATA.tag(), "OW"),
        nested("10,000 nested items of undefined length", Syntax.EXPLICIT),
        nested("10,000 nested items of undefined length, implicit", Syntax.IMPLICIT),
        nestedInUnknown(),
        nestedDefined(),
        endless(
            "4 GiB of text before Study Instance UID",
            header(PRIVATE, "UT", HUGE),
            "A".repeat(MIB).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            HUGE_MIB),
        endless(
            "a hundred million empty items",
            header(Attribute.PROCEDURE_CODE_SEQUENCE.tag(), "SQ", UNDEFINED),
            repeatedItems(),
            1000),
        endless("a hundred million times the same element", new byte[0], sameElements(), 1000));
  }

  /**
   * Deflate blocks of a MiB of zeros each, cut at full flushes: none refers to what was before, so
   * that one compressed block stands for all.
   */
  private static Input deflated(String name, int tag, String vr) {
    byte[] dataSet = Bytes.dataSet(Bytes.ct(), Syntax.EXPLICIT);
    int at = find(dataSet, tag == PRIVATE ? Attribute.PATIENT_NAME.tag() : tag, 0);
    byte[] start = join(Arrays.copyOf(dataSet, at), header(tag, vr, HUGE));
    byte[] rest = tag == PRIVATE ? Arrays.copyOfRange(dataSet, at, dataSet.length) : new byte[0];
    byte[] head = join(Bytes.meta(Syntax.DEFLATED), flushed(start, Deflater.FULL_FLUSH, false));
    byte[] block = flushed(new byte[MIB], Deflater.FULL_FLUSH, false);
    byte[] tail = flushed(rest, Deflater.NO_FLUSH, true);
    return new Input(
        name,
        head.length + (long) block.length * HUGE_MIB + tail.length,
        () ->
            new SequenceInputStream(
                Collections.enumeration(
                    List.of(
                        new ByteArrayInputStream(head),
                        repeated(block, HUGE_MIB),
                        new ByteArrayInputStream(tail)))));
  }

  static byte[] flushed(byte[] content, int flush, boolean finish) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(content);
      if (finish) {
        deflater.finish();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[64 << 10];
      int count = deflater.deflate(buffer, 0, buffer.length, flush);
      while (count > 0) {
        out.write(buffer, 0, count);
        count = deflater.deflate(buffer, 0, buffer.length, flush);
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static Input nested(String name, Syntax syntax) {
    byte[] level =
        join(
            syntax.explicitVr()
                ? header(Attribute.PROCEDURE_CODE_SEQUENCE.tag(), "SQ", UNDEFINED)
                : plainHeader(Attribute.PROCEDURE_CODE_SEQUENCE.tag(), UNDEFINED),
            plainHeader(ITEM, UNDEFINED));
    byte[] end = join(plainHeader(0xFFFE_E00D, 0), plainHeader(0xFFFE_E0DD, 0));
    return inHeader(name, syntax, join(times(level, DEPTH), times(end, DEPTH)));
  }

  /** Hidden in an element of unknown VR, where an implicit data set begins (PS3.5 6.2.2). */
  private static Input nestedInUnknown() {
    byte[] level = join(plainHeader(PRIVATE, UNDEFINED), plainHeader(ITEM, UNDEFINED));
    byte[] end = join(plainHeader(0xFFFE_E00D, 0), plainHeader(0xFFFE_E0DD, 0));
    return inHeader(
        "10,000 nested items in UN",
        Syntax.EXPLICIT,
        join(
            header(0x0009_1011, "UN", UNDEFINED),
            plainHeader(ITEM, UNDEFINED),
            times(level, DEPTH),
            times(end, DEPTH),
            end));
  }

  /** From the outermost to the innermost: each holds 20 bytes of headers and the next. */
  private static Input nestedDefined() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int inside = DEPTH - 1; inside >= 0; inside--) {
      int item = 20 * inside;
      out.writeBytes(header(Attribute.PROCEDURE_CODE_SEQUENCE.tag(), "SQ", 8 + item));
      out.writeBytes(plainHeader(ITEM, item));
    }
    return inHeader("10,000 nested items of defined length", Syntax.EXPLICIT, out.toByteArray());
  }

  private static Input inHeader(String name, Syntax syntax, byte[] piece) {
    byte[] file = Bytes.file(Bytes.ct(), syntax);
    int at = placeFor(piece, file);
    return Input.of(name, Bytes.inserted(file, at, piece));
  }

  /** A header that goes on and on before the UIDs that are needed. */
  private static Input endless(String name, byte[] start, byte[] piece, int times) {
    byte[] file = Bytes.file(Bytes.ct(), Syntax.EXPLICIT);
    int at = placeFor(start.length == 0 ? piece : start, file);
    byte[] head = join(Arrays.copyOf(file, at), start);
    byte[] tail = Arrays.copyOfRange(file, at, file.length);
    return new Input(
        name,
        head.length + (long) piece.length * times + tail.length,
        () -> {
          List<InputStream> streams =
              List.of(
                  new ByteArrayInputStream(head),
                  repeated(piece, times),
                  new ByteArrayInputStream(tail));
          return new SequenceInputStream(Collections.enumeration(streams));
        });
  }

  /**
   * In the order of tags: of group 0008 after Study Description, of group 0009 after that group.
   */
  private static int placeFor(byte[] piece, byte[] file) {
    Attribute next = piece[0] == 8 ? Attribute.SERIES_DESCRIPTION : Attribute.PATIENT_NAME;
    return find(file, next.tag(), Bytes.metaEnd(file));
  }

  private static byte[] repeatedItems() {
    return times(plainHeader(ITEM, 0), 100_000);
  }

  private static byte[] sameElements() {
    return times(join(header(PRIVATE, "LO", 2), Bytes.ascii("A ")), 100_000);
  }

  private static byte[] times(byte[] piece, int count) {
    byte[] all = new byte[piece.length * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(piece, 0, all, i * piece.length, piece.length);
    }
    return all;
  }
}
