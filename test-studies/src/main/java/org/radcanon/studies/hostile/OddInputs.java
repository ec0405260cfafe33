package org.radcanon.studies.hostile;

import static org.radcanon.studies.hostile.Bytes.ascii;
import static org.radcanon.studies.hostile.Bytes.join;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.CharacterSet;
import org.radcanon.studies.writer.Code;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.DicomWriter;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Syntax;
import org.radcanon.studies.writer.Vr;

/**
 * What must be taken: every freedom of PS3.5 and PS3.10, and the sins that every archive forgives.
 * Each is the CT of {@link TinyStudies#ctChest()}, or another study where the name says so.
 */
public final class OddInputs {

  private static final String CREATOR = "RADCANON ODDITIES";

  private OddInputs() {}

  /** All of the below. */
  public static List<Input> all() {
    List<Input> all = new ArrayList<>(encodings());
    all.addAll(lawful());
    all.addAll(forgivable());
    return all;
  }

  /** Every transfer syntax, with each way to end sequences, with and without group lengths. */
  public static List<Input> encodings() {
    List<Input> inputs = new ArrayList<>();
    DicomObject object = crowded();
    for (Syntax syntax : Syntax.values()) {
      for (Encoding.Lengths lengths : Encoding.Lengths.values()) {
        Encoding encoding = Encoding.of(syntax).with(lengths);
        String name = syntax.label() + ", " + lengths;
        inputs.add(Input.of(name, DicomWriter.bytes(object, encoding)));
        inputs.add(
            Input.of(
                name + ", group lengths", DicomWriter.bytes(object, encoding.withGroupLengths())));
      }
    }
    return inputs;
  }

  /** Rare and right. */
  public static List<Input> lawful() {
    DicomObject ct = Bytes.ct();
    return List.of(
        file("trailing padding", Bytes.ct().bytes(0xFFFC_FFFC, Vr.OB, new byte[300])),
        file(
            "an empty Procedure Code Sequence",
            Bytes.ct().empty(Attribute.PROCEDURE_CODE_SEQUENCE)),
        file(
            "an empty item in Procedure Code Sequence",
            Bytes.ct().items(Attribute.PROCEDURE_CODE_SEQUENCE, DicomObject.create())),
        file(
            "two codes in Procedure Code Sequence",
            Bytes.ct()
                .items(
                    Attribute.PROCEDURE_CODE_SEQUENCE,
                    new Code("A", "99RCTEST", "one").item(),
                    new Code("B", "99RCTEST", "other").item())),
        file(
            "a long code value",
            Bytes.ct()
                .items(
                    Attribute.PROCEDURE_CODE_SEQUENCE,
                    new Code("a-code-of-more-than-16-characters", "99RCTEST", "long").item())),
        file(
            "an item with a character set of its own",
            Bytes.ct()
                .items(
                    Attribute.REQUEST_ATTRIBUTES_SEQUENCE,
                    DicomObject.create()
                        .characterSet(CharacterSet.UTF_8)
                        .set(Attribute.REQUESTED_PROCEDURE_DESCRIPTION, "胸部"))),
        file("a value too long for its VR", Bytes.ct().set(0x0008_1080, Vr.LO, "x".repeat(70_000))),
        file("a megabyte in a private element", privateBytes(1 << 20)),
        file("an element of group 0009 right after group 0008", privateBytes(2)),
        file("no group beyond 0020 but the pixels", sparse()),
        Input.of("private elements in the file meta information", privateMeta()),
        Input.of("deflated and not padded", unpadded()),
        Input.of(
            "a report without pixels", TinyStudies.reportOnly().first().bytes(Syntax.IMPLICIT)),
        Input.of(
            "fragments without an offset table",
            Bytes.file(ct.fragments(List.of(new byte[0], new byte[100])), Syntax.RLE)),
        Input.of(
            "empty fragments",
            Bytes.file(
                Bytes.ct().fragments(List.of(new byte[0], new byte[0], new byte[2])),
                Syntax.JPEG_LOSSLESS)));
  }

  /** Wrong, and taken everywhere. */
  public static List<Input> forgivable() {
    byte[] file = Bytes.file(Bytes.ct(), Syntax.EXPLICIT);
    return List.of(
        form("implicit VR without preamble", Syntax.IMPLICIT, Encoding.Form.META_ONLY),
        form("explicit VR without preamble", Syntax.EXPLICIT, Encoding.Form.META_ONLY),
        form("implicit VR without file meta information", Syntax.IMPLICIT, Encoding.Form.BARE),
        form("explicit VR without file meta information", Syntax.EXPLICIT, Encoding.Form.BARE),
        form("big endian without file meta information", Syntax.BIG_ENDIAN, Encoding.Form.BARE),
        Input.of("no meta group length", Bytes.without(file, Bytes.PREFIX, Bytes.PREFIX + 12)),
        Input.of(
            "zeros after the data set",
            DicomWriter.bytes(Bytes.ct(), Encoding.STANDARD.withTrailingZeros(1000))),
        file(
            "a description of odd length",
            Bytes.ct().verbatim(0x0008_1030, Vr.LO, ascii("CT Chest wo IV Contrast"))),
        file(
            "a UID padded by a blank",
            Bytes.ct().verbatim(Attribute.STUDY_INSTANCE_UID.tag(), Vr.UI, ascii("2.25.1234 "))),
        file(
            "a description padded by NUL",
            Bytes.ct().verbatim(0x0008_1030, Vr.LO, ascii("CT Chest wo IV Contrast\0"))),
        file(
            "a description with bytes outside its character set",
            Bytes.ct().verbatim(0x0008_1030, Vr.LO, ascii("CT Sch\u00e4del "))),
        file(
            "an unknown character set",
            Bytes.ct().verbatim(Attribute.SPECIFIC_CHARACTER_SET.tag(), Vr.CS, ascii("ISO_IR 9"))),
        file(
            "private elements without a creator",
            Bytes.ct().set(0x0009_1001, Vr.LO, "whose?").set(0x0029_0001, Vr.LO, "mine")));
  }

  /** A CT with all that makes a header long: codes, private groups, nesting, unknown sequences. */
  public static DicomObject crowded() {
    DicomObject nested =
        DicomObject.create()
            .items(
                Attribute.PROCEDURE_CODE_SEQUENCE, new Code("X", "99RCTEST", "deep inside").item())
            .privateText(0x0009, CREATOR, 0x01, Vr.LO, "in an item");
    return Bytes.ct()
        .items(
            Attribute.REQUEST_ATTRIBUTES_SEQUENCE,
            new Code("Y", "99RCTEST", "not a request, but an item").item(),
            nested,
            DicomObject.create())
        .empty(Attribute.REFERENCED_STUDY_SEQUENCE)
        .privateText(0x0009, CREATOR, 0x01, Vr.LO, "private")
        .privateText(0x0009, "ANOTHER CREATOR", 0x01, Vr.UT, "more", "private")
        .privateItems(0x0009, CREATOR, 0x02, nested, nested)
        .items(0x0009_1003, Vr.UN, nested, DicomObject.create())
        .set(0x0009_1004, Vr.FD, Math.PI, -0.0)
        .set(0x0009_1005, Vr.AT, 0x0008_1032)
        .privateBytes(0x0029, CREATOR, 0x10, Vr.OB, new byte[333])
        .privateBytes(0x0029, CREATOR, 0x11, Vr.UN, ascii("no one knows"))
        .privateText(0x7FE1, CREATOR, 0x01, Vr.LO, "after the pixels");
  }

  private static DicomObject privateBytes(int count) {
    return Bytes.ct().privateBytes(0x0009, CREATOR, 0x01, Vr.OB, new byte[count]);
  }

  private static DicomObject sparse() {
    DicomObject ct = Bytes.ct();
    DicomObject sparse = DicomObject.create();
    for (Attribute kept :
        List.of(
            Attribute.SOP_CLASS_UID,
            Attribute.SOP_INSTANCE_UID,
            Attribute.STUDY_INSTANCE_UID,
            Attribute.SERIES_INSTANCE_UID)) {
      sparse.set(kept, ct.text(kept).orElseThrow());
    }
    return sparse.bytes(Attribute.PIXEL_DATA.tag(), Vr.OW, new byte[512]);
  }

  /** With its group length made right. */
  private static byte[] privateMeta() {
    byte[] file = Bytes.file(Bytes.ct(), Syntax.EXPLICIT);
    int end = Bytes.metaEnd(file);
    byte[] more =
        join(
            Bytes.header(0x0002_0100, "UI", 6),
            ascii("1.2.3\0"),
            Bytes.header(0x0002_0102, "OB", 4),
            new byte[4]);
    int length = end - Bytes.PREFIX - 12 + more.length;
    byte[] longer = Bytes.inserted(file, end, more);
    return Bytes.replaced(longer, Bytes.PREFIX + 8, Bytes.number(length, 4));
  }

  /** An odd number of bytes of deflate, as PS3.5 A.5 forbade only later. */
  private static byte[] unpadded() {
    for (int extra = 1; ; extra++) {
      byte[] dataSet =
          Bytes.dataSet(
              Bytes.ct().set(Attribute.PATIENT_COMMENTS, "x".repeat(extra)), Syntax.EXPLICIT);
      byte[] deflated = Bombs.flushed(dataSet, Deflater.NO_FLUSH, true);
      if (deflated.length % 2 == 1) {
        return join(Bytes.meta(Syntax.DEFLATED), deflated);
      }
    }
  }

  private static Input file(String name, DicomObject object) {
    return Input.of(name, Bytes.file(object, Syntax.EXPLICIT));
  }

  private static Input form(String name, Syntax syntax, Encoding.Form form) {
    return Input.of(name, DicomWriter.bytes(Bytes.ct(), Encoding.of(syntax).with(form)));
  }
}
