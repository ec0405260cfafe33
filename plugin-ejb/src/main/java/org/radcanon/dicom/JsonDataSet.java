package org.radcanon.dicom;

import java.io.IOException;
import java.util.function.IntPredicate;

/**
 * A data set in the DICOM JSON model (PS3.18 Annex F): tags upper case and ascending, empty
 * elements with {@code vr} only, person names as component groups, always UTF-8. Immutable.
 */
public interface JsonDataSet {

  /** The elements of a data set that the predicate wants (asked for top-level tags only). */
  static JsonDataSet of(DataSet dataSet, IntPredicate wanted) {
    throw new IllegalStateException("not there yet");
  }

  static JsonDataSet empty() {
    throw new IllegalStateException("not there yet");
  }

  /**
   * Reads one object of the model back.
   *
   * @throws DicomException when it is not one
   */
  static JsonDataSet parse(String json) {
    throw new IllegalStateException("not there yet");
  }

  /** This data set with an element set; values are strings or numbers as the VR wants them. */
  JsonDataSet with(int tag, VR vr, Object... values);

  /** This data set with all elements of another laid over it. */
  JsonDataSet with(JsonDataSet other);

  /** The elements that the predicate wants. */
  JsonDataSet only(IntPredicate wanted);

  boolean isEmpty();

  String toJson();

  void writeTo(Appendable out) throws IOException;
}
