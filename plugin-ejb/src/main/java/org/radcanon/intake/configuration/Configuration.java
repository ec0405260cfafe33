package org.radcanon.intake.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * The whole configuration, read and checked as one.
 *
 * @param data {@code radcanon.data.dir}, the base of the other directories' defaults
 */
public record Configuration(
    java.nio.file.Path data,
    ArchiveConfiguration archive,
    MapConfiguration map,
    EnrichmentConfiguration enrichment,
    IntakeConfiguration intake,
    DicomWebConfiguration dicomWeb,
    FhirConfiguration fhir,
    SecurityConfiguration security) {

  /**
   * Reads every group.
   *
   * @throws ConfigurationException with all faults of all groups, unknown keys under {@code
   *     radcanon.} included
   */
  public static Configuration read(Config config) {
    SettingsReader reader = new SettingsReader(config);
    Configuration configuration =
        new Configuration(
            reader.path("radcanon.data.dir"),
            ArchiveConfiguration.read(reader),
            MapConfiguration.read(reader),
            EnrichmentConfiguration.read(reader),
            IntakeConfiguration.read(reader),
            DicomWebConfiguration.read(reader),
            FhirConfiguration.read(reader),
            SecurityConfiguration.read(reader));
    reader.finish();
    return configuration;
  }
}
