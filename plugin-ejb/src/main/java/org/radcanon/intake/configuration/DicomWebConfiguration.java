package org.radcanon.intake.configuration;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * {@code radcanon.stow.*}, {@code radcanon.qido.*} and {@code radcanon.public-url}
 *
 * @param coercedStatus 200 or 202: all stored, some coerced (PS3.18 Table 10.5.3-1)
 * @param defaultLimit rows when a query has no limit
 * @param maximumLimit rows at most
 * @param emptyStatus 200 or 204: no match (PS3.18 10.6.3)
 * @param publicUrl of the web context, where it is not that of the request
 */
public record DicomWebConfiguration(
    int coercedStatus,
    int defaultLimit,
    int maximumLimit,
    int emptyStatus,
    Optional<URI> publicUrl) {

  static DicomWebConfiguration read(SettingsReader reader) {
    var configuration =
        new DicomWebConfiguration(
            reader.oneOf("radcanon.stow.coerced-status", Set.of(200, 202)),
            reader.integer("radcanon.qido.default-limit", 1, 100_000),
            reader.integer("radcanon.qido.maximum-limit", 1, 100_000),
            reader.oneOf("radcanon.qido.empty-status", Set.of(200, 204)),
            reader.optionalHttpUrl("radcanon.public-url"));
    if (configuration.defaultLimit > configuration.maximumLimit) {
      reader.fault(
          "radcanon.qido.default-limit",
          configuration.defaultLimit
              + " is more than radcanon.qido.maximum-limit, "
              + configuration.maximumLimit);
    }
    return configuration;
  }
}
