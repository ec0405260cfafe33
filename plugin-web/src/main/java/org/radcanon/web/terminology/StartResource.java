package org.radcanon.web.terminology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.InputStream;

/** Where the map begins, and what its pages look like and run. */
@Path("")
@ApplicationScoped
public class StartResource {
  /** The map begins with the search. */
  @GET
  public Response start() {
    return Response.seeOther(UriBuilder.fromPath(ConceptResource.PATH).build()).build();
  }

  @GET
  @Path("map.css")
  @Produces("text/css;charset=UTF-8")
  public byte[] style() throws IOException {
    return file("map.css");
  }

  @GET
  @Path("map.js")
  @Produces("text/javascript;charset=UTF-8")
  public byte[] script() throws IOException {
    return file("map.js");
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = StartResource.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
