package org.radcanon.web.dicomweb;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import org.radcanon.dicom.BulkData;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.index.StudyIndex.InstancePath;
import org.radcanon.web.AcceptedTypes;
import org.radcanon.web.AcceptedTypes.Range;

/**
 * One element's value on its way out (PS3.18 8.7.3.3): bytes as they are, words in little endian,
 * as {@code application/octet-stream}; compressed frames one to a part in the media type of their
 * compression. Single-valued data come alone or as the one part of a multipart, as asked for.
 */
record BulkDataBody(InstanceStreams instances, InstancePath path, BulkData data) {
  private static final String MULTIPART = "multipart/related";

  static Optional<BulkDataBody> find(
      InstanceStreams instances, InstancePath path, String element, ReadLimits limits)
      throws IOException {
    try (InputStream file = instances.open(path)) {
      return BulkData.find(file, element, MetadataBody.LARGEST_INLINE, limits)
          .map(data -> new BulkDataBody(instances, path, data));
    }
  }

  Response answer(AcceptedTypes accepted, URI location) {
    String type = CompressedType.of(data);
    if (data.pieces() != 1) {
      requireMultipart(accepted, type);
      return multipart(type, location);
    }
    for (Range range : accepted.ranges()) {
      if (takesMultipart(range, type)) {
        return multipart(type, location);
      }
      if (range.covers(type)) {
        return Response.ok(whole(out -> copy(0, out)))
            .header(HttpHeaders.CONTENT_TYPE, type)
            .build();
      }
    }
    throw notAcceptable(type);
  }

  private Response multipart(String type, URI location) {
    MultipartWriter writer = new MultipartWriter(type);
    StreamingOutput body =
        out -> {
          for (int piece = 0; piece < data.pieces(); piece++) {
            int index = piece;
            writer.part(out, type, location.toString(), target -> copy(index, target));
          }
          writer.end(out);
        };
    return Response.ok(whole(body)).header(HttpHeaders.CONTENT_TYPE, writer.contentType()).build();
  }

  private WholeAnswer whole(StreamingOutput body) {
    return new WholeAnswer("bulk data of instance " + path.instance(), body);
  }

  private void copy(int piece, OutputStream out) throws IOException {
    try (InputStream file = instances.open(path)) {
      data.copy(file, piece, out);
    }
  }

  private static void requireMultipart(AcceptedTypes accepted, String type) {
    if (accepted.ranges().stream().noneMatch(range -> takesMultipart(range, type))) {
      throw notAcceptable(type);
    }
  }

  /** Ranges that mean anything take the simplest form that there is. */
  private static boolean takesMultipart(Range range, String type) {
    return range.covers(MULTIPART)
        && range
            .media()
            .typeParameter("type")
            .filter(t -> !t.equals(type) && !t.equals("*/*"))
            .isEmpty();
  }

  private static WebApplicationException notAcceptable(String type) {
    return new WebApplicationException(
        "This element is available as " + MULTIPART + "; type=\"" + type + "\".",
        Response.Status.NOT_ACCEPTABLE);
  }
}
