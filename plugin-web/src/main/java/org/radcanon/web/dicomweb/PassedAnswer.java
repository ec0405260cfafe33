package org.radcanon.web.dicomweb;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.radcanon.archive.Passage;

/**
 * An archive's answer on its way to the caller, as it is, whatever its status. Only its media type
 * may be written in another way that says the same, and a body without one is
 * application/octet-stream, as a recipient may take it (RFC 9110 8.3): Jakarta REST would name what
 * the caller has asked for, and Orthanc's errors are no multipart.
 */
final class PassedAnswer {
  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_UNAUTHORIZED = 407;
  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

  private PassedAnswer() {}

  /**
   * Takes the answer over: it is closed when the body is through, or at once where there is none.
   *
   * @param path for the log
   * @return 502 for an answer that is none for this caller: it is radcanon's credentials that the
   *     archive refuses with 401, and a media type that is none says nothing of the body
   */
  static Response of(Passage.Answer answer, String method, String path) {
    boolean handedOver = false;
    try {
      if (answer.status() == UNAUTHORIZED || answer.status() == PROXY_UNAUTHORIZED) {
        return badGateway("The archive refuses radcanon's credentials.");
      }
      if (!isMediaType(answer.headers())) {
        return badGateway("The archive's answer has a Content-Type that is none.");
      }
      Response.ResponseBuilder passed = Response.status(answer.status());
      answer
          .headers()
          .forEach(
              (name, values) -> {
                if (PassedHeaders.comesBack(name)) {
                  values.forEach(value -> passed.header(name, value));
                }
              });
      if (!method.equals("HEAD") && !WITHOUT_BODY.contains(answer.status())) {
        if (contentTypes(answer.headers()).findAny().isEmpty()) {
          passed.type(MediaType.APPLICATION_OCTET_STREAM_TYPE);
        }
        passed.entity(new WholeAnswer(path, out -> copy(answer, out)));
        handedOver = true;
      }
      return passed.build();
    } finally {
      if (!handedOver) {
        answer.close();
      }
    }
  }

  private static void copy(Passage.Answer answer, OutputStream out) throws IOException {
    try (answer) {
      answer.body().transferTo(out);
    }
  }

  private static boolean isMediaType(Map<String, List<String>> headers) {
    try {
      contentTypes(headers).forEach(MediaType::valueOf);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Stream<String> contentTypes(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE))
        .flatMap(header -> header.getValue().stream());
  }

  private static Response badGateway(String sentence) {
    return Response.status(Response.Status.BAD_GATEWAY)
        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(sentence + "\n")
        .build();
  }
}
