package org.radcanon.dicom;

/** One data element of a {@link DataSet} (PS3.5 7.1): where it stands and what it is. */
public interface Element {

  /** The tag as {@code ggggeeee}, to be compared unsigned. */
  int tag();

  /**
   * The VR in the stream, or of the dictionary where the stream has none; UN where neither knows.
   */
  VR vr();

  /** Bytes of the value field; -1 for undefined length (PS3.5 7.1.1). */
  long length();
}
