package org.radcanon.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the DICOMweb doors answer where PS3.18 leaves a choice.
 *
 * @param publicUrl {@code radcanon.dicomweb.public-url}: root of the DICOMweb service as its
 *     callers see it, for RetrieveURL behind a reverse proxy; default: as the request named it
 * @param stowCoercedStatus {@code radcanon.stow.coerced-status}: 200 (default) or 202 when all
 *     instances were stored and some were coerced (PS3.18 Table 10.5.3-1 can be read both ways)
 * @param stowRetryAfterSeconds {@code radcanon.stow.retry-after}: Retry-After of a 503, in seconds;
 *     default 120
 * @param stowMaxPartBytes {@code radcanon.stow.max-part-size}: bytes of one part at most; default 8
 *     GiB
 * @param qidoEmptyStatus {@code radcanon.qido.empty-status}: 200 with {@code []} (default) or 204
 *     when nothing matches
 * @param qidoDefaultLimit {@code radcanon.qido.default-limit}: rows where the query has no limit;
 *     default 1000
 * @param qidoMaxLimit {@code radcanon.qido.max-limit}: rows at most, whatever the query asks for;
 *     default 10000
 */
public record DicomWebSettings(
    Optional<URI> publicUrl,
    int stowCoercedStatus,
    int stowRetryAfterSeconds,
    long stowMaxPartBytes,
    int qidoEmptyStatus,
    int qidoDefaultLimit,
    int qidoMaxLimit) {

  public static final DicomWebSettings DEFAULT =
      new DicomWebSettings(Optional.empty(), 200, 120, 8L << 30, 200, 1000, 10_000);

  /**
   * What is wrong with these settings, one sentence with the key each; empty when they can stand.
   */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (publicUrl.filter(u -> !u.isAbsolute() || u.getHost() == null).isPresent()) {
      faults.add("radcanon.dicomweb.public-url must be an absolute URL with a host");
    }
    if (stowCoercedStatus != 200 && stowCoercedStatus != 202) {
      faults.add("radcanon.stow.coerced-status must be 200 or 202");
    }
    if (stowRetryAfterSeconds < 0) {
      faults.add("radcanon.stow.retry-after must not be negative");
    }
    if (stowMaxPartBytes < 1) {
      faults.add("radcanon.stow.max-part-size must be positive");
    }
    if (qidoEmptyStatus != 200 && qidoEmptyStatus != 204) {
      faults.add("radcanon.qido.empty-status must be 200 or 204");
    }
    if (qidoDefaultLimit < 1 || qidoMaxLimit < qidoDefaultLimit) {
      faults.add(
          "radcanon.qido.default-limit must be positive and at most radcanon.qido.max-limit");
    }
    return faults;
  }
}
