package org.radcanon.web.terminology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.radcanon.intake.MapDesk;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.web.page.Paging;

/**
 * Procedures: search, and what one it is, its codes in every scheme, its neighbours; to read, and
 * as CSV.
 */
@Path(ConceptResource.PATH)
@ApplicationScoped
public class ConceptResource {
  static final String PATH = "concepts";

  private final MapDesk desk;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public ConceptResource() {
    this(null);
  }

  @Inject
  public ConceptResource(MapDesk desk) {
    this.desk = desk;
  }

  /**
   * Search over the names and codes of all schemes.
   *
   * @param words what names and codes are to hold; the last may be unfinished
   * @param scheme designator or alias of the only scheme to look into; empty for all
   */
  @GET
  @Produces("text/html;charset=UTF-8")
  public String search(
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("scheme") @DefaultValue("") String scheme,
      @QueryParam("limit") @DefaultValue("25") int limit,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @Context UriInfo uri) {
    View view = desk.current();
    Paging paging = new Paging(limit, offset);
    Optional<String> only = view.map().scheme(scheme).map(CodingScheme::designator);
    return new SearchPage(new Frame(view, Links.from(uri)), words.strip(), only, paging).render();
  }

  /**
   * One procedure.
   *
   * @param from a code that should mean something else, as {@code SCHEME CODE}
   * @param relation what it is to the target, see {@link CorrectionLine}
   * @param to what it should mean, as {@code SCHEME CODE}
   * @param reason why
   */
  @GET
  @Path("{code: [A-Za-z0-9]+}")
  @Produces("text/html;charset=UTF-8")
  public Response page(
      @PathParam("code") String code,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("relation") @DefaultValue("") String relation,
      @QueryParam("to") @DefaultValue("") String to,
      @QueryParam("reason") @DefaultValue("") String reason,
      @Context UriInfo uri) {
    View view = desk.current();
    Frame frame = new Frame(view, Links.from(uri));
    Optional<Concept> concept = view.map().concept(code);
    if (concept.isEmpty()) {
      return MissingPage.answer(frame, "No procedure has the concept code " + code + ".", code);
    }
    CorrectionLine line = new CorrectionLine(from, relation, to, reason);
    return Response.ok(new ConceptPage(frame, concept.get(), line).render()).build();
  }

  @GET
  @Path("{code: [A-Za-z0-9]+}.csv")
  @Produces(Csv.TYPE)
  public Response csv(@PathParam("code") String code, @Context Request request) {
    View view = desk.current();
    return view.map()
        .concept(code)
        .map(c -> Csv.answer(request, view, c.code(), new ConceptTable(view, c)))
        .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
  }
}
