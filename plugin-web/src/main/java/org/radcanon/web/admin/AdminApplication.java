package org.radcanon.web.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.radcanon.web.ErrorMapper;

/** Pages and their JSON, under the context root. */
@ApplicationPath("/")
public class AdminApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        PageResource.class,
        CasesResource.class,
        SiteMapResource.class,
        CodingResource.class,
        SpoolResource.class,
        SameOriginGuard.class,
        AnswerHeaders.class,
        SiteMapExceptionMapper.class,
        ErrorMapper.class);
  }
}
