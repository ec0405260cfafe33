package org.radcanon.fuzz;

import java.util.List;

/** A reader that bytes of strangers reach. */
public interface Target {

  /** Good inputs, to be mutated. */
  List<byte[]> seeds();

  /**
   * Lets the reader have the input.
   *
   * @return whether it was taken; false where it was refused with an exception of the reader's own
   * @throws Exception anything else, which is a finding
   */
  boolean takes(byte[] input) throws Exception;
}
