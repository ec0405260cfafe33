package org.radcanon.web.terminology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import org.radcanon.intake.MapDesk;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.web.page.Paging;
import org.radcanon.web.terminology.SchemeCodes.Shown;

/** The coding schemes of the map, and each with its codes. */
@Path(SchemeResource.PATH)
@ApplicationScoped
public class SchemeResource {
  static final String PATH = "schemes";

  private final MapDesk desk;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public SchemeResource() {
    this(null);
  }

  @Inject
  public SchemeResource(MapDesk desk) {
    this.desk = desk;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String all(@Context UriInfo uri) {
    return new SchemesPage(new Frame(desk.current(), Links.from(uri))).render();
  }

  /**
   * One scheme.
   *
   * @param designator or an alias of it
   * @param list procedures, values or without: codes with a procedure, codes of attribute values,
   *     codes with neither; empty for the first of these that there are
   */
  @GET
  @Path("{scheme}")
  @Produces("text/html;charset=UTF-8")
  public Response one(
      @PathParam("scheme") String designator,
      @QueryParam("list") @DefaultValue("") String list,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @Context UriInfo uri) {
    View view = desk.current();
    Frame frame = new Frame(view, Links.from(uri));
    Paging paging = new Paging(limit, offset);
    Optional<CodingScheme> scheme = view.map().scheme(designator);
    if (scheme.isEmpty()) {
      return MissingPage.answer(frame, "No scheme " + designator + " is known.", designator);
    }
    SchemeCodes codes = SchemeCodes.of(view.map(), scheme.get().designator());
    Shown shown = list.isEmpty() ? codes.first() : shown(list);
    return Response.ok(new SchemePage(frame, scheme.get(), codes, shown, paging).render()).build();
  }

  private static Shown shown(String list) {
    return Arrays.stream(Shown.values())
        .filter(one -> SchemePage.word(one).equals(list))
        .findFirst()
        .orElseThrow(() -> new BadRequestException("list: procedures, values or without."));
  }
}
