package org.radcanon.archive.remote;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a DICOMweb archive is, and how long it may take.
 *
 * @param base of all three services, {@code https://archive.example/dicom-web}
 * @param tls keys and trust other than the JVM's
 * @param connect for the connection
 * @param response for the archive's answer, and for every bit of progress before and in it: an
 *     upload of any length is fine as long as the archive takes something in this time
 */
public record DicomWebSettings(
    URI base,
    Credentials credentials,
    Optional<SSLContext> tls,
    Duration connect,
    Duration response) {

  public static final Duration DEFAULT_CONNECT = Duration.ofSeconds(10);
  public static final Duration DEFAULT_RESPONSE = Duration.ofSeconds(60);

  /**
   * @throws IllegalArgumentException when the base is no URL of HTTP, holds a user, a query or a
   *     fragment, or a time-out is not positive
   */
  public DicomWebSettings {
    boolean http = "http".equalsIgnoreCase(base.getScheme());
    if (!http && !"https".equalsIgnoreCase(base.getScheme()) || base.getHost() == null) {
      throw new IllegalArgumentException("the archive's base is no URL of http or https");
    }
    if (base.getRawUserInfo() != null) {
      throw new IllegalArgumentException("the archive's base holds a user: set it apart");
    }
    if (base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new IllegalArgumentException("the archive's base holds a query or a fragment");
    }
    if (!isPositive(connect) || !isPositive(response)) {
      throw new IllegalArgumentException("a time-out of the archive is not positive");
    }
  }

  /** Without credentials, with the JVM's trust and the default time-outs. */
  public static DicomWebSettings of(URI base) {
    return new DicomWebSettings(
        base, Credentials.none(), Optional.empty(), DEFAULT_CONNECT, DEFAULT_RESPONSE);
  }

  public DicomWebSettings with(Credentials other) {
    return new DicomWebSettings(base, other, tls, connect, response);
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
