package org.radcanon.intake.configuration;

import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.radcanon.enrichment.EnrichmentSettings;

/**
 * The whole configuration, read and checked as one.
 *
 * @param data {@code radcanon.data.dir}, the base of the other directories' defaults
 */
public record Configuration(
    Path data,
    ArchiveConfiguration archive,
    MapConfiguration map,
    EnrichmentSettings enrichment,
    IntakeConfiguration intake,
    DicomWebSettings dicomWeb,
    FhirConfiguration fhir,
    SecuritySettings security) {

  /**
   * Reads every group.
   *
   * @throws ConfigurationException with all faults of all groups, unknown keys under {@code
   *     radcanon.} included
   */
  public static Configuration read(Config config) {
    SettingsReader reader = new SettingsReader(config);
    Configuration configuration = read(reader);
    reader.finish();
    return configuration;
  }

  static Configuration read(SettingsReader reader) {
    return new Configuration(
        reader.path("radcanon.data.dir"),
        ArchiveConfiguration.read(reader),
        MapConfiguration.read(reader),
        EnrichmentConfiguration.read(reader),
        IntakeConfiguration.read(reader),
        DicomWebConfiguration.read(reader),
        FhirConfiguration.read(reader),
        new SecuritySettings(reader.flag("radcanon.security.open-without-authentication")));
  }
}
