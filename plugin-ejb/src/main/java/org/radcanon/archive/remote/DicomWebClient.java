package org.radcanon.archive.remote;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InconclusiveException;

/**
 * Requests to one archive, with its credentials and time-outs; what goes wrong is an {@link
 * ArchiveException}. HTTP/1.1 only: an upload gains nothing from streams that share a connection,
 * and archives that offer an upgrade do not all keep the promise.
 */
final class DicomWebClient {

  private final DicomWebSettings settings;
  private final String base;
  private final HttpClient http;
  private final Clock clock;

  DicomWebClient(DicomWebSettings settings, Clock clock) {
    this.settings = settings;
    this.base = settings.base().toString().replaceFirst("/*$", "/");
    this.clock = clock;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.connect());
    settings.tls().ifPresent(builder::sslContext);
    this.http = builder.build();
  }

  Duration limit() {
    return settings.response();
  }

  /**
   * A request with credentials.
   *
   * @param target below the base, without leading slash, query included
   * @throws IllegalArgumentException when it is no part of a URL
   */
  HttpRequest.Builder request(String target) throws ArchiveException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target));
    settings
        .credentials()
        .authorization()
        .ifPresent(value -> request.setHeader("Authorization", value));
    return request;
  }

  /** Sends, and gathers the whole answer once it is asked for. */
  CompletableFuture<HttpResponse<byte[]>> begin(HttpRequest request) {
    return http.sendAsync(request, answer -> new LimitedBody());
  }

  /** A small answer, whole. */
  HttpResponse<byte[]> get(String target, String accept, Duration within) throws ArchiveException {
    return await(begin(request(target).setHeader("Accept", accept).build()), within);
  }

  /** An answer whose body is read as it arrives. */
  HttpResponse<InputStream> open(HttpRequest request) throws ArchiveException {
    ArrivingBody body = new ArrivingBody(limit());
    try {
      return await(http.sendAsync(request, answer -> body), limit());
    } catch (ArchiveException e) {
      body.close(); // the headers may just have come
      throw e;
    }
  }

  /** What is wrong with an answer that is no use. */
  AnswerException useless(HttpResponse<?> answer) {
    return new AnswerException(answer.statusCode(), RetryAfter.of(answer.headers(), clock));
  }

  /** Waits for an answer, and gives the request up when there is none in time. */
  static <T> T await(CompletableFuture<T> answer, Duration within) throws ArchiveException {
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ArchiveException("the archive did not answer in " + within.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InconclusiveException("interrupted while the archive was awaited", e);
    }
  }

  static ArchiveException failure(Throwable cause) {
    if (cause instanceof ArchiveException already) {
      return already;
    }
    if (cause.getCause() instanceof ArchiveException own) {
      return own;
    }
    if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
      return new ArchiveException("the archive cannot be reached", cause);
    }
    return cause instanceof SSLException
        ? new ArchiveException("no trusted connection to the archive", cause)
        : new ArchiveException("the connection to the archive broke", cause);
  }
}
