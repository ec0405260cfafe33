package org.radcanon.intake.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.terminology.CanonicalMap;

/**
 * {@code radcanon.enrichment.*}
 *
 * @param preferredSchemes designators, best first; ends with 99RADCANON
 * @param threshold confidence below which nothing is written
 */
public record EnrichmentConfiguration(
    Mode mode,
    List<String> preferredSchemes,
    boolean equivalentCodes,
    boolean codingSchemeIdentification,
    boolean originalAttributes,
    boolean contributingEquipment,
    double threshold,
    Optional<String> institution,
    String station) {

  /** See the key's description. */
  public enum Mode {
    FILL,
    COMPLETE,
    NORMALISE
  }

  public EnrichmentConfiguration {
    preferredSchemes = List.copyOf(preferredSchemes);
  }

  static EnrichmentConfiguration read(SettingsReader reader) {
    var configuration =
        new EnrichmentConfiguration(
            reader.choice("radcanon.enrichment.mode", Mode.class),
            withOwnLast(reader.list("radcanon.enrichment.preferred-schemes")),
            reader.flag("radcanon.enrichment.equivalent-codes"),
            reader.flag("radcanon.enrichment.coding-scheme-identification"),
            reader.flag("radcanon.enrichment.original-attributes"),
            reader.flag("radcanon.enrichment.contributing-equipment"),
            reader.fraction("radcanon.enrichment.threshold"),
            reader.optionalText("radcanon.enrichment.institution"),
            reader.text("radcanon.enrichment.station"));
    if (configuration.station.length() > 16) {
      reader.fault("radcanon.enrichment.station", "longer than 16 characters (SH, PS3.5 6.2)");
    }
    if (configuration.institution.filter(name -> name.length() > 64).isPresent()) {
      reader.fault("radcanon.enrichment.institution", "longer than 64 characters (LO, PS3.5 6.2)");
    }
    if (configuration.mode == Mode.NORMALISE && !configuration.originalAttributes) {
      reader.fault(
          "radcanon.enrichment.original-attributes",
          "must be true in mode normalise, or the code that is replaced would be lost");
    }
    return configuration;
  }

  private static List<String> withOwnLast(List<String> schemes) {
    List<String> all = new ArrayList<>(schemes);
    if (!all.contains(CanonicalMap.CONCEPT_SCHEME)) {
      all.add(CanonicalMap.CONCEPT_SCHEME);
    }
    return all;
  }
}
