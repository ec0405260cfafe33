package org.radcanon.web.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.web.MediaTypeValue;
import org.radcanon.web.WebLog;

/** STOW-RS: Store Instances (PS3.18 10.5), PS3.10 files in {@code multipart/related}. */
@Path("")
@ApplicationScoped
public class StowResource {
  private final StowService service;
  private final DicomWebSettings settings;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public StowResource() {
    this(null, null);
  }

  @Inject
  public StowResource(StowService service, DicomWebSettings settings) {
    this.service = service;
    this.settings = settings;
  }

  /** Stores instances of any number of studies. */
  @POST
  @Path("studies")
  public Response store(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
      throws IOException {
    return store(body, headers, uri, Optional.empty());
  }

  /** Stores instances of one study; an instance of another one fails by itself. */
  @POST
  @Path("studies/{study}")
  public Response store(
      @PathParam("study") String study,
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo uri)
      throws IOException {
    return store(body, headers, uri, Optional.of(UidParam.require(study)));
  }

  private Response store(InputStream body, HttpHeaders headers, UriInfo uri, Optional<String> study)
      throws IOException {
    MediaTypeValue contentType = contentType(headers);
    String mediaType = DicomJson.mediaType(headers, uri);
    StowOutcome outcome = service.store(body, contentType, study);
    int status = outcome.status(settings.stowCoercedStatus());
    WebLog.LOG.stowed(outcome.stored().size(), outcome.failed().size(), status);
    Locations locations = Locations.of(settings.publicUrl(), uri.getBaseUri());
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(mediaType)
            .entity(
                new StowAnswer(locations).of(outcome).toJson().getBytes(StandardCharsets.UTF_8));
    if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
      answer.header(HttpHeaders.RETRY_AFTER, settings.stowRetryAfterSeconds());
    }
    return answer.build();
  }

  /** Only {@code multipart/related} of PS3.10 files, not compressed on the way (PS3.18 8.7.3.5). */
  private static MediaTypeValue contentType(HttpHeaders headers) {
    String header = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    MediaTypeValue type = MediaTypeValue.parse(header == null ? "" : header);
    if (!type.is("multipart/related")
        || type.typeParameter("type").filter(t -> !t.equals(StowService.DICOM)).isPresent()) {
      throw unsupported("Send multipart/related; type=\"application/dicom\".");
    }
    String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("Send the body without Content-Encoding.");
    }
    return type;
  }

  private static WebApplicationException unsupported(String message) {
    return new WebApplicationException(message, Response.Status.UNSUPPORTED_MEDIA_TYPE);
  }
}
