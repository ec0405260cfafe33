package org.radcanon.web.admin;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.radcanon.intake.CaseDesk.SiteMapException;

/** A line of the site map that cannot stand: 422 with the reason. */
@Provider
public class SiteMapExceptionMapper implements ExceptionMapper<SiteMapException> {
  private static final int UNPROCESSABLE_CONTENT = 422;

  @Override
  public Response toResponse(SiteMapException thrown) {
    return Response.status(UNPROCESSABLE_CONTENT)
        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
        .entity("The site map was not changed: " + thrown.getMessage() + "\n")
        .build();
  }
}
