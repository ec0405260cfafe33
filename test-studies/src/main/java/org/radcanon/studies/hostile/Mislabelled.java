package org.radcanon.studies.hostile;

import static org.radcanon.studies.hostile.Bytes.dataSet;
import static org.radcanon.studies.hostile.Bytes.join;

import java.util.List;
import org.radcanon.studies.writer.Syntax;

/** File meta information of one transfer syntax before a data set in another. */
final class Mislabelled {

  private Mislabelled() {}

  static List<Input> inputs() {
    return List.of(
        labelled(Syntax.EXPLICIT, Syntax.BIG_ENDIAN),
        labelled(Syntax.EXPLICIT, Syntax.DEFLATED),
        labelled(Syntax.BIG_ENDIAN, Syntax.EXPLICIT),
        labelled(Syntax.BIG_ENDIAN, Syntax.IMPLICIT),
        labelled(Syntax.DEFLATED, Syntax.EXPLICIT),
        labelled(Syntax.DEFLATED, Syntax.IMPLICIT),
        labelled(Syntax.IMPLICIT, Syntax.DEFLATED));
  }

  static Input labelled(Syntax label, Syntax content) {
    return Input.of(
        content.label() + " labelled as " + label.label(),
        join(Bytes.meta(label), dataSet(Bytes.ct(), content)));
  }
}
