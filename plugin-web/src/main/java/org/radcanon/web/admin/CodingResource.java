package org.radcanon.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.radcanon.index.CodingStore;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.web.dicomweb.UidParam;

/** The code in force of a study, with its basis and evidence. */
@Path("coding/{study}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CodingResource {
  private final CodingStore codings;
  private final CanonicalMap map;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public CodingResource() {
    this(null, null);
  }

  @Inject
  public CodingResource(CodingStore codings, CanonicalMap map) {
    this.codings = codings;
    this.map = map;
  }

  /**
   * @throws jakarta.ws.rs.BadRequestException when it is no UID
   * @throws NotFoundException when the study has no code
   */
  @GET
  public JsonObject coding(@PathParam("study") String study) {
    return codings
        .inForce(UidParam.require(study))
        .map(
            coding ->
                Json.createObjectBuilder()
                    .add("study", study)
                    .addAll(new CaseJson(map).coding(coding))
                    .build())
        .orElseThrow(() -> new NotFoundException("No code is in force for this study."));
  }
}
