package org.radcanon.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.InputStream;
import org.radcanon.intake.CaseDesk;
import org.radcanon.intake.CaseDesk.Outcome;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.site.SiteMapRow;
import org.radcanon.web.WebLog;

/** The site map: a line more, from JSON or from the form of a case; or read again from its file. */
@Path("site-map")
@ApplicationScoped
public class SiteMapResource {
  private static final int MAX_LINE_BYTES = 64 << 10;

  private final CaseDesk desk;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public SiteMapResource() {
    this(null);
  }

  @Inject
  public SiteMapResource(CaseDesk desk) {
    this.desk = desk;
  }

  /** Adds a line; see {@link SiteMapRows} for the members. What is stored follows on demand. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response add(InputStream body) throws IOException {
    Concept concept = add(SiteMapRows.ofJson(body.readNBytes(MAX_LINE_BYTES)));
    return Response.status(Response.Status.CREATED)
        .entity(
            Json.createObjectBuilder()
                .add("concept", concept.code())
                .add("name", concept.name())
                .build())
        .build();
  }

  /** Adds the line that decides a case, resolves the open cases again, and shows the page. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(MultivaluedMap<String, String> form) {
    Concept concept = add(SiteMapRows.ofForm(form));
    Outcome outcome = desk.resolveAgain();
    WebLog.LOG.resolvedAgain(outcome.looked(), outcome.resolved());
    return Response.seeOther(
            UriBuilder.fromPath("")
                .queryParam("means", concept.code())
                .queryParam("resolved", outcome.resolved())
                .build())
        .build();
  }

  /** Reads the file again, as somebody edited it. */
  @POST
  @Path("reload")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject reload() {
    return Json.createObjectBuilder().add("lines", desk.reloadSiteMap()).build();
  }

  private Concept add(SiteMapRow row) {
    Concept concept = desk.addSiteMapRow(row);
    WebLog.LOG.siteMapRowAdded(concept.code());
    return concept;
  }
}
