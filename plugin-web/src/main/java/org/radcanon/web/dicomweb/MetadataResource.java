package org.radcanon.web.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.radcanon.intake.configuration.IntakeConfiguration;

/**
 * WADO-RS: Retrieve Metadata (PS3.18 10.4.1.1.2) as one JSON array, and the bulk data that it
 * points to (10.4.1.1.5).
 */
@Path("")
@ApplicationScoped
public class MetadataResource {
  private final InstanceStreams instances;
  private final DicomWebSettings settings;
  private final IntakeConfiguration intake;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public MetadataResource() {
    this(null, null, null);
  }

  @Inject
  public MetadataResource(
      InstanceStreams instances, DicomWebSettings settings, IntakeConfiguration intake) {
    this.intake = intake;
    this.instances = instances;
    this.settings = settings;
  }

  /** Study Metadata. */
  @GET
  @Path("studies/{study}/metadata")
  public Response study(
      @PathParam("study") String study,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context Request request)
      throws IOException {
    String mediaType = DicomJson.mediaType(headers, uri);
    return metadata(
        instances.find(UidParam.require(study), Optional.empty(), Optional.empty()),
        mediaType,
        uri,
        request);
  }

  /** Series Metadata. */
  @GET
  @Path("studies/{study}/series/{series}/metadata")
  public Response series(
      @PathParam("study") String study,
      @PathParam("series") String series,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context Request request)
      throws IOException {
    String mediaType = DicomJson.mediaType(headers, uri);
    return metadata(
        instances.find(
            UidParam.require(study), Optional.of(UidParam.require(series)), Optional.empty()),
        mediaType,
        uri,
        request);
  }

  /** Instance Metadata. */
  @GET
  @Path("studies/{study}/series/{series}/instances/{instance}/metadata")
  public Response instance(
      @PathParam("study") String study,
      @PathParam("series") String series,
      @PathParam("instance") String instance,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context Request request)
      throws IOException {
    String mediaType = DicomJson.mediaType(headers, uri);
    return metadata(List.of(find(study, series, instance)), mediaType, uri, request);
  }

  /** Bulk data of one element, by the path that the metadata gave it. */
  @GET
  @Path("studies/{study}/series/{series}/instances/{instance}/bulkdata/{path: .+}")
  public Response bulkData(
      @PathParam("study") String study,
      @PathParam("series") String series,
      @PathParam("instance") String instance,
      @PathParam("path") String path,
      @Context UriInfo uri,
      @Context HttpHeaders headers)
      throws IOException {
    InstancePath where = find(study, series, instance);
    return BulkDataBody.find(instances, where, path, MetadataBody.forMetadata(intake.limits()))
        .orElseThrow(() -> new NotFoundException("This element is no bulk data."))
        .answer(DicomJson.accepted(headers, uri), uri.getRequestUri());
  }

  private InstancePath find(String study, String series, String instance) {
    return instances
        .find(
            UidParam.require(study),
            Optional.of(UidParam.require(series)),
            Optional.of(UidParam.require(instance)))
        .get(0);
  }

  private Response metadata(
      List<InstancePath> paths, String mediaType, UriInfo uri, Request request) throws IOException {
    MetadataBody body =
        new MetadataBody(
            instances,
            paths,
            Locations.of(settings.publicUrl(), uri.getBaseUri()),
            MetadataBody.forMetadata(intake.limits()));
    Response.ResponseBuilder answer = Response.ok().type(mediaType);
    if (request.getMethod().equals(HttpMethod.GET)) {
      answer.entity(body.begin());
    }
    return answer.build();
  }
}
