package org.radcanon.web.dicomweb;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.radcanon.index.StudyIndex.InstancePath;

/**
 * Instances on their way out, one at a time. The first is opened before anything is answered, so
 * that an archive that is down gives a status.
 */
final class InstanceBody {
  private final InstanceStreams instances;
  private final List<InstancePath> paths;
  private final Locations locations;
  private InputStream first = InputStream.nullInputStream();

  InstanceBody(InstanceStreams instances, List<InstancePath> paths, Locations locations) {
    this.instances = instances;
    this.paths = List.copyOf(paths);
    this.locations = locations;
  }

  /**
   * To be called before the answer goes out, unless it is the header fields only.
   *
   * @throws IOException when the archive cannot give the first
   */
  void openFirst() throws IOException {
    first = instances.open(paths.get(0));
  }

  Response.ResponseBuilder multipart(int status) {
    MultipartWriter writer = new MultipartWriter(StowService.DICOM);
    return Response.status(status)
        .header(HttpHeaders.CONTENT_TYPE, writer.contentType())
        .entity(whole(out -> writeAll(writer, out)));
  }

  Response.ResponseBuilder single() {
    InstancePath path = paths.get(0);
    StreamingOutput body =
        out -> {
          try (InputStream content = first) {
            content.transferTo(out);
          }
        };
    return Response.ok(whole(body))
        .header(HttpHeaders.CONTENT_TYPE, mediaType(path))
        .header(HttpHeaders.CONTENT_LOCATION, location(path));
  }

  private WholeAnswer whole(StreamingOutput body) {
    return new WholeAnswer("study " + paths.get(0).study(), body);
  }

  private void writeAll(MultipartWriter writer, OutputStream out) throws IOException {
    try (InputStream content = first) {
      part(writer, paths.get(0), content, out);
    }
    for (InstancePath path : paths.subList(1, paths.size())) {
      try (InputStream content = instances.open(path)) {
        part(writer, path, content, out);
      }
    }
    writer.end(out);
  }

  private void part(
      MultipartWriter writer, InstancePath path, InputStream content, OutputStream out)
      throws IOException {
    writer.part(out, mediaType(path), location(path), content::transferTo);
  }

  private static String mediaType(InstancePath path) {
    return StowService.DICOM + "; transfer-syntax=" + path.transferSyntax();
  }

  private String location(InstancePath path) {
    return locations.instance(path.study(), path.series(), path.instance());
  }
}
