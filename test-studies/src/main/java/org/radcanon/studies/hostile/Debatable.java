package org.radcanon.studies.hostile;

import static org.radcanon.studies.hostile.Bytes.ascii;
import static org.radcanon.studies.hostile.Bytes.join;
import static org.radcanon.studies.hostile.Bytes.number;

import java.util.List;
import org.radcanon.studies.writer.Syntax;

/** Lies that a reader may see through. */
final class Debatable {

  private static final int META_GROUP_LENGTH = Bytes.PREFIX + 8;
  private static final int UNUSED = 0x0008_1033;

  private Debatable() {}

  static List<Input> inputs() {
    return List.of(
        metaGroupLength("4 GiB", Bytes.UNDEFINED),
        metaGroupLength("2 GiB", 0x7FFF_FFFF),
        metaGroupLength("nothing", 0),
        metaGroupLength("an odd number", 77),
        BrokenStructure.inHeader(
            "a VR of two digits", join(Bytes.tag(UNUSED), ascii("42"), new byte[2])),
        BrokenStructure.inHeader("a VR of zeros", join(Bytes.tag(UNUSED), new byte[4])),
        Mislabelled.labelled(Syntax.EXPLICIT, Syntax.IMPLICIT),
        Mislabelled.labelled(Syntax.IMPLICIT, Syntax.EXPLICIT),
        Mislabelled.labelled(Syntax.RLE, Syntax.IMPLICIT),
        Mislabelled.labelled(Syntax.RLE, Syntax.EXPLICIT));
  }

  private static Input metaGroupLength(String what, int length) {
    byte[] file = Bytes.file(Bytes.ct(), Syntax.EXPLICIT);
    return Input.of(
        "a meta group length of " + what,
        Bytes.replaced(file, META_GROUP_LENGTH, number(length, 4)));
  }
}
