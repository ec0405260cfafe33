package org.radcanon.dimse;

import java.util.function.Predicate;
import org.radcanon.dicom.DataSet;

/** What answers Study Root C-FIND (PS3.4 C.4.1, C.6.2). Called by many associations at once. */
@FunctionalInterface
public interface FindService {

  /**
   * Answers one query.
   *
   * @param matches is given each match, as data set bytes of the request's transfer syntax; false
   *     means that the requester has cancelled and wants no more
   * @return the final status: 0000, FE00 after a cancellation, A700, A900 or Cxxx (PS3.4 Table
   *     C.4-1)
   */
  Status find(Request request, Predicate<Match> matches);

  /**
   * @param identifier the keys; Query/Retrieve Level (0008,0052) among them
   * @param transferSyntax of identifier and matches
   */
  record Request(DataSet identifier, String transferSyntax, AeTitle calling, AeTitle called) {}

  /**
   * @param dataSet encoded in the request's transfer syntax
   * @param allKeysSupported false makes the status FF01: one or more optional keys were not
   *     supported
   */
  record Match(byte[] dataSet, boolean allKeysSupported) {}
}
