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
    TlsConfiguration tls,
    SpoolConfiguration spool,
    DimseConfiguration dimse,
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
    TlsConfiguration tls = TlsConfiguration.read(reader);
    Configuration configuration = read(reader, tls);
    if (configuration.archive().dimse().filter(DimsePeer::tls).isPresent()
        && tls.trustStore().isEmpty()) {
      reader.fault("radcanon.archive.dimse.tls", "radcanon.tls.trust-store is not set");
    }
    return configuration;
  }

  private static Configuration read(SettingsReader reader, TlsConfiguration tls) {
    return new Configuration(
        reader.path("radcanon.data.dir"),
        ArchiveConfiguration.read(reader),
        MapConfiguration.read(reader),
        EnrichmentConfiguration.read(reader),
        IntakeConfiguration.read(reader),
        DicomWebConfiguration.read(reader),
        FhirConfiguration.read(reader),
        tls,
        SpoolConfiguration.read(reader),
        DimseConfiguration.read(reader, tls),
        new SecuritySettings(reader.flag("radcanon.security.open-without-authentication")));
  }
}
