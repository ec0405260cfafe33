package org.radcanon.dicom;

import java.util.Optional;

/** Where a value can be had that does not stand in the JSON (PS3.18 F.2.6). */
@FunctionalInterface
public interface BulkDataUri {

  /**
   * @param path tags and indexes of items (from 0) from the top to the element: {@code 7FE00010},
   *     {@code 00540100/0/00541010}
   * @param length bytes of the value; of all fragments together for encapsulated pixel data
   * @return none to leave the value out
   */
  Optional<String> of(String path, long length);
}
