package org.radcanon.intake.configuration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code radcanon.map.*}
 *
 * @param directory of a map other than the one on the class path
 * @param siteMap the site's own lines
 */
public record MapConfiguration(Optional<Path> directory, Path siteMap) {

  static MapConfiguration read(SettingsReader reader) {
    return new MapConfiguration(
        reader.optionalPath("radcanon.map.directory"), reader.path("radcanon.map.site-map"));
  }
}
