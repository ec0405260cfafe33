package org.radcanon.web.terminology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.radcanon.intake.MapDesk;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.web.page.Paging;

/** The gap report, whole or of one scheme and kind; to read, and as CSV. */
@Path("")
@ApplicationScoped
public class GapResource {
  static final String PATH = "gaps";

  private final MapDesk desk;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public GapResource() {
    this(null);
  }

  @Inject
  public GapResource(MapDesk desk) {
    this.desk = desk;
  }

  /**
   * @param scheme designator; empty for all
   * @param kind of finding; empty for all
   */
  @GET
  @Path(PATH)
  @Produces("text/html;charset=UTF-8")
  public String page(
      @QueryParam("scheme") @DefaultValue("") String scheme,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @Context UriInfo uri) {
    Frame frame = new Frame(desk.current(), Links.from(uri));
    GapFilter filter = GapFilter.of(scheme, kind);
    return new GapsPage(frame, filter, new Paging(limit, offset)).render();
  }

  /** The same findings as {@link #page}, all of them. */
  @GET
  @Path(PATH + ".csv")
  @Produces(Csv.TYPE)
  public Response csv(
      @QueryParam("scheme") @DefaultValue("") String scheme,
      @QueryParam("kind") @DefaultValue("") String kind,
      @Context Request request) {
    View view = desk.current();
    GapFilter filter = GapFilter.of(scheme, kind);
    return Csv.answer(request, view, PATH, new FindingsCsv(filter.of(view.gaps())));
  }
}
