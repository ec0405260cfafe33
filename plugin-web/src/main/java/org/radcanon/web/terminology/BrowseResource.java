package org.radcanon.web.terminology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.radcanon.intake.MapDesk;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.web.page.Paging;

/** The procedures by modality and region. */
@Path(BrowseResource.PATH)
@ApplicationScoped
public class BrowseResource {
  static final String PATH = "browse";

  private final MapDesk desk;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public BrowseResource() {
    this(null);
  }

  @Inject
  public BrowseResource(MapDesk desk) {
    this.desk = desk;
  }

  /**
   * Without parameters how many there are of what; with one or both, which.
   *
   * @param modality value of the attribute, or {@value Choice#NONE} for procedures without any
   * @param region likewise
   */
  @GET
  @Produces("text/html;charset=UTF-8")
  public String page(
      @QueryParam("modality") @DefaultValue("") String modality,
      @QueryParam("region") @DefaultValue("") String region,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @Context UriInfo uri) {
    View view = desk.current();
    Frame frame = new Frame(view, Links.from(uri));
    Choice choice = new Choice(modality, region);
    return choice.isEmpty()
        ? new BrowsePage(frame).render()
        : new ProceduresPage(frame, choice, new Paging(limit, offset)).render();
  }

  /** What is browsed; empty is all. */
  record Choice(String modality, String region) {
    static final String NONE = "none";

    boolean isEmpty() {
      return modality.isEmpty() && region.isEmpty();
    }
  }
}
