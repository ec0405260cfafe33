package org.radcanon.web.dicomweb;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.radcanon.web.ErrorMapper;

/** The DICOMweb service (PS3.18 Chapter 10). */
@ApplicationPath("/dicomweb")
public class DicomWebApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        StowResource.class,
        QidoResource.class,
        WadoResource.class,
        MetadataResource.class,
        PassageFilter.class,
        ErrorMapper.class);
  }
}
