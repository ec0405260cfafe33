package org.radcanon.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;

/** A STOW-RS client of a few lines (PS3.18 10.5): multipart/related out, DICOM JSON in. */
final class Stow {

  private static final String BOUNDARY = "a-boundary-that-no-pixel-has";

  private Stow() {}

  /** Stores all instances of a study; all must be taken. */
  static Study store(Study study) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(study.instances().stream().map(Instance::bytes).toList(), "dicomweb/studies");
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
    return study;
  }

  /** Sends these as instances, whatever they are. */
  static HttpResponse<String> send(List<byte[]> instances, String door)
      throws IOException, InterruptedException {
    return RadcanonServer.send(
        HttpRequest.newBuilder(RadcanonServer.door(door))
            .header(
                "Content-Type",
                "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
            .header("Accept", "application/dicom+json")
            .POST(multipart(instances))
            .build());
  }

  private static BodyPublisher multipart(List<byte[]> instances) {
    byte[] head =
        ("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n").getBytes(US_ASCII);
    byte[] lineEnd = "\r\n".getBytes(US_ASCII);
    byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(US_ASCII);
    Stream<byte[]> parts = instances.stream().flatMap(bytes -> Stream.of(head, bytes, lineEnd));
    return BodyPublishers.ofByteArrays(Stream.concat(parts, Stream.of(end)).toList());
  }
}
