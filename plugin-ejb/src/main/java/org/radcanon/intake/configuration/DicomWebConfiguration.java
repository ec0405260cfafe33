package org.radcanon.intake.configuration;

import java.net.URI;
import java.util.Set;

/** {@code radcanon.stow.*}, {@code radcanon.qido.*} and {@code radcanon.public-url} */
final class DicomWebConfiguration {

  private DicomWebConfiguration() {}

  static DicomWebSettings read(SettingsReader reader) {
    var settings =
        new DicomWebSettings(
            reader.optionalHttpUrl("radcanon.public-url").map(DicomWebConfiguration::service),
            reader.oneOf("radcanon.stow.coerced-status", Set.of(200, 202)),
            reader.integer("radcanon.stow.retry-after", 1, 86_400),
            reader.number("radcanon.stow.maximum-part-size", 1, 1 << 20) << 20,
            reader.oneOf("radcanon.qido.empty-status", Set.of(200, 204)),
            reader.integer("radcanon.qido.default-limit", 1, 100_000),
            reader.integer("radcanon.qido.maximum-limit", 1, 100_000));
    if (settings.qidoDefaultLimit() > settings.qidoMaxLimit()) {
      reader.fault(
          "radcanon.qido.default-limit",
          settings.qidoDefaultLimit()
              + " is more than radcanon.qido.maximum-limit, "
              + settings.qidoMaxLimit());
    }
    return settings;
  }

  private static URI service(URI webContext) {
    return URI.create(webContext.toString().replaceFirst("/+$", "") + "/dicomweb");
  }
}
