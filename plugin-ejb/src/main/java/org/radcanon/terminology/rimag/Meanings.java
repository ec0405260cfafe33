package org.radcanon.terminology.rimag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.rimag.Component.Part;

/** From the parts of a code to attribute values. */
final class Meanings {

  private final RimagTables tables;

  Meanings(RimagTables tables) {
    this.tables = tables;
  }

  /** The modality whose tables an equipment code refers to: {@code CT}, {@code MR}, {@code XR}. */
  Optional<String> modality(String equipment) {
    return Optional.ofNullable(tables.equipment.get(equipment))
        .map(e -> e.modalities().iterator().next());
  }

  Optional<Component> component(Part part, RimagCode code) {
    return switch (part) {
      case EQUIPMENT -> Optional.ofNullable(tables.equipment.get(code.equipment()));
      case SITE -> Optional.ofNullable(tables.sites.get(code.site()));
      case METHOD -> modality(code.equipment()).map(m -> tables.methods.get(m).get(code.method()));
      case DETAIL -> modality(code.equipment()).map(m -> tables.details.get(m).get(code.detail()));
      case ADDITIONAL -> Optional.empty();
    };
  }

  /** The values of a code whose parts are all known and fit each other. */
  Set<String> values(RimagCode code) {
    String modality = modality(code.equipment()).orElseThrow();
    Component equipment = tables.equipment.get(code.equipment());
    Component method = tables.methods.get(modality).get(code.method());
    Set<String> values = new LinkedHashSet<>();
    values.add(method.device().isEmpty() ? equipment.device() : method.device());
    values.addAll(equipment.values());
    values.addAll(site(code.site(), modality, code.method(), code.detail()));
    values.addAll(method.values());
    if (!code.detail().equals(RimagCode.NONE)) {
      values.addAll(
          modality.equals(RimagTables.XR)
              ? position(code.detail(), code.site())
              : tables.details.get(modality).get(code.detail()).values());
    }
    return values;
  }

  private List<String> site(String site, String modality, String method, String detail) {
    return tables.siteMeanings.get(site).stream()
        .filter(meaning -> meaning.holds(modality, method, detail))
        .findFirst()
        .map(SiteMeaning::values)
        .orElseThrow();
  }

  private List<String> position(String position, String site) {
    return tables.positionMeanings.get(position).stream()
        .filter(meaning -> meaning.holds(site))
        .findFirst()
        .map(PositionMeaning::values)
        .orElseThrow();
  }
}
