package org.radcanon.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.radcanon.intake.CaseDesk;
import org.radcanon.intake.CaseDesk.Outcome;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.web.WebLog;
import org.radcanon.web.page.Paging;

/** The cases as JSON, and the second look at the open ones. */
@Path("cases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CasesResource {
  static final String PROPOSED = "proposed";
  static final String IN_FORCE = "in-force";
  private static final int MAX_DECISION_BYTES = 4 << 10;

  private final CaseDesk desk;
  private final CanonicalMap map;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public CasesResource() {
    this(null, null);
  }

  @Inject
  public CasesResource(CaseDesk desk, CanonicalMap map) {
    this.desk = desk;
    this.map = map;
  }

  /**
   * One page of the cases, newest first.
   *
   * @param state {@code open} or {@code closed}
   */
  @GET
  public JsonObject cases(
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("offset") @DefaultValue("0") int offset) {
    boolean open = isOpen(state);
    Paging paging = new Paging(limit, offset);
    CaseJson json = new CaseJson(map);
    JsonArrayBuilder cases = Json.createArrayBuilder();
    desk.cases(open, paging.limit(), paging.offset()).forEach(c -> cases.add(json.of(c)));
    return Json.createObjectBuilder()
        .add("open", desk.countCases(true))
        .add("closed", desk.countCases(false))
        .add("cases", cases)
        .build();
  }

  /** Resolves the open cases again, with the maps in force now. */
  @POST
  @Path("resolve")
  public JsonObject resolveAgain() {
    Outcome outcome = desk.resolveAgain();
    WebLog.LOG.resolvedAgain(outcome.looked(), outcome.resolved());
    return Json.createObjectBuilder()
        .add("looked", outcome.looked())
        .add("resolved", outcome.resolved())
        .build();
  }

  /**
   * Decides a case in which an instance contradicts the code in force: {@code {"take": "proposed"}}
   * or {@code {"take": "in-force"}}.
   */
  @POST
  @Path("{id: [0-9]+}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject settle(@PathParam("id") long id, InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_DECISION_BYTES);
    JsonObject json = Json.createReader(new ByteArrayInputStream(bytes)).readObject();
    String taken = json.keySet().equals(Set.of("take")) ? json.getString("take", "") : "";
    desk.settle(id, isProposed(taken));
    return Json.createObjectBuilder().add("id", id).add("taken", taken).build();
  }

  /** The same from the buttons of the page, which is shown again. */
  @POST
  @Path("{id: [0-9]+}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response settle(@PathParam("id") long id, MultivaluedMap<String, String> form) {
    desk.settle(id, isProposed(String.valueOf(form.getFirst("take"))));
    return Response.seeOther(UriBuilder.fromPath("").queryParam("state", "open").build()).build();
  }

  private static boolean isProposed(String taken) {
    return switch (taken) {
      case PROPOSED -> true;
      case IN_FORCE -> false;
      default -> throw new BadRequestException("take must be proposed or in-force.");
    };
  }

  static boolean isOpen(String state) {
    return switch (state) {
      case "open" -> true;
      case "closed" -> false;
      default -> throw new BadRequestException("state must be open or closed.");
    };
  }
}
