package org.radcanon.web.terminology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.radcanon.intake.MapDesk;
import org.radcanon.intake.MapDesk.View;

/** The whole map as tables. */
@Path(DownloadResource.PATH)
@ApplicationScoped
public class DownloadResource {
  static final String PATH = "download";

  private final MapDesk desk;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public DownloadResource() {
    this(null);
  }

  @Inject
  public DownloadResource(MapDesk desk) {
    this.desk = desk;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String list(@Context UriInfo uri) {
    return new DownloadPage(new Frame(desk.current(), Links.from(uri))).render();
  }

  /** What the tables hold, and whose the content is. */
  @GET
  @Path("README.txt")
  @Produces("text/plain;charset=UTF-8")
  public String readme() {
    return Download.readme(desk.current());
  }

  @GET
  @Path("{table: [a-z-]+}.csv")
  @Produces(Csv.TYPE)
  public Response table(@PathParam("table") String table, @Context Request request) {
    View view = desk.current();
    Download download =
        Download.named(table).orElseThrow(() -> new NotFoundException("There is no such table."));
    return Csv.answer(request, view, download.file(), download.rows(view));
  }
}
