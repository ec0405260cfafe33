package org.radcanon.archive.remote;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InconclusiveException;
import org.radcanon.archive.Instance;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Unavailable;

/**
 * One request of the store transaction (PS3.18 10.5), sent while its instances arrive. Once the
 * connection has failed, or the archive has answered before the end, it takes nothing any more, and
 * every further instance gets the same outcome.
 */
final class StowRequest {

  /**
   * Without the optional parameter transfer-syntax: the part is a PS3.10 file that states it, and
   * Orthanc passes over parts whose type has a parameter, with status 200.
   */
  private static final String PART = "Content-Type: application/dicom\r\n\r\n";

  private final DicomWebClient client;
  private final StowAnswer classification;
  private final String boundary = "radcanon-" + UUID.randomUUID();
  private final Pipe body;
  private final CompletableFuture<HttpResponse<byte[]>> answer;
  private final List<Instance> instances = new ArrayList<>();

  private StowRequest(DicomWebClient client, StowAnswer classification) throws ArchiveException {
    this.client = client;
    this.classification = classification;
    this.body = new Pipe(client.limit());
    this.answer = client.begin(request());
    answer.whenComplete((response, failure) -> body.breakOff(early(failure)));
  }

  /**
   * @throws ArchiveException when there are no credentials to send
   */
  static StowRequest begin(DicomWebClient client, StowAnswer classification)
      throws ArchiveException {
    return new StowRequest(client, classification);
  }

  private HttpRequest request() throws ArchiveException {
    String type = "multipart/related; type=\"application/dicom\"; boundary=" + boundary;
    return client
        .request("studies")
        .setHeader("Content-Type", type)
        .setHeader("Accept", "application/dicom+json")
        .POST(body)
        .build();
  }

  private static ArchiveException early(Throwable failure) {
    return failure == null
        ? new ArchiveException(StowAnswer.EARLY)
        : DicomWebClient.failure(failure);
  }

  /**
   * Writes one instance.
   *
   * @throws IOException when the content fails; the request is broken off then, as what was sent of
   *     the instance cannot be taken back
   */
  void add(Instance instance, Content content) throws IOException {
    beginPart();
    try {
      content.writeTo(new Unclosing(body));
    } catch (ArchiveException e) {
      if (body.failure().isEmpty()) {
        abort();
        throw e;
      }
    } catch (IOException | RuntimeException | Error e) {
      abort();
      throw e;
    }
    instances.add(instance);
  }

  /** A content that comes too late meets the same failure at its first byte. */
  private void beginPart() {
    try {
      write("\r\n--" + boundary + "\r\n" + PART);
    } catch (ArchiveException e) {
      body.breakOff(e);
    }
  }

  void abort() {
    body.breakOff(new InconclusiveException("the request was broken off in a later instance"));
    answer.cancel(true);
  }

  /** Ends the request and waits for the archive's answer. */
  List<Outcome> finish() {
    try {
      end();
      HttpResponse<byte[]> response = DicomWebClient.await(answer, client.limit());
      return body.isOut()
          ? classification.outcomes(response, instances)
          : classification.early(response, instances);
    } catch (ArchiveException e) {
      abort();
      return all(e);
    }
  }

  /** A connection that was given up may have brought an answer before, or else says why. */
  private void end() throws ArchiveException {
    try {
      write("\r\n--" + boundary + "--\r\n");
      body.close();
    } catch (ArchiveException e) {
      if (!body.isAbandoned() && !answer.isDone()) {
        throw e;
      }
    }
  }

  /** The outcome of everything in a request that was broken off. */
  List<Outcome> aborted() {
    return all(
        body.failure().orElseGet(() -> new InconclusiveException("the request was broken off")));
  }

  private List<Outcome> all(ArchiveException cause) {
    return instances.stream().<Outcome>map(instance -> new Unavailable(cause)).toList();
  }

  private void write(String text) throws ArchiveException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    body.write(bytes, 0, bytes.length);
  }

  /** The body as a content sees it. */
  private static final class Unclosing extends FilterOutputStream {
    Unclosing(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {}
  }
}
