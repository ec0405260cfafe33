package org.radcanon.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.radcanon.intake.CaseDesk;
import org.radcanon.intake.CaseDesk.Outcome;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.web.WebLog;

/** The cases as JSON, and the second look at the open ones. */
@Path("cases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CasesResource {
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

  static boolean isOpen(String state) {
    return switch (state) {
      case "open" -> true;
      case "closed" -> false;
      default -> throw new BadRequestException("state must be open or closed.");
    };
  }
}
