package org.radcanon.studies.hostile;

import static org.radcanon.studies.hostile.Bytes.UNDEFINED;
import static org.radcanon.studies.hostile.Bytes.ascii;
import static org.radcanon.studies.hostile.Bytes.find;
import static org.radcanon.studies.hostile.Bytes.header;
import static org.radcanon.studies.hostile.Bytes.inserted;
import static org.radcanon.studies.hostile.Bytes.join;
import static org.radcanon.studies.hostile.Bytes.plainHeader;

import java.util.Arrays;
import java.util.List;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Syntax;

/** Structure that PS3.5 Chapter 7 does not know. */
final class BrokenStructure {

  private static final int ITEM = 0xFFFE_E000;
  private static final int ITEM_DELIMITATION = 0xFFFE_E00D;
  private static final int SEQUENCE_DELIMITATION = 0xFFFE_E0DD;
  private static final byte[] OPEN =
      header(Attribute.PROCEDURE_CODE_SEQUENCE.tag(), "SQ", UNDEFINED);

  private BrokenStructure() {}

  static List<Input> inputs() {
    return List.of(
        inHeader("a sequence that is never closed", OPEN),
        inHeader("an item that is never closed", join(OPEN, plainHeader(ITEM, UNDEFINED))),
        inHeader(
            "an item closed by a sequence's delimiter",
            join(OPEN, plainHeader(ITEM, UNDEFINED), plainHeader(SEQUENCE_DELIMITATION, 0))),
        inHeader(
            "an item's delimiter without an item",
            join(OPEN, plainHeader(ITEM_DELIMITATION, 0), plainHeader(SEQUENCE_DELIMITATION, 0))),
        inHeader("text where an item belongs", join(OPEN, ascii("RPID16 RADLEX CT Chest wo"))),
        inHeader("an item outside any sequence", plainHeader(ITEM, 0)),
        inHeader("an item's delimiter outside any item", plainHeader(ITEM_DELIMITATION, 0)),
        inHeader("a sequence's delimiter outside any", plainHeader(SEQUENCE_DELIMITATION, 0)),
        fragments("fragments that are never closed", new byte[0]),
        fragments("text among the fragments", ascii("This is no fragment.")),
        fragments("a fragment without an end", plainHeader(ITEM, UNDEFINED)));
  }

  /** After Study Description, in the order of tags. */
  static Input inHeader(String name, byte[] piece) {
    byte[] file = Bytes.file(Bytes.ct(), Syntax.EXPLICIT);
    int at = find(file, Attribute.SERIES_DESCRIPTION.tag(), Bytes.metaEnd(file));
    return Input.of(name, inserted(file, at, piece));
  }

  /** In place of the sequence delimiter that ends the file. */
  private static Input fragments(String name, byte[] piece) {
    byte[] file = Bytes.file(Bytes.ct(), Syntax.RLE);
    return Input.of(name, join(Arrays.copyOf(file, file.length - 8), piece));
  }
}
