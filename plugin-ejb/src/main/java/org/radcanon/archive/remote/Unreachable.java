package org.radcanon.archive.remote;

import java.io.IOException;
import java.io.OutputStream;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Unavailable;

/**
 * Where a content writes to that cannot be sent. It is called all the same, and gets the reason at
 * its first byte: it may have another use for its bytes.
 */
final class Unreachable extends OutputStream {

  private final ArchiveException reason;

  private Unreachable(ArchiveException reason) {
    this.reason = reason;
  }

  static Outcome hand(Content content, ArchiveException reason) throws IOException {
    try {
      content.writeTo(new Unreachable(reason));
    } catch (ArchiveException e) {
      if (e != reason) {
        throw e;
      }
    }
    return new Unavailable(reason);
  }

  @Override
  public void write(int b) throws ArchiveException {
    throw reason;
  }
}
