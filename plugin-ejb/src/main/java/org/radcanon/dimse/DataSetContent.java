package org.radcanon.dimse;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the data set of an instance while it is sent. */
@FunctionalInterface
public interface DataSetContent {

  /**
   * Writes the data set: no preamble, no file meta information ({@link
   * org.radcanon.dicom.DataSetOutput} drops them), in the transfer syntax that was announced.
   *
   * @param out throws {@link AssociationException} when the association fails; closing and flushing
   *     it does nothing
   * @throws IOException when the source fails: the association is aborted then, since a C-STORE
   *     once begun cannot be taken back
   */
  void writeTo(OutputStream out) throws IOException;
}
