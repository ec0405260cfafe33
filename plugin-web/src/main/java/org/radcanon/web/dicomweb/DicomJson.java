package org.radcanon.web.dicomweb;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.radcanon.web.AcceptedTypes;

/** What requests that are answered in the DICOM JSON model have in common (PS3.18 8.7.3.2). */
final class DicomJson {
  static final String MEDIA_TYPE = "application/dicom+json";
  private static final String PLAIN_JSON = "application/json";

  private DicomJson() {}

  /** What the caller takes, by the {@code accept} parameter or the Accept header. */
  static AcceptedTypes accepted(HttpHeaders headers, UriInfo uri) {
    return AcceptedTypes.of(
        Optional.ofNullable(headers.getRequestHeader(HttpHeaders.ACCEPT)).orElse(List.of()),
        Optional.ofNullable(uri.getQueryParameters().getFirst("accept")));
  }

  /**
   * The media type to answer with.
   *
   * @throws WebApplicationException 406 when the caller takes none of ours
   */
  static String mediaType(HttpHeaders headers, UriInfo uri) {
    return accepted(headers, uri)
        .best(MEDIA_TYPE, PLAIN_JSON)
        .orElseThrow(
            () ->
                new WebApplicationException(
                    "This resource is available as application/dicom+json only.",
                    Response.Status.NOT_ACCEPTABLE));
  }
}
