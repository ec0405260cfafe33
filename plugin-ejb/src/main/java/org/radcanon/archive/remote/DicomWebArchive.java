package org.radcanon.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.radcanon.archive.Archive;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Passage;
import org.radcanon.dicom.DicomException;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;

/**
 * An archive that speaks DICOMweb: STOW-RS to store, WADO-RS to retrieve, QIDO-RS to ask what it
 * has. Safe for use by many threads.
 */
public final class DicomWebArchive implements Archive {

  private static final String JSON = "application/dicom+json";

  /** Multipart first: Orthanc reads the first type only, and has no other. */
  private static final String DICOM =
      "multipart/related; type=\"application/dicom\"; transfer-syntax=*, "
          + "application/dicom; transfer-syntax=*";

  private final DicomWebClient client;
  private final StowAnswer classification;
  private final CachedCheck check;

  public DicomWebArchive(DicomWebSettings settings, Clock clock) {
    this.client = new DicomWebClient(settings, clock);
    this.classification =
        new StowAnswer(this::holds, client.limit(), System::nanoTime, client::useless);
    this.check = new CachedCheck(this::askWhetherAvailable, clock);
  }

  @Override
  public Delivery begin() {
    return new StowDelivery(() -> StowRequest.begin(client, classification));
  }

  @Override
  public Optional<InputStream> retrieve(InstanceKey key) throws IOException {
    HttpResponse<InputStream> answer =
        client.open(
            client
                .request("%s/instances/%s".formatted(series(key), key.instance()))
                .setHeader("Accept", DICOM)
                .build());
    try {
      if (answer.statusCode() == 404) {
        answer.body().close();
        return Optional.empty();
      }
      return Optional.of(content(answer));
    } catch (IOException e) {
      answer.body().close();
      throw e;
    }
  }

  private InputStream content(HttpResponse<InputStream> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw client.useless(answer);
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String plain = type.toLowerCase(Locale.ROOT);
    if (plain.startsWith("application/dicom") && !plain.startsWith(JSON)) {
      return answer.body();
    }
    if (!plain.startsWith("multipart/related")) {
      throw new ArchiveException("the archive answered with something else than an instance");
    }
    String boundary =
        FirstPart.boundary(type)
            .orElseThrow(() -> new ArchiveException("the archive's answer states no boundary"));
    return FirstPart.of(answer.body(), boundary);
  }

  @Override
  public Optional<Passage> passage() {
    return Optional.of(new HttpPassage(client));
  }

  @Override
  public Optional<String> unavailable() {
    return check.result();
  }

  private Optional<String> askWhetherAvailable() {
    Duration limit = client.limit();
    Duration patience = limit.compareTo(CachedCheck.PATIENCE) < 0 ? limit : CachedCheck.PATIENCE;
    try {
      HttpResponse<byte[]> answer = client.get("studies?limit=1", JSON, patience);
      return isQueryAnswer(answer)
          ? Optional.empty()
          : Optional.of(client.useless(answer).getMessage());
    } catch (ArchiveException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Asks the archive whether it has an instance (PS3.18 10.6).
   *
   * @throws ArchiveException when it does not say
   */
  public boolean holds(InstanceKey key) throws ArchiveException {
    return holds(key, client.limit());
  }

  private boolean holds(InstanceKey key, Duration within) throws ArchiveException {
    HttpResponse<byte[]> answer =
        client.get(
            "%s/instances?SOPInstanceUID=%s".formatted(series(key), key.instance()), JSON, within);
    if (answer.statusCode() == 404) {
      return false;
    }
    if (!isQueryAnswer(answer)) {
      throw client.useless(answer);
    }
    return answer.statusCode() == 200 && names(answer.body(), key.instance());
  }

  private static boolean names(byte[] body, String instance) throws ArchiveException {
    try {
      return JsonDataSet.parseAll(new String(body, StandardCharsets.UTF_8)).stream()
          .flatMap(item -> item.strings(Tag.SOPInstanceUID).stream())
          .anyMatch(Predicate.isEqual(instance));
    } catch (DicomException e) {
      throw new ArchiveException("the archive's answer to a query cannot be read", e);
    }
  }

  /** 204: no matches, in former editions. */
  private static boolean isQueryAnswer(HttpResponse<?> answer) {
    return answer.statusCode() == 200 || answer.statusCode() == 204;
  }

  private static String series(InstanceKey key) {
    return "studies/%s/series/%s".formatted(key.study(), key.series());
  }
}
