package org.radcanon.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Passage;

/** Hands requests for retrieval through to the archive, and its answers back as they are. */
record HttpPassage(DicomWebClient client) implements Passage {

  /**
   * A dot segment, plain or encoded, would lead out of the archive's base (RFC 3986 5.2.4), with
   * parameters behind it as well: servlet containers cut those off first.
   */
  private static final Pattern DOTS =
      Pattern.compile("(?i)(^|.*/)(\\.|%2e){1,2}((;|%3b)[^/]*)?(/.*|$)");

  /**
   * @throws IllegalArgumentException when the path or the query is none of a URL, or the method
   *     neither GET nor HEAD
   */
  @Override
  public Answer get(Request request) throws ArchiveException {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      throw new IllegalArgumentException("neither GET nor HEAD");
    }
    if (DOTS.matcher(request.path()).matches()) {
      throw new IllegalArgumentException("a path with dot segments");
    }
    String target = request.path() + request.query().map(query -> "?" + query).orElse("");
    HttpRequest.Builder upstream =
        client.request(target).method(request.method(), BodyPublishers.noBody());
    EndToEnd.of(request.headers()).forEach((name, values) -> set(upstream, name, values));
    return new Passed(client.open(upstream.build()));
  }

  private static void set(HttpRequest.Builder request, String name, List<String> values) {
    try {
      values.forEach(value -> request.header(name, value));
    } catch (IllegalArgumentException e) {
      // a header that HTTP does not have, or that the client keeps to itself: the archive does
      // without
      return;
    }
  }

  private record Passed(HttpResponse<InputStream> answer) implements Answer {

    @Override
    public int status() {
      return answer.statusCode();
    }

    @Override
    public Map<String, List<String>> headers() {
      return EndToEnd.of(answer.headers().map());
    }

    @Override
    public InputStream body() {
      return answer.body();
    }

    @Override
    public void close() {
      try {
        answer.body().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
