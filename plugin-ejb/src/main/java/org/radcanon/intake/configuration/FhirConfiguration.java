package org.radcanon.intake.configuration;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/**
 * {@code radcanon.fhir.*} and {@code radcanon.public-url}
 *
 * @param zone of study dates and times that come without an offset
 * @param publicUrl of the web context, where it is not that of the request
 */
public record FhirConfiguration(ZoneId zone, Optional<URI> publicUrl) {

  static FhirConfiguration read(SettingsReader reader) {
    return new FhirConfiguration(
        reader.zone("radcanon.fhir.time-zone"), reader.optionalHttpUrl("radcanon.public-url"));
  }
}
