package org.radcanon.studies.send;

import java.io.IOException;
import java.io.InputStream;
import org.radcanon.studies.Instance;
import org.radcanon.studies.writer.Encoding;

/**
 * One DICOM file to be sent, opened when its turn comes.
 *
 * @param name for messages: a file's path or a SOP Instance UID
 */
public record Part(String name, Source source) {

  /** Opens the bytes of a file in the form of PS3.10. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  static Part of(Instance instance, Encoding encoding) {
    return new Part(
        instance.sopInstanceUid(),
        () -> new java.io.ByteArrayInputStream(instance.bytes(encoding)));
  }

  static Part of(java.nio.file.Path file) {
    return new Part(
        file.toString(),
        () -> new java.io.BufferedInputStream(java.nio.file.Files.newInputStream(file), 1 << 16));
  }
}
