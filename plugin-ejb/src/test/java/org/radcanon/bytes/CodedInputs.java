package org.radcanon.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Code;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.DicomWriter;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Encoding.Lengths;
import org.radcanon.studies.writer.Syntax;
import org.radcanon.studies.writer.Vr;

/** Instances that hold something already where enrichment writes, rightly and wrongly. */
final class CodedInputs {

  private static final int CODES = Attribute.PROCEDURE_CODE_SEQUENCE.tag();
  private static final int SIGNATURES = Attribute.CONTRIBUTING_EQUIPMENT_SEQUENCE.tag();
  private static final int ORIGINALS = Attribute.ORIGINAL_ATTRIBUTES_SEQUENCE.tag();

  private CodedInputs() {}

  /** Each in five encodings. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    contents()
        .forEach(
            (name, content) -> {
              for (Encoding encoding :
                  List.of(
                      Encoding.of(Syntax.EXPLICIT),
                      Encoding.of(Syntax.EXPLICIT).with(Lengths.UNDEFINED).withGroupLengths(),
                      Encoding.of(Syntax.IMPLICIT).with(Lengths.UNDEFINED_ITEMS),
                      Encoding.of(Syntax.BIG_ENDIAN)
                          .with(Lengths.UNDEFINED_SEQUENCES)
                          .withGroupLengths(),
                      Encoding.of(Syntax.DEFLATED))) {
                DicomObject object = content.apply(TinyStudies.ctChest().first().object());
                files.put(
                    "%s %s %s %s"
                        .formatted(
                            name,
                            encoding.syntax().label(),
                            encoding.lengths(),
                            encoding.groupLengths()),
                    DicomWriter.bytes(object, encoding));
              }
            });
    files.put("two procedure code sequences", doubled(CODES, ours()));
    files.put("two original attributes sequences", doubled(ORIGINALS, original(), other()));
    return files;
  }

  private static Map<String, UnaryOperator<DicomObject>> contents() {
    Map<String, UnaryOperator<DicomObject>> all = new LinkedHashMap<>();
    all.put("the code itself", ct -> ct.items(CODES, Vr.SQ, ours()));
    all.put("another code", ct -> ct.items(CODES, Vr.SQ, other()));
    all.put("the code behind another", ct -> ct.items(CODES, Vr.SQ, other(), ours()));
    all.put("the code in an unknown VR", ct -> ct.items(CODES, Vr.UN, ours()));
    all.put(
        "the code with an equivalent",
        ct -> ct.items(CODES, Vr.SQ, ours().items(Attribute.EQUIVALENT_CODE_SEQUENCE, other())));
    all.put("codes of no use", ct -> ct.items(CODES, Vr.SQ, DicomObject.create(), other()));
    all.put("a text for a code", ct -> ct.set(CODES, Vr.LO, "CT of the chest"));
    all.put(
        "everything that is written",
        ct ->
            ct.items(CODES, Vr.SQ, other())
                .items(SIGNATURES, Vr.SQ, signature())
                .items(ORIGINALS, Vr.SQ, original())
                .items(Attribute.CODING_SCHEME_IDENTIFICATION_SEQUENCE, scheme()));
    all.put(
        "empty sequences",
        ct -> ct.items(CODES, Vr.SQ, other()).items(SIGNATURES, Vr.SQ).items(ORIGINALS, Vr.SQ));
    all.put(
        "sequences of unknown VR",
        ct ->
            ct.items(CODES, Vr.UN, other())
                .items(SIGNATURES, Vr.UN, signature())
                .items(ORIGINALS, Vr.UN, original(), DicomObject.create()));
    all.put(
        "originals that are text",
        ct -> ct.items(CODES, Vr.SQ, other()).set(ORIGINALS, Vr.LO, "no sequence"));
    all.put(
        "originals that are bytes",
        ct -> ct.items(CODES, Vr.SQ, other()).bytes(ORIGINALS, Vr.OB, new byte[50_000]));
    all.put(
        "escapes to Kanji that never end",
        ct ->
            ct.verbatim(Attribute.SPECIFIC_CHARACTER_SET.tag(), Vr.CS, latin("\\ISO 2022 IR 87 "))
                .verbatim(Attribute.STUDY_DESCRIPTION.tag(), Vr.LO, latin("CT \u001b$BF,It"))
                .items(CODES, Vr.SQ, other().verbatim(0x0008_0104, Vr.LO, latin("\u001b$BF,It!"))));
    all.put(
        "neighbours of odd length",
        ct ->
            ct.verbatim(Attribute.STUDY_DESCRIPTION.tag(), Vr.LO, latin("odd"))
                .verbatim(0x0008_103E, Vr.LO, latin("oddly"))
                .verbatim(0x0018_1000, Vr.LO, latin("odd"))
                .items(CODES, Vr.SQ, other().verbatim(0x0008_0104, Vr.LO, latin("odd"))));
    all.put("no pixels", ct -> ct.bytes(Attribute.PIXEL_DATA.tag(), Vr.OW, new byte[0]));
    all.put(
        "much behind the pixels",
        ct ->
            ct.items(CODES, Vr.SQ, other())
                .set(0x7FE1_0010, Vr.LO, "BEHIND")
                .items(0x7FE1_1001, Vr.SQ, other(), DicomObject.create())
                .bytes(0xFFFC_FFFC, Vr.OB, new byte[1111 * 2]));
    return all;
  }

  /** Two elements of one tag, which DicomObject cannot hold: the second was another at first. */
  private static byte[] doubled(int tag, DicomObject... items) {
    int next = tag + 1;
    byte[] file =
        DicomWriter.bytes(
            TinyStudies.ctChest()
                .first()
                .object()
                .items(CODES, Vr.SQ, other())
                .items(tag, Vr.SQ, items)
                .items(next, Vr.SQ, items),
            Encoding.STANDARD);
    String latin = new String(file, ISO_8859_1);
    return latin.replace(mark(next), mark(tag)).getBytes(ISO_8859_1);
  }

  private static String mark(int tag) {
    return latin1(tag >>> 16) + latin1(tag & 0xFFFF) + "SQ";
  }

  private static String latin1(int number) {
    return "" + (char) (number & 0xFF) + (char) (number >>> 8);
  }

  private static DicomObject ours() {
    return new Code("RPID16", "RADLEX", "CT CHEST WO IVCON").item();
  }

  private static DicomObject other() {
    return new Code("CTTHN", "99RCTEST", "CT Thorax nativ").item();
  }

  private static DicomObject signature() {
    return DicomObject.create().set(0x0008_0070, Vr.LO, "Someone else");
  }

  private static DicomObject original() {
    return DicomObject.create().set(0x0400_0563, Vr.LO, "someone else");
  }

  private static DicomObject scheme() {
    return DicomObject.create().set(Attribute.CODING_SCHEME_DESIGNATOR, "99RCTEST");
  }

  private static byte[] latin(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
