package org.radcanon.studies.hostile;

import static org.radcanon.studies.hostile.Bytes.PREFIX;
import static org.radcanon.studies.hostile.Bytes.find;

import java.util.Arrays;
import java.util.List;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Syntax;

/** Cut off; every cut is within an element or before a needed UID, so that it can be noticed. */
final class Truncated {

  private Truncated() {}

  static List<Input> inputs() {
    byte[] file = Bytes.file(Bytes.ct(), Syntax.EXPLICIT);
    int meta = Bytes.metaEnd(file);
    int study = find(file, Attribute.STUDY_INSTANCE_UID.tag(), meta);
    int pixels = find(file, Attribute.PIXEL_DATA.tag(), meta);
    byte[] implicit = Bytes.file(Bytes.ct(), Syntax.IMPLICIT);
    byte[] bigEndian = Bytes.file(Bytes.ct(), Syntax.BIG_ENDIAN);
    byte[] deflated = Bytes.file(Bytes.ct(), Syntax.DEFLATED);
    byte[] rle = Bytes.file(Bytes.ct(), Syntax.RLE);
    byte[] nested =
        TinyStudies.codedInRequest()
            .first()
            .bytes(Encoding.STANDARD.with(Encoding.Lengths.UNDEFINED));
    int request = find(nested, Attribute.REQUEST_ATTRIBUTES_SEQUENCE.tag(), meta);
    int code = find(nested, Attribute.CODE_VALUE.tag(), request);
    return List.of(
        cut("in the preamble", file, 64),
        cut("in the prefix", file, PREFIX - 2),
        cut("in the meta group length", file, PREFIX + 9),
        cut("in the file meta information", file, (PREFIX + meta) / 2),
        cut("before the data set", file, meta),
        cut("in the first tag", file, meta + 2),
        cut("in a VR", file, meta + 5),
        cut("in a length", file, meta + 7),
        cut("in a value", file, meta + 12),
        cut("before Study Instance UID", file, study),
        cut("in Study Instance UID", file, study + 20),
        cut("in the header of Pixel Data", file, pixels + 6),
        cut("before the pixels", file, pixels + 12),
        cut("in the pixels", file, file.length - 100),
        cut("one byte before the end", file, file.length - 1),
        cut("in implicit VR", implicit, implicit.length - 100),
        cut("in big endian", bigEndian, bigEndian.length - 100),
        cut("in the deflate stream", deflated, meta + (deflated.length - meta) / 2),
        cut("in the last bytes of the deflate stream", deflated, deflated.length - 4),
        cut("in a fragment", rle, rle.length - 60),
        cut("before the last sequence delimiter", rle, rle.length - 8),
        cut("in a nested code", nested, code + 10),
        cut("in the last sequence", nested, request + 20));
  }

  private static Input cut(String where, byte[] file, int length) {
    return Input.of("cut " + where, Arrays.copyOf(file, length));
  }
}
