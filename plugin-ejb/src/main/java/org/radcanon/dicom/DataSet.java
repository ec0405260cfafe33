package org.radcanon.dicom;

import java.util.List;
import java.util.Optional;

/**
 * A data set, or a sequence item, as it stands in the stream: read-only, in stream order, values
 * decoded on demand with the Specific Character Set (0008,0005) in force (PS3.5 6.1).
 */
public interface DataSet {

  /** All elements read so far, in stream order. */
  List<Element> elements();

  /** The element with this tag, present also when its value is empty. */
  Optional<Element> element(int tag);

  /**
   * The values of a string, UID, date or number-as-text element: split at backslash where its VR
   * allows several, padding removed (PS3.5 6.2). Binary numbers come as decimal text. Empty when
   * absent or without value.
   */
  List<String> strings(int tag);

  /** The first of {@link #strings(int)} that is not empty. */
  default Optional<String> string(int tag) {
    return strings(tag).stream().filter(s -> !s.isEmpty()).findFirst();
  }

  /** The items of a sequence; empty when absent or without item. */
  List<DataSet> items(int tag);
}
