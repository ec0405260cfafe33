package org.radcanon.dimse;

import java.io.IOException;
import java.io.InputStream;

/**
 * What takes the instances that C-STORE brings (PS3.4 Annex B). Called by many associations at
 * once.
 */
@FunctionalInterface
public interface StorageService {

  /**
   * Takes one instance.
   *
   * @param dataSet its bytes while they arrive; what is left unread is thrown away by the caller
   * @return the status to answer with (PS3.4 Table B.2-1)
   * @throws IOException only when {@code dataSet} itself failed; the association is lost then
   */
  Status store(Request request, InputStream dataSet) throws IOException;

  /**
   * @param sopClass Affected SOP Class UID (0000,0002)
   * @param sopInstance Affected SOP Instance UID (0000,1000)
   * @param transferSyntax of the presentation context
   * @param calling AE title of the sender
   */
  record Request(
      String sopClass,
      String sopInstance,
      String transferSyntax,
      AeTitle calling,
      AeTitle called) {}
}
