package org.radcanon.studies.send;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLException;

/** Stores instances by STOW-RS and reads JSON resources; retries nothing. */
final class StowClient {

  private final HttpClient http;
  private final Endpoint endpoint;
  private final Map<String, String> headers;
  private final Duration patience;

  /**
   * @param patience for one answer, the sending of its request included
   */
  StowClient(HttpClient http, Endpoint endpoint, Map<String, String> headers, Duration patience) {
    this.http = http;
    this.endpoint = endpoint;
    this.headers = Map.copyOf(headers);
    this.patience = patience;
  }

  /**
   * Sends one request with all the parts, streaming.
   *
   * @throws StowException where the answer is no store response
   */
  StoreReport store(List<Part> parts, LongConsumer partDone) {
    String boundary = "radcanon-" + UUID.randomUUID();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.studies())
            .header(
                "Content-Type",
                "multipart/related; type=\"application/dicom\"; boundary=" + boundary)
            .header("Accept", "application/dicom+json")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new MultipartStream(boundary, parts, partDone)));
    HttpResponse<InputStream> response = exchange(request);
    try (InputStream body = response.body()) {
      if (isReport(response)) {
        return StoreReport.read(body);
      }
      throw switch (response.statusCode()) {
        case 400, 409, 413, 415, 422, 500, 503, 507 -> StowException.refused(refusal(response));
        default -> new StowException(refusal(response));
      };
    } catch (IOException e) {
      throw new StowException("The connection broke while the answer was read: " + said(e), e);
    }
  }

  /** A JSON resource, or nothing where the server has none or answers anything else. */
  java.util.Optional<jakarta.json.JsonValue> json(URI uri, String accept) {
    HttpResponse<InputStream> response =
        exchange(HttpRequest.newBuilder(uri).header("Accept", accept).GET());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200 || !mediaType(response).contains("json")) {
        return java.util.Optional.empty();
      }
      try (jakarta.json.JsonReader reader = jakarta.json.Json.createReader(body)) {
        return java.util.Optional.of(reader.readValue());
      }
    } catch (IOException | jakarta.json.JsonException e) {
      throw new StowException("The answer from " + uri + " cannot be read: " + said(e), e);
    }
  }

  private HttpResponse<InputStream> exchange(HttpRequest.Builder request) {
    headers.forEach(request::header);
    request.timeout(patience);
    String where = endpoint.base().toString();
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (HttpConnectTimeoutException e) {
      throw new StowException("No server answers at " + where + " in time.", e);
    } catch (HttpTimeoutException e) {
      throw new StowException(
          "No answer from " + where + " within " + patience.toSeconds() + " s.", e);
    } catch (ConnectException e) {
      throw new StowException("No server answers at " + where + ": " + unreachable(e) + ".", e);
    } catch (SSLException e) {
      throw new StowException(
          "No trusted TLS connection to "
              + where
              + ": "
              + said(e)
              + ". A server's self-signed certificate can be accepted with --insecure.",
          e);
    } catch (IOException e) {
      throw new StowException(broken(where, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StowException("Interrupted.", e);
    }
  }

  /** A store response may come with each of these (PS3.18 Table 10.5.3-1). */
  private static boolean isReport(HttpResponse<?> response) {
    return mediaType(response).contains("json")
        && switch (response.statusCode()) {
          case 200, 202, 400, 409 -> true;
          default -> false;
        };
  }

  private String refusal(HttpResponse<?> response) {
    int status = response.statusCode();
    String where = endpoint.studies().toString();
    return switch (status) {
      case 200, 202, 204 ->
          "What answers at "
              + where
              + " is no STOW-RS server: it said "
              + status
              + " with "
              + (mediaType(response).isEmpty() ? "no content" : mediaType(response))
              + " instead of a store response.";
      case 301, 302, 303, 307, 308 ->
          "The service has moved to " + response.headers().firstValue("Location").orElse("?") + ".";
      case 401, 403 -> "The server lets nobody in without the right credentials (" + status + ").";
      case 404, 405 ->
          "There is no STOW-RS service at "
              + where
              + " ("
              + status
              + "). Is the URL its DICOMweb base, such as http://localhost:8080/radcanon/dicomweb?";
      case 413 -> "The request is larger than the server takes (413): try a smaller --batch.";
      case 415, 406 -> "The server does not take DICOM or answer JSON (" + status + ").";
      case 503 ->
          "The server is too busy (503)"
              + response
                  .headers()
                  .firstValue("Retry-After")
                  .map(after -> "; it asks to come back after " + after)
                  .orElse("")
              + ".";
      default -> "The server refused the request with status " + status + ".";
    };
  }

  private static String mediaType(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  private static String unreachable(ConnectException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.nio.channels.UnresolvedAddressException) {
        return "the host name is unknown";
      }
    }
    return "connection refused";
  }

  private static String broken(String where, IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MultipartStream.UnreadablePartException) {
        return cause.getMessage() + ": " + said(cause.getCause()) + ".";
      }
    }
    return "The server at " + where + " broke the connection off: " + said(e) + ".";
  }

  private static String said(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
