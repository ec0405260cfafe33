package org.radcanon.studies.writer;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.Deflater;
import org.radcanon.studies.writer.DicomObject.Element;

/**
 * Encodes data sets and files.
 *
 * <pre>
 * file     = [128 bytes "DICM"] [meta] dataset [zeros]      PS3.10 7.1
 * dataset  = { [group length] element }                     PS3.5 7
 * element  = tag vr length16 value | tag vr 00 00 length32 value | tag length32 value
 * sequence = { item } [FFFE,E0DD 0]                         PS3.5 7.5
 * item     = FFFE,E000 length dataset [FFFE,E00D 0]
 * </pre>
 */
public final class DicomWriter {

  /** Our writer's own, made from a random UUID (PS3.5 B.2). */
  public static final String IMPLEMENTATION_CLASS_UID =
      "2.25.118347210046937714915498360272104821739";

  private static final int ITEM = 0xFFFE_E000;
  private static final int ITEM_DELIMITATION = 0xFFFE_E00D;
  private static final int SEQUENCE_DELIMITATION = 0xFFFE_E0DD;
  private static final int UNDEFINED = 0xFFFF_FFFF;
  private static final int LONGEST_SHORT_FORM = 0xFFFF;

  private final Encoding encoding;

  private DicomWriter(Encoding encoding) {
    this.encoding = encoding;
  }

  /**
   * The bytes of one instance. Native pixel data is compressed when the transfer syntax demands it.
   */
  public static byte[] bytes(DicomObject object, Encoding encoding) {
    Syntax syntax = encoding.syntax();
    DicomObject pixels = syntax.encapsulated() ? Encapsulation.apply(object, syntax) : object;
    byte[] dataSet = new DicomWriter(encoding).dataSet(pixels, CharacterSet.ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream(dataSet.length + 1024);
    if (encoding.form() == Encoding.Form.PART_10) {
      out.writeBytes(new byte[128]);
      out.writeBytes(new byte[] {'D', 'I', 'C', 'M'});
    }
    if (encoding.form() != Encoding.Form.BARE) {
      out.writeBytes(meta(object, syntax));
    }
    out.writeBytes(syntax.deflated() ? deflate(dataSet) : dataSet);
    out.writeBytes(new byte[encoding.trailingZeros()]);
    return out.toByteArray();
  }

  /** File meta information: explicit VR little endian and with group length, whatever follows. */
  private static byte[] meta(DicomObject object, Syntax syntax) {
    DicomObject meta =
        DicomObject.create()
            .bytes(Attribute.FILE_META_INFORMATION_VERSION.tag(), Vr.OB, new byte[] {0, 1})
            .set(Attribute.TRANSFER_SYNTAX_UID, syntax.uid())
            .set(Attribute.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_CLASS_UID)
            .set(Attribute.IMPLEMENTATION_VERSION_NAME, "RADCANON_STUDIES");
    object
        .text(Attribute.SOP_CLASS_UID)
        .ifPresent(uid -> meta.set(Attribute.MEDIA_STORAGE_SOP_CLASS_UID, uid));
    object
        .text(Attribute.SOP_INSTANCE_UID)
        .ifPresent(uid -> meta.set(Attribute.MEDIA_STORAGE_SOP_INSTANCE_UID, uid));
    return new DicomWriter(Encoding.STANDARD.withGroupLengths()).dataSet(meta, CharacterSet.ASCII);
  }

  private byte[] dataSet(DicomObject object, CharacterSet inherited) {
    CharacterSet set =
        object
            .text(Attribute.SPECIFIC_CHARACTER_SET)
            .map(terms -> CharacterSet.of(List.of(terms.split("\\\\", -1))))
            .orElse(inherited);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    object
        .groups()
        .forEach(
            (group, elements) -> {
              ByteArrayOutputStream content = new ByteArrayOutputStream();
              elements.forEach(element -> write(element, set, content));
              if (encoding.groupLengths()) {
                header(group << 16, Vr.UL, 4, out);
                number(content.size(), 4, out);
              }
              out.writeBytes(content.toByteArray());
            });
    return out.toByteArray();
  }

  private void write(Element element, CharacterSet set, ByteArrayOutputStream out) {
    Vr vr = element.vr();
    if (element.value() instanceof Value.Items sequence) {
      sequence(element.tag(), vr, sequence.items(), set, out);
    } else if (element.value() instanceof Value.Fragments encapsulated) {
      fragments(element.tag(), encapsulated.fragments(), out);
    } else {
      byte[] content = content(vr, element.value(), set);
      header(element.tag(), vr, content.length, out);
      out.writeBytes(content);
    }
  }

  private byte[] content(Vr vr, Value value, CharacterSet set) {
    if (value instanceof Value.Verbatim verbatim) {
      return verbatim.bytes();
    }
    if (value instanceof Value.Binary binary) {
      return even(ordered(binary.littleEndian(), vr), vr);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> texts = ((Value.Text) value).values();
    for (int i = 0; i < texts.size(); i++) {
      out.writeBytes(i == 0 ? new byte[0] : new byte[] {'\\'});
      CharacterSet own = vr.characterSetDependent() ? set : CharacterSet.ASCII;
      out.writeBytes(own.encode(texts.get(i)));
    }
    return even(out.toByteArray(), vr);
  }

  private void sequence(
      int tag, Vr vr, List<DicomObject> items, CharacterSet set, ByteArrayOutputStream out) {
    // A sequence hidden in UN is implicit VR little endian and has no length (PS3.5 6.2.2).
    boolean hidden = vr == Vr.UN;
    DicomWriter inner = hidden ? new DicomWriter(encoding.with(Syntax.IMPLICIT)) : this;
    boolean defined = encoding.lengths().sequencesDefined() && !hidden;
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    items.forEach(item -> inner.item(inner.dataSet(item, set), content));
    header(tag, vr, defined ? content.size() : UNDEFINED, out);
    out.writeBytes(content.toByteArray());
    if (!defined) {
      inner.delimiter(SEQUENCE_DELIMITATION, 0, out);
    }
  }

  private void item(byte[] dataSet, ByteArrayOutputStream out) {
    boolean defined = encoding.lengths().itemsDefined();
    delimiter(ITEM, defined ? dataSet.length : UNDEFINED, out);
    out.writeBytes(dataSet);
    if (!defined) {
      delimiter(ITEM_DELIMITATION, 0, out);
    }
  }

  private void fragments(int tag, List<byte[]> fragments, ByteArrayOutputStream out) {
    header(tag, Vr.OB, UNDEFINED, out);
    for (byte[] fragment : fragments) {
      byte[] content = even(fragment, Vr.OB);
      delimiter(ITEM, content.length, out);
      out.writeBytes(content);
    }
    delimiter(SEQUENCE_DELIMITATION, 0, out);
  }

  private void header(int tag, Vr vr, int length, ByteArrayOutputStream out) {
    tag(tag, out);
    if (!encoding.syntax().explicitVr()) {
      number(length, 4, out);
      return;
    }
    // A value too long for its VR's 16-bit length is written as UN (PS3.5 6.2.2 note 5).
    Vr written = !vr.longForm() && length > LONGEST_SHORT_FORM ? Vr.UN : vr;
    out.write(written.name().charAt(0));
    out.write(written.name().charAt(1));
    if (written.longForm()) {
      number(0, 2, out);
      number(length, 4, out);
    } else {
      number(length, 2, out);
    }
  }

  private void delimiter(int tag, int length, ByteArrayOutputStream out) {
    tag(tag, out);
    number(length, 4, out);
  }

  private void tag(int tag, ByteArrayOutputStream out) {
    number(tag >>> 16, 2, out);
    number(tag & 0xFFFF, 2, out);
  }

  private void number(int value, int bytes, ByteArrayOutputStream out) {
    for (int i = 0; i < bytes; i++) {
      int shift = encoding.syntax().bigEndian() ? 8 * (bytes - 1 - i) : 8 * i;
      out.write(value >>> shift);
    }
  }

  private byte[] ordered(byte[] littleEndian, Vr vr) {
    int word = vr.wordBytes();
    if (!encoding.syntax().bigEndian() || word == 1) {
      return littleEndian;
    }
    byte[] swapped = new byte[littleEndian.length];
    for (int i = 0; i < swapped.length; i++) {
      swapped[i] = littleEndian[i - i % word + (word - 1 - i % word)];
    }
    return swapped;
  }

  private static byte[] even(byte[] content, Vr vr) {
    if (content.length % 2 == 0) {
      return content;
    }
    byte[] padded = java.util.Arrays.copyOf(content, content.length + 1);
    padded[content.length] = (byte) vr.padding();
    return padded;
  }

  /** One raw deflate stream (PS3.5 A.5), padded to an even length as its note asks. */
  static byte[] deflate(byte[] dataSet) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(dataSet);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return even(out.toByteArray(), Vr.OB);
    } finally {
      deflater.end();
    }
  }
}
