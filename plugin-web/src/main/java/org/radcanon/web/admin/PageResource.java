package org.radcanon.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.radcanon.intake.CaseDesk;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.web.admin.CasesPage.Listing;
import org.radcanon.web.admin.CasesPage.Notice;
import org.radcanon.web.page.Paging;

/** The page at the context root: the cases, and where the doors are. */
@Path("")
@ApplicationScoped
public class PageResource {
  private static final String STYLE = "style.css";

  private final CaseDesk desk;
  private final CanonicalMap map;
  private final DicomWebSettings settings;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public PageResource() {
    this(null, null, null);
  }

  @Inject
  public PageResource(CaseDesk desk, CanonicalMap map, DicomWebSettings settings) {
    this.desk = desk;
    this.map = map;
    this.settings = settings;
  }

  /**
   * @param state {@code open} or {@code closed}
   * @param means the concept of the line just added, to be confirmed
   * @param resolved how many cases that closed
   */
  @GET
  @Produces("text/html;charset=UTF-8")
  public String page(
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("limit") @DefaultValue("25") int limit,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("means") String means,
      @QueryParam("resolved") @DefaultValue("0") int resolved,
      @Context UriInfo uri) {
    boolean open = CasesResource.isOpen(state);
    Paging paging = new Paging(limit, offset);
    Listing listing =
        new Listing(
            open,
            paging,
            desk.cases(open, paging.limit(), paging.offset()),
            desk.countCases(true),
            desk.countCases(false));
    Optional<Concept> meant = Optional.ofNullable(means).flatMap(map::concept);
    return new CasesPage(map, Doors.of(settings.publicUrl(), uri.getBaseUri()))
        .render(listing, meant.map(concept -> new Notice(concept, resolved)));
  }

  @GET
  @Path(STYLE)
  @Produces("text/css;charset=UTF-8")
  public byte[] style() throws IOException {
    try (InputStream in = PageResource.class.getResourceAsStream(STYLE)) {
      return in.readAllBytes();
    }
  }
}
