package org.radcanon.terminology.rimag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * From attribute values to the codes that mean them: the parts that say nothing beside them are put
 * together in every way, and those kept that mean just them.
 */
final class Inverse {

  private final RimagTables tables;
  private final Meanings meanings;
  private final Predicate<String> allowed;

  /**
   * @param allowed whether a code means something
   */
  Inverse(RimagTables tables, Meanings meanings, Predicate<String> allowed) {
    this.tables = tables;
    this.meanings = meanings;
    this.allowed = allowed;
  }

  /** The codes for unspecified equipment, listed items first. */
  List<String> codesFor(Set<String> values, ValueForm form) {
    Set<String> wanted = form.apply(values);
    Set<String> parts = form.origins(wanted);
    parts.addAll(values);
    List<String> found = new ArrayList<>();
    for (Component equipment : tables.equipment.values()) {
      boolean unspecified = tables.sameEquipment.get(equipment.code()).equals(equipment.code());
      if (unspecified && parts.containsAll(equipment.values())) {
        codesFor(equipment, parts, wanted, form, found);
      }
    }
    List<String> ordered =
        new ArrayList<>(found.stream().filter(tables.items::containsKey).toList());
    found.stream().filter(code -> !tables.items.containsKey(code)).forEach(ordered::add);
    return List.copyOf(ordered);
  }

  private void codesFor(
      Component equipment,
      Set<String> parts,
      Set<String> wanted,
      ValueForm form,
      List<String> found) {
    String modality = meanings.modality(equipment.code()).orElseThrow();
    List<String> methods = methods(equipment, modality, parts);
    if (methods.isEmpty()) {
      return;
    }
    List<String> details = details(modality, parts);
    for (String site : sites(modality, parts)) {
      for (String method : methods) {
        for (String detail : details) {
          RimagCode code =
              RimagCode.parse(equipment.code() + site + method + detail + RimagCode.NONE)
                  .orElseThrow();
          if (form.apply(meanings.values(code)).equals(wanted) && allowed.test(code.base())) {
            found.add(code.base());
          }
        }
      }
    }
  }

  /** Methods that say nothing else; of those with their own device only where it is this one. */
  private List<String> methods(Component equipment, String modality, Set<String> values) {
    return tables.methods.get(modality).values().stream()
        .filter(m -> m.device().isEmpty() || m.device().equals(equipment.device()))
        .filter(m -> values.contains(equipment.device()) && values.containsAll(m.values()))
        .map(Component::code)
        .toList();
  }

  private List<String> sites(String modality, Set<String> values) {
    return tables.sites.values().stream()
        .filter(site -> site.modalities().contains(modality))
        .filter(
            site ->
                tables.siteMeanings.get(site.code()).stream()
                    .map(SiteMeaning::values)
                    .anyMatch(values::containsAll))
        .map(Component::code)
        .toList();
  }

  private List<String> details(String modality, Set<String> values) {
    List<String> codes = new ArrayList<>();
    codes.add(RimagCode.NONE);
    for (Component detail : tables.details.get(modality).values()) {
      Collection<List<String>> meant =
          modality.equals(RimagTables.XR)
              ? tables.positionMeanings.get(detail.code()).stream()
                  .map(PositionMeaning::values)
                  .toList()
              : List.of(detail.values());
      if (meant.stream().anyMatch(values::containsAll)) {
        codes.add(detail.code());
      }
    }
    return codes;
  }
}
