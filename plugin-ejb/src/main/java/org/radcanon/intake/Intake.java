package org.radcanon.intake;

import java.io.InputStream;
import java.util.Optional;
import org.radcanon.dicom.TransferSyntax;

/** Takes one instance from a door and says what became of it. */
public interface Intake {

  /**
   * Walks the line with one instance. Never throws for what the instance is or for an archive that
   * fails: both come as {@link StoreResult.Failed}. Reads {@code content} to its end when it can.
   */
  StoreResult store(Incoming incoming);

  /**
   * @param content the instance, as a PS3.10 file or a bare data set
   * @param transferSyntax where the door knows it
   * @param expectedStudy the study that the door was asked to store into (PS3.18 10.5.1)
   * @param caller who sent it, for the site map: the calling AE title where there is one
   */
  record Incoming(
      InputStream content,
      Optional<TransferSyntax> transferSyntax,
      Optional<String> expectedStudy,
      Optional<String> caller) {}
}
