package org.radcanon.dimse;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.radcanon.dimse.AssociationException.Ending;

/**
 * Where a content writes to: remembers that writing failed, in whatever way, even if the content
 * forgets; what follows would not be the data set.
 */
final class DataSetSink extends OutputStream {

  private final OutputStream message;
  private AssociationException failure;

  DataSetSink(OutputStream message) {
    this.message = message;
  }

  Optional<AssociationException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      message.write(bytes, offset, length);
    } catch (AssociationException e) {
      failure = e;
      throw e;
    } catch (IOException e) {
      failure = new AssociationException(Ending.CONNECTION, "the connection broke", e);
      throw failure;
    } catch (RuntimeException | Error e) {
      failure = new AssociationException(Ending.CLOSED, "a fault in writing", e);
      throw e;
    }
  }
}
