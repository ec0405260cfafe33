package org.radcanon.studies.hostile;

import static org.radcanon.studies.hostile.Bytes.UNDEFINED;
import static org.radcanon.studies.hostile.Bytes.ascii;
import static org.radcanon.studies.hostile.Bytes.find;
import static org.radcanon.studies.hostile.Bytes.header;
import static org.radcanon.studies.hostile.Bytes.inserted;
import static org.radcanon.studies.hostile.Bytes.join;
import static org.radcanon.studies.hostile.Bytes.number;
import static org.radcanon.studies.hostile.Bytes.plainHeader;
import static org.radcanon.studies.hostile.Bytes.replaced;

import java.util.List;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Syntax;

/** Lengths that are not true. The elements stand before Study Instance UID, where all must read. */
final class LyingLengths {

  private static final int PRIVATE_TEXT = 0x0009_1010;
  private static final int ITEM = 0xFFFE_E000;
  private static final int SEQUENCE = Attribute.PROCEDURE_CODE_SEQUENCE.tag();

  private LyingLengths() {}

  static List<Input> inputs() {
    byte[] file = Bytes.file(Bytes.ct(), Syntax.EXPLICIT);
    byte[] implicit = Bytes.file(Bytes.ct(), Syntax.IMPLICIT);
    int pixelLength = find(file, Attribute.PIXEL_DATA.tag(), 0) + 8;
    return List.of(
        element("2 GiB of text announced", header(PRIVATE_TEXT, "UT", 0x7FFF_FFFE)),
        element("4 GiB of bytes announced", header(PRIVATE_TEXT, "OB", 0xFFFF_FFFE)),
        element("text of undefined length", header(PRIVATE_TEXT, "UT", UNDEFINED)),
        element("a 16-bit length past the end", header(PRIVATE_TEXT, "LO", 0xFFFF)),
        element(
            "an item longer than its sequence",
            join(header(SEQUENCE, "SQ", 16), plainHeader(ITEM, 1000), new byte[8])),
        element(
            "an item of 4 GiB",
            join(header(SEQUENCE, "SQ", UNDEFINED), plainHeader(ITEM, 0xFFFF_FFFE))),
        element(
            "a sequence that ends within an item's header",
            join(header(SEQUENCE, "SQ", 4), plainHeader(ITEM, 0))),
        element(
            "an element longer than its item",
            join(
                header(SEQUENCE, "SQ", 20),
                plainHeader(ITEM, 12),
                header(Attribute.CODE_VALUE.tag(), "SH", 500),
                ascii("RPID"))),
        Input.of(
            "an implicit element past the end",
            inserted(
                implicit,
                find(implicit, Attribute.PATIENT_NAME.tag(), 0),
                plainHeader(PRIVATE_TEXT, 0x7FFF_FFF0))),
        Input.of("pixels of 4 GiB announced", replaced(file, pixelLength, number(0xFFFF_FFFE, 4))),
        Input.of(
            "more pixels announced than there are", replaced(file, pixelLength, number(514, 4))),
        Input.of(
            "fewer pixels announced than there are", replaced(file, pixelLength, number(500, 4))));
  }

  private static Input element(String name, byte[] element) {
    byte[] file = Bytes.file(Bytes.ct(), Syntax.EXPLICIT);
    int at =
        element[0] == 8
            ? find(file, Attribute.SERIES_DESCRIPTION.tag(), Bytes.metaEnd(file))
            : find(file, Attribute.PATIENT_NAME.tag(), Bytes.metaEnd(file));
    return Input.of(name, inserted(file, at, element));
  }
}
