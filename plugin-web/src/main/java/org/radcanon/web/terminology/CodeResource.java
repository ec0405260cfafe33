package org.radcanon.web.terminology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.radcanon.intake.MapDesk;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.NotCanonicalised;

/** A code of any scheme: leads to its procedure, or says why it has none. */
@Path("codes/{scheme}/{code}")
@ApplicationScoped
public class CodeResource {
  private final MapDesk desk;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public CodeResource() {
    this(null);
  }

  @Inject
  public CodeResource(MapDesk desk) {
    this.desk = desk;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public Response code(
      @PathParam("scheme") String scheme, @PathParam("code") String code, @Context UriInfo uri) {
    View view = desk.current();
    Optional<Concept> concept = view.map().byCode(scheme, code);
    if (concept.isPresent()) {
      return Response.seeOther(
              UriBuilder.fromPath(ConceptResource.PATH).path(concept.get().code()).build())
          .build();
    }
    Frame frame = new Frame(view, Links.from(uri));
    Optional<NotCanonicalised> without = without(view.map(), scheme, code);
    return without.isPresent()
        ? Response.ok(new WithoutConceptPage(frame, without.get()).render()).build()
        : MissingPage.answer(frame, "No code " + code + " of " + scheme + " is known.", code);
  }

  /** Whether there is something to say about a code. */
  static boolean isKnown(CanonicalMap map, String scheme, String code) {
    return map.byCode(scheme, code).isPresent() || without(map, scheme, code).isPresent();
  }

  private static Optional<NotCanonicalised> without(CanonicalMap map, String scheme, String code) {
    String designator = map.scheme(scheme).map(s -> s.designator()).orElse(scheme);
    return map.notCanonicalised().stream()
        .filter(n -> n.scheme().equals(designator) && n.code().equals(code))
        .findFirst();
  }
}
