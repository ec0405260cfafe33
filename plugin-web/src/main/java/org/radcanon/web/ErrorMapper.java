package org.radcanon.web;

import jakarta.json.JsonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.radcanon.archive.ArchiveException;
import org.radcanon.dicom.DicomException;
import org.radcanon.index.QueryException;
import org.radcanon.intake.CaseDesk.CaseStateException;
import org.radcanon.intake.CaseDesk.UnknownCaseException;

/**
 * Turns what went wrong into an answer: a status and one sentence in plain text. Neither stack
 * traces nor the words of unforeseen exceptions leave; those are logged under a number that the
 * answer names.
 */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

  @Context private UriInfo uri;
  @Context private Request request;

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException e) {
      return ofWeb(e);
    }
    if (thrown instanceof UnknownCaseException) {
      return sentence(Response.status(Response.Status.NOT_FOUND), thrown.getMessage());
    }
    if (thrown instanceof CaseStateException) {
      return sentence(Response.status(Response.Status.CONFLICT), thrown.getMessage());
    }
    if (thrown instanceof QueryException || thrown instanceof BadBodyException) {
      return sentence(Response.status(Response.Status.BAD_REQUEST), thrown.getMessage());
    }
    if (thrown instanceof JsonException) {
      return sentence(
          Response.status(Response.Status.BAD_REQUEST), "The body is not one JSON object.");
    }
    if (thrown instanceof ArchiveException) {
      WebLog.LOG.archiveFailed(request.getMethod(), rawPath(), thrown);
      return sentence(
          Response.status(Response.Status.SERVICE_UNAVAILABLE), "The archive does not answer.");
    }
    if (thrown instanceof DicomException unreadable) {
      return failed(thrown, "A stored instance cannot be read (" + unreadable.reason() + ")");
    }
    return failed(thrown, "radcanon failed on this request");
  }

  private Response failed(Throwable thrown, String what) {
    String error = UUID.randomUUID().toString();
    WebLog.LOG.failed(request.getMethod(), rawPath(), error, thrown);
    return sentence(
        Response.serverError(), what + "; radcanon's log says why under " + error + ".");
  }

  /** As it was sent, so that no line break of a caller's gets into the log; without the query. */
  private String rawPath() {
    return uri.getRequestUri().getRawPath();
  }

  /** Ours speak for themselves; the framework's are said by their status. */
  private static Response ofWeb(WebApplicationException e) {
    Response response = e.getResponse();
    if (response.hasEntity()) {
      return response;
    }
    String message = e.getMessage();
    boolean ours = message != null && !message.startsWith("RESTEASY");
    return sentence(
        Response.fromResponse(response),
        ours ? message : response.getStatusInfo().getReasonPhrase());
  }

  private static Response sentence(Response.ResponseBuilder response, String sentence) {
    return response
        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(sentence + "\n")
        .build();
  }
}
