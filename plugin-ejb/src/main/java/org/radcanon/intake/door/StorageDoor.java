package org.radcanon.intake.door;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.dimse.Status;
import org.radcanon.dimse.StorageService;
import org.radcanon.intake.Intake;
import org.radcanon.intake.Intake.Announced;
import org.radcanon.intake.Intake.Incoming;
import org.radcanon.intake.StoreResult;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.Stored;

/** C-STORE (PS3.4 B.2): hands what an association brings to intake, and says what became of it. */
public final class StorageDoor implements StorageService {
  private final Intake intake;

  public StorageDoor(Intake intake) {
    this.intake = intake;
  }

  @Override
  public Status store(Request request, InputStream dataSet) throws IOException {
    Watched watched = new Watched(dataSet);
    StoreResult result =
        intake.store(
            new Incoming(
                watched,
                Optional.of(TransferSyntax.of(request.transferSyntax())),
                Optional.empty(),
                Optional.of(new Announced(request.sopClass(), request.sopInstance())),
                Optional.of(request.calling().value())));
    if (watched.failure != null) {
      throw watched.failure;
    }
    return status(result);
  }

  /** PS3.4 Table B.2-1; what the archive answered is passed on as it is. */
  private static Status status(StoreResult result) {
    if (result instanceof Failed failed) {
      return Status.of(failed.status(), failed.comment());
    }
    Stored stored = (Stored) result;
    if (stored.coerced()) {
      return Status.of(StoreResult.COERCED, "stored with changed data elements");
    }
    return stored.warning().isPresent()
        ? new Status(stored.warning().getAsInt(), Optional.empty())
        : Status.SUCCESS;
  }

  /** Remembers that the association failed, which intake tells as a failure of the instance. */
  private static final class Watched extends FilterInputStream {
    private IOException failure;

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    /** The association goes on. */
    @Override
    public void close() {}
  }
}
