package org.radcanon.intake.configuration;

import java.util.Optional;
import org.radcanon.enrichment.EnrichmentSettings;
import org.radcanon.enrichment.EnrichmentSettings.Equipment;
import org.radcanon.enrichment.EnrichmentSettings.Mode;

/** {@code radcanon.enrichment.*} */
final class EnrichmentConfiguration {

  private EnrichmentConfiguration() {}

  static EnrichmentSettings read(SettingsReader reader) {
    Mode mode = reader.choice("radcanon.enrichment.mode", Mode.class);
    boolean originals = reader.flag("radcanon.enrichment.original-attributes");
    if (mode == Mode.NORMALISE && !originals) {
      reader.fault(
          "radcanon.enrichment.original-attributes",
          "must be true in mode normalise, or the code that is replaced would be lost");
    }
    return new EnrichmentSettings(
        mode,
        reader.list("radcanon.enrichment.preferred-schemes"),
        reader.flag("radcanon.enrichment.equivalent-codes"),
        reader.flag("radcanon.enrichment.coding-scheme-versions"),
        reader.flag("radcanon.enrichment.coding-scheme-identification"),
        originals || mode == Mode.NORMALISE,
        reader.flag("radcanon.enrichment.contributing-equipment"),
        reader.fraction("radcanon.enrichment.threshold"),
        new Equipment(
            reader
                .optionalText("radcanon.enrichment.institution")
                .filter(name -> fits(reader, "radcanon.enrichment.institution", name, 64)),
            station(reader),
            ProductVersion.get()));
  }

  private static String station(SettingsReader reader) {
    String key = "radcanon.enrichment.station";
    return Optional.of(reader.text(key)).filter(name -> fits(reader, key, name, 16)).orElse("?");
  }

  /** PS3.5 6.2: SH holds 16 characters, LO 64, neither a backslash. */
  private static boolean fits(SettingsReader reader, String key, String value, int longest) {
    boolean fits = !value.isBlank() && value.length() <= longest && value.indexOf('\\') < 0;
    if (!fits) {
      reader.fault(key, "'" + value + "' is not 1 to " + longest + " characters without backslash");
    }
    return fits;
  }
}
