package org.radcanon.web.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.Tag;
import org.radcanon.index.StudyIndex;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.Query;
import org.radcanon.index.StudyIndex.QueryResult;
import org.radcanon.intake.configuration.DicomWebSettings;

/** QIDO-RS: Search (PS3.18 10.6), answered from the study index. */
@Path("")
@ApplicationScoped
public class QidoResource {
  private static final String MORE =
      "There are additional results that can be requested with offset.";
  private static final String CUT =
      "The number of results exceeded the maximum supported by the server."
          + " Additional results can be requested with offset.";

  private final StudyIndex index;
  private final DicomWebSettings settings;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public QidoResource() {
    this(null, null);
  }

  @Inject
  public QidoResource(StudyIndex index, DicomWebSettings settings) {
    this.index = index;
    this.settings = settings;
  }

  /** All Studies. */
  @GET
  @Path("studies")
  public Response studies(@Context UriInfo uri, @Context HttpHeaders headers) {
    return search(Level.STUDY, Optional.empty(), Optional.empty(), uri, headers);
  }

  /** All Series. */
  @GET
  @Path("series")
  public Response series(@Context UriInfo uri, @Context HttpHeaders headers) {
    return search(Level.SERIES, Optional.empty(), Optional.empty(), uri, headers);
  }

  /** Study's Series. */
  @GET
  @Path("studies/{study}/series")
  public Response seriesOf(
      @PathParam("study") String study, @Context UriInfo uri, @Context HttpHeaders headers) {
    return search(Level.SERIES, uid(study), Optional.empty(), uri, headers);
  }

  /** All Instances. */
  @GET
  @Path("instances")
  public Response instances(@Context UriInfo uri, @Context HttpHeaders headers) {
    return search(Level.INSTANCE, Optional.empty(), Optional.empty(), uri, headers);
  }

  /** Study's Instances. */
  @GET
  @Path("studies/{study}/instances")
  public Response instancesOf(
      @PathParam("study") String study, @Context UriInfo uri, @Context HttpHeaders headers) {
    return search(Level.INSTANCE, uid(study), Optional.empty(), uri, headers);
  }

  /** Study's Series' Instances. */
  @GET
  @Path("studies/{study}/series/{series}/instances")
  public Response instancesOf(
      @PathParam("study") String study,
      @PathParam("series") String series,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return search(Level.INSTANCE, uid(study), uid(series), uri, headers);
  }

  private static Optional<String> uid(String value) {
    return Optional.of(UidParam.require(value));
  }

  private Response search(
      Level level,
      Optional<String> study,
      Optional<String> series,
      UriInfo uri,
      HttpHeaders headers) {
    String mediaType = DicomJson.mediaType(headers, uri);
    QidoRequest request = QidoRequest.of(uri.getQueryParameters(), settings);
    Query query =
        new Query(level, study, series, request.keys(), request.limit(), request.offset());
    QueryResult result = index.search(query);
    Locations locations = Locations.of(settings.publicUrl(), uri.getBaseUri());
    Response.ResponseBuilder answer;
    if (result.rows().isEmpty() && settings.qidoEmptyStatus() == 204) {
      answer = Response.noContent();
    } else {
      QidoAnswer matches = new QidoAnswer(query, request, locations);
      StreamingOutput body = out -> matches.write(result.rows(), out);
      answer = Response.ok(body, mediaType);
    }
    warnings(request, result)
        .forEach(w -> answer.header("Warning", "299 " + locations.service() + ": " + w));
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static List<String> warnings(QidoRequest request, QueryResult result) {
    List<String> warnings = new ArrayList<>(request.warnings());
    result.unsupported().forEach(key -> warnings.add(unsupported(key)));
    if (result.more()) {
      warnings.add(request.cut() ? CUT : MORE);
    }
    return warnings;
  }

  private static String unsupported(Key key) {
    StringBuilder path = new StringBuilder("Matching by ");
    String dot = "";
    for (int tag : key.path()) {
      path.append(dot).append(Tag.toHex(tag));
      dot = ".";
    }
    return path.append(" is not supported; the key was ignored.").toString();
  }
}
