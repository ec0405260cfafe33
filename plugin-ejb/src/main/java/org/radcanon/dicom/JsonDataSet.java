package org.radcanon.dicom;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A data set in the DICOM JSON model (PS3.18 Annex F): tags upper case and ascending, empty
 * elements with {@code vr} only, person names as component groups, always UTF-8. Immutable.
 */
public interface JsonDataSet {

  /** The elements of a data set that the predicate wants (asked for top-level tags only). */
  static JsonDataSet of(DataSet dataSet, IntPredicate wanted) {
    return of(dataSet, wanted, (path, length) -> Optional.empty());
  }

  /**
   * The elements of a data set that the predicate wants (asked for top-level tags only). Values
   * that were not held ({@link DicomStream#readMetadata}) get the URI that the function gives them,
   * as BulkDataURI; without one they come without value. Group lengths and trailing padding are
   * left out.
   */
  static JsonDataSet of(DataSet dataSet, IntPredicate wanted, BulkDataUri bulkDataUri) {
    return JsonAttributes.of(dataSet, wanted, bulkDataUri);
  }

  static JsonDataSet empty() {
    return JsonAttributes.EMPTY;
  }

  /**
   * Reads one object of the model back: JSON as RFC 8259 has it and nothing else, keyed by tags,
   * each with a VR and at most one of Value, InlineBinary and BulkDataURI; 64 levels deep at most.
   *
   * @throws DicomException when it is not one
   */
  static JsonDataSet parse(String json) {
    return JsonAttributes.parse(json);
  }

  /**
   * Reads what a service answers with back: an array of such objects (PS3.18 F.2), or one alone.
   *
   * @throws DicomException when it is neither
   */
  static List<JsonDataSet> parseAll(String json) {
    return JsonAttributes.parseAll(json);
  }

  /**
   * The texts and numbers among an element's values, numbers as written; empty when absent or
   * without value.
   */
  List<String> strings(int tag);

  /** The items of a sequence; empty when absent or without item. */
  List<JsonDataSet> items(int tag);

  /**
   * This data set with an element set; values are strings, numbers, or {@link JsonDataSet}s, as the
   * VR wants them; null stands for an empty one among several. Person names are given as PS3.5
   * writes them ({@code Alphabetic=Ideographic=Phonetic}).
   *
   * @throws IllegalArgumentException when a value is none of its VR
   */
  JsonDataSet with(int tag, VR vr, Object... values);

  /** This data set with all elements of another laid over it. */
  JsonDataSet with(JsonDataSet other);

  /** The elements that the predicate wants. */
  JsonDataSet only(IntPredicate wanted);

  boolean isEmpty();

  String toJson();

  void writeTo(Appendable out) throws IOException;
}
