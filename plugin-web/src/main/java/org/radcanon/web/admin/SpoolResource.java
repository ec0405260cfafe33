package org.radcanon.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import org.radcanon.intake.SpoolDesk;
import org.radcanon.web.WebLog;
import org.radcanon.web.page.Paging;

/** The spool as JSON and as a page, and another try for what the archive did not take. */
@Path("")
@ApplicationScoped
public class SpoolResource {
  static final String PAGE = "spool.html";

  private final SpoolDesk desk;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public SpoolResource() {
    this(null);
  }

  @Inject
  public SpoolResource(SpoolDesk desk) {
    this.desk = desk;
  }

  /** What waits, and one page of what was set aside, oldest first. */
  @GET
  @Path("spool")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject spool(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("offset") @DefaultValue("0") int offset) {
    Paging paging = new Paging(limit, offset);
    return SpoolJson.of(desk.state(), desk.setAside(paging.limit(), paging.offset()));
  }

  /** The same to read. */
  @GET
  @Path(PAGE)
  @Produces("text/html;charset=UTF-8")
  public String page(
      @QueryParam("limit") @DefaultValue("25") int limit,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("retried") @DefaultValue("0") int retried) {
    Paging paging = new Paging(limit, offset);
    return new SpoolPage(paging, retried)
        .render(desk.state(), desk.setAside(paging.limit(), paging.offset()));
  }

  /** Sends one instance that was set aside on its way again; the page's button gets the page. */
  @POST
  @Path("spool/{sequence: [0-9]{1,18}}/retry")
  public Response retry(@PathParam("sequence") long sequence, @Context HttpHeaders headers)
      throws IOException {
    if (!desk.retry(sequence)) {
      throw new NotFoundException("No instance with this number is set aside.");
    }
    return retried(1, headers);
  }

  /** Sends all on their way again; the page's button gets the page. */
  @POST
  @Path("spool/retry")
  public Response retryAll(@Context HttpHeaders headers) throws IOException {
    return retried(desk.retryAll(), headers);
  }

  private static Response retried(int count, HttpHeaders headers) {
    WebLog.LOG.retried(count);
    MediaType sent = headers.getMediaType();
    if (sent != null && sent.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      URI page = UriBuilder.fromPath(PAGE).queryParam("retried", count).build();
      return Response.seeOther(page).build();
    }
    JsonObject answer = Json.createObjectBuilder().add("retried", count).build();
    return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
