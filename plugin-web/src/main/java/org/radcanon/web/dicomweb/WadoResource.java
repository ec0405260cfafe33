package org.radcanon.web.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.radcanon.index.StudyIndex.InstancePath;
import org.radcanon.intake.configuration.DicomWebSettings;

/** WADO-RS: Retrieve studies, series and instances as they are stored (PS3.18 10.4). */
@Path("")
@ApplicationScoped
public class WadoResource {
  private static final int PARTIAL_CONTENT = 206;

  private final InstanceStreams instances;
  private final DicomWebSettings settings;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public WadoResource() {
    this(null, null);
  }

  @Inject
  public WadoResource(InstanceStreams instances, DicomWebSettings settings) {
    this.instances = instances;
    this.settings = settings;
  }

  /** Study Instances. */
  @GET
  @Path("studies/{study}")
  public Response study(
      @PathParam("study") String study,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context Request request)
      throws IOException {
    return retrieve(
        UidParam.require(study), Optional.empty(), Optional.empty(), uri, headers, request);
  }

  /** Series Instances. */
  @GET
  @Path("studies/{study}/series/{series}")
  public Response series(
      @PathParam("study") String study,
      @PathParam("series") String series,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context Request request)
      throws IOException {
    return retrieve(
        UidParam.require(study),
        Optional.of(UidParam.require(series)),
        Optional.empty(),
        uri,
        headers,
        request);
  }

  /** Instance. */
  @GET
  @Path("studies/{study}/series/{series}/instances/{instance}")
  public Response instance(
      @PathParam("study") String study,
      @PathParam("series") String series,
      @PathParam("instance") String instance,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context Request request)
      throws IOException {
    return retrieve(
        UidParam.require(study),
        Optional.of(UidParam.require(series)),
        Optional.of(UidParam.require(instance)),
        uri,
        headers,
        request);
  }

  private Response retrieve(
      String study,
      Optional<String> series,
      Optional<String> instance,
      UriInfo uri,
      HttpHeaders headers,
      Request request)
      throws IOException {
    DicomRepresentation form =
        DicomRepresentation.choose(DicomJson.accepted(headers, uri), instance.isPresent())
            .orElseThrow(
                () ->
                    notAcceptable(
                        "Instances are available as multipart/related; type=\"application/dicom\","
                            + " a single one also as application/dicom."));
    List<InstancePath> found = instances.find(study, series, instance);
    List<InstancePath> taken = found.stream().filter(p -> form.takes(p.transferSyntax())).toList();
    if (taken.isEmpty()) {
      throw notAcceptable(
          "Instances leave in the transfer syntax that they are stored in; here that is "
              + String.join(
                  ", ", found.stream().map(InstancePath::transferSyntax).distinct().toList())
              + ".");
    }
    Locations locations = Locations.of(settings.publicUrl(), uri.getBaseUri());
    InstanceBody body = new InstanceBody(instances, taken, locations);
    Response.ResponseBuilder answer =
        form.multipart()
            ? body.multipart(taken.size() == found.size() ? 200 : PARTIAL_CONTENT)
            : body.single();
    if (request.getMethod().equals(HttpMethod.HEAD)) {
      return answer.entity(null).build();
    }
    body.openFirst();
    return answer.build();
  }

  private static WebApplicationException notAcceptable(String message) {
    return new WebApplicationException(message, Response.Status.NOT_ACCEPTABLE);
  }
}
