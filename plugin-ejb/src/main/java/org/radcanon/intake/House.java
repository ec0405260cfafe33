package org.radcanon.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;
import org.radcanon.archive.Archive;
import org.radcanon.dimse.DimseEvents;
import org.radcanon.enrichment.Enricher;
import org.radcanon.intake.configuration.ArchiveConfiguration;
import org.radcanon.intake.configuration.Configuration;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.intake.configuration.FhirConfiguration;
import org.radcanon.intake.configuration.IntakeConfiguration;
import org.radcanon.intake.configuration.MapConfiguration;
import org.radcanon.intake.configuration.SecuritySettings;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.live.Terminology;

/**
 * Gives the container what the plain Java rooms are made of, each from its group of the
 * configuration.
 */
@ApplicationScoped
class House {

  @Resource private ManagedThreadFactory threads;

  @Produces
  @Singleton
  Configuration configuration() {
    return Configuration.read(ConfigProvider.getConfig());
  }

  @Produces
  @Singleton
  ArchiveConfiguration archiveConfiguration(Configuration configuration) {
    return configuration.archive();
  }

  @Produces
  @Singleton
  MapConfiguration mapConfiguration(Configuration configuration) {
    return configuration.map();
  }

  @Produces
  @Singleton
  IntakeConfiguration intakeConfiguration(Configuration configuration) {
    return configuration.intake();
  }

  @Produces
  @Singleton
  DicomWebSettings dicomWebSettings(Configuration configuration) {
    return configuration.dicomWeb();
  }

  @Produces
  @Singleton
  FhirConfiguration fhirConfiguration(Configuration configuration) {
    return configuration.fhir();
  }

  @Produces
  @Singleton
  SecuritySettings securitySettings(Configuration configuration) {
    return configuration.security();
  }

  @Produces
  @Singleton
  Terminology terminology(MapConfiguration configuration) {
    return Terminology.open(configuration.directory(), configuration.siteMap());
  }

  @Produces
  @Singleton
  CanonicalMap canonicalMap(Terminology terminology) {
    return terminology.map();
  }

  @Produces
  @Singleton
  MapDesk mapDesk(Terminology terminology) {
    return MapDesk.of(terminology::mapInForce, terminology.words());
  }

  @Produces
  @Singleton
  Resolver resolver(Terminology terminology) {
    return terminology.resolver();
  }

  @Produces
  @Singleton
  ArchiveBehind archiveBehind(Configuration configuration, DimseEvents events) {
    return new ArchiveBehind(configuration, Clock.systemUTC(), events, threads);
  }

  @Produces
  @ApplicationScoped
  Archive archive(ArchiveBehind behind) {
    try {
      return behind.open();
    } catch (IOException e) {
      behind.close();
      throw new UncheckedIOException("the archive cannot be opened: " + e.getMessage(), e);
    }
  }

  void close(@Disposes Archive archive, ArchiveBehind behind) {
    behind.close();
  }

  @Produces
  @Singleton
  SpoolDesk spoolDesk(ArchiveBehind behind) {
    return SpoolDesk.of(behind::spool);
  }

  @Produces
  @Singleton
  Enricher enricher(CanonicalMap map, Configuration configuration) {
    return new Enricher(map, configuration.enrichment(), Clock.systemDefaultZone());
  }
}
