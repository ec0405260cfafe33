package org.radcanon.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.radcanon.dicom.DicomException;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.Patch;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.fuzz.Target;

/** Whole associations against the real server over the loopback; each is to end by itself. */
public final class AssociationTarget implements Target {

  private static final int PATIENCE_MILLIS = 15_000;
  private static final int ASSOCIATE_AC = 2;

  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private DimseServer server;

  @Override
  public List<byte[]> seeds() {
    return Recorded.associations();
  }

  @Override
  public boolean takes(byte[] input) throws IOException {
    int first = answer(input);
    Throwable thrown = failure.getAndSet(null);
    if (thrown != null) {
      throw new AssertionError("the server threw " + thrown, thrown);
    }
    return first == ASSOCIATE_AC;
  }

  /** The first byte of the answer, or -1. */
  private int answer(byte[] input) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server().port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(input);
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      int first = in.read();
      in.transferTo(OutputStream.nullOutputStream());
      return first;
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the server neither answers nor closes", e);
    } catch (IOException aborted) {
      return -1;
    }
  }

  private synchronized DimseServer server() throws IOException {
    if (server == null) {
      server =
          DimseServer.open(
              new ServerSettings(
                  InetAddress.getLoopbackAddress(),
                  0,
                  Optional.empty(),
                  Set.of(new AeTitle("RADCANON")),
                  Set.of(),
                  64,
                  Loopback.SETTINGS,
                  StorageAcceptance.STANDARD),
              AssociationTarget::store,
              (request, matches) -> {
                request.identifier().elements();
                return Status.SUCCESS;
              },
              new Failures(),
              Executors.newCachedThreadPool(this::thread));
    }
    return server;
  }

  private static Status store(StorageService.Request request, InputStream dataSet)
      throws IOException {
    try {
      DicomStream.open(
              dataSet,
              Optional.of(TransferSyntax.of(request.transferSyntax())),
              Tag.RequestAttributesSequence,
              ReadLimits.DEFAULT)
          .transferTo(OutputStream.nullOutputStream(), Patch.none());
      return Status.SUCCESS;
    } catch (DicomException e) {
      return new Status(0xC000, Optional.of("refused"));
    }
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    return thread;
  }

  private final class Failures implements DimseEvents {
    @Override
    public void serviceFailed(RuntimeException thrown) {
      failure.set(thrown);
    }
  }
}
