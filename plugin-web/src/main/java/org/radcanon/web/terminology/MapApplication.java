package org.radcanon.web.terminology;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.radcanon.web.ErrorMapper;

/** The canonical map's pages and downloads, under {@code map/}. */
@ApplicationPath("/map")
public class MapApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        StartResource.class,
        ConceptResource.class,
        CodeResource.class,
        BrowseResource.class,
        SchemeResource.class,
        GapResource.class,
        DownloadResource.class,
        PageHeaders.class,
        ErrorMapper.class);
  }
}
