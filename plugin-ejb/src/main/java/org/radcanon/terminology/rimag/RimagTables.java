package org.radcanon.terminology.rimag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.rimag.Component.Part;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * The standard's component tables and items, each with our table of what it means: {@code site.csv}
 * and {@code site-values.csv}, and so on. An entry without a meaning, and a meaning of what does
 * not exist, are faults.
 */
final class RimagTables {

  static final String CT = "CT";
  static final String MR = "MR";
  static final String XR = "XR";

  final Map<String, Component> equipment = new LinkedHashMap<>();
  final Map<String, Component> sites = new LinkedHashMap<>();
  final Map<String, Map<String, Component>> methods = byModality();
  final Map<String, Map<String, Component>> details = byModality();
  final Map<String, List<SiteMeaning>> siteMeanings = new HashMap<>();
  final Map<String, List<PositionMeaning>> positionMeanings = new HashMap<>();
  final Map<String, String> sameEquipment = new HashMap<>();
  final Map<String, Item> items = new LinkedHashMap<>();
  final List<Oddity> oddities = new ArrayList<>();

  private final TableFolder folder;
  private final Faults faults;

  RimagTables(TableFolder folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
    readEquipment();
    readSites();
    readMethods();
    readPostProcessing();
    readPositions();
    for (Row row : read("item.csv", "code", "name_zh", "name_en")) {
      Item item = new Item(row.get("code"), row.get("name_zh"), row.find("name_en"));
      once(items.put(item.code(), item), row, item.code());
    }
    for (Row row : read("exceptions.csv", "code", "kind", "detail")) {
      oddities.add(new Oddity(row.get("code"), row.get("kind"), row.get("detail")));
    }
  }

  private static <T> Map<String, Map<String, T>> byModality() {
    Map<String, Map<String, T>> map = new LinkedHashMap<>();
    List.of(CT, MR, XR).forEach(modality -> map.put(modality, new LinkedHashMap<>()));
    return map;
  }

  private Table read(String table, String... columns) {
    return Table.read(folder, Rimag.FOLDER + table, Set.of(columns), faults);
  }

  private void once(Object before, Row row, String code) {
    if (before != null) {
      faults.add(row, code + " stands twice");
    }
  }

  private void readEquipment() {
    Map<String, Row> names = new HashMap<>();
    read("equipment_type.csv", "code", "name_zh", "name_en", "modality_name_zh")
        .forEach(row -> names.put(row.get("code"), row));
    for (Row row :
        read("equipment-values.csv", "equipment", "tables", "device", "values", "same_as")) {
      String code = row.get("equipment");
      Optional<Row> name = named(names.remove(code), row, code);
      sameEquipment.put(code, row.get("same_as"));
      name.ifPresent(
          n ->
              equipment.put(
                  code,
                  new Component(
                      Part.EQUIPMENT,
                      Set.of(row.get("tables")),
                      code,
                      n.get("name_zh"),
                      n.get("name_en"),
                      List.of(n.get("modality_name_zh")),
                      row.get("device"),
                      row.words("values"))));
    }
    meaningless(names.values());
  }

  private Optional<Row> named(Row name, Row row, String code) {
    if (name == null) {
      faults.add(row, code + " is not in the standard");
    }
    return Optional.ofNullable(name);
  }

  private void meaningless(Collection<Row> rows) {
    rows.forEach(row -> faults.add(row, "has no line in the table of meanings"));
  }

  private void readSites() {
    for (Row row :
        read("site-values.csv", "site", "modality", "methods", "positions", "values", "english")) {
      siteMeanings
          .computeIfAbsent(row.get("site"), s -> new ArrayList<>(1))
          .add(
              new SiteMeaning(
                  row.get("modality"),
                  Set.copyOf(row.words("methods")),
                  Set.copyOf(row.words("positions")),
                  row.words("values")));
    }
    Comparator<SiteMeaning> special = Comparator.comparingInt(SiteMeaning::conditions);
    siteMeanings.values().forEach(list -> list.sort(special.reversed()));
    for (Row row :
        read(
            "site.csv",
            "code",
            "name_zh",
            "name_en",
            "primary_zh",
            "secondary_zh",
            "applicable_modalities")) {
      String code = row.get("code");
      once(sites.put(code, site(row, code)), row, code);
    }
    siteMeanings.keySet().stream()
        .filter(site -> !sites.containsKey(site))
        .forEach(site -> faults.add("site-values.csv", 0, "unknown site " + site));
  }

  private Component site(Row row, String code) {
    List<SiteMeaning> meanings = siteMeanings.getOrDefault(code, List.of());
    if (meanings.isEmpty() || meanings.get(meanings.size() - 1).conditions() > 0) {
      faults.add(row, "site " + code + " has no line without conditions in site-values.csv");
    }
    return new Component(
        Part.SITE,
        Set.copyOf(row.words("applicable_modalities")),
        code,
        row.get("name_zh"),
        row.get("name_en"),
        List.of(row.get("primary_zh"), row.get("secondary_zh")),
        "",
        meanings.isEmpty() ? List.of() : meanings.get(meanings.size() - 1).values());
  }

  private void readMethods() {
    Map<String, Row> names = new LinkedHashMap<>();
    read("scan_method.csv", "modality", "code", "group_zh", "name_zh")
        .forEach(row -> names.put(row.get("modality") + row.get("code"), row));
    for (Row row : read("method-values.csv", "modality", "method", "device", "values", "english")) {
      String modality = row.get("modality");
      String code = row.get("method");
      Optional<Row> name = Optional.ofNullable(names.remove(modality + code));
      if (!methods.containsKey(modality) || name.isEmpty() && !code.equals(RimagCode.NONE)) {
        faults.add(row, modality + " method " + code + " is not in the standard");
        continue;
      }
      Component method =
          new Component(
              Part.METHOD,
              Set.of(modality),
              code,
              name.map(n -> n.get("name_zh")).orElse(""),
              row.get("english"),
              name.map(n -> List.of(n.get("group_zh"))).orElse(List.of()),
              row.get("device"),
              row.words("values"));
      once(methods.get(modality).put(code, method), row, code);
    }
    names.values().removeIf(row -> row.get("code").length() != 2);
    meaningless(names.values());
  }

  private void readPostProcessing() {
    Map<String, Row> names = new HashMap<>();
    read("post_processing.csv", "modality", "code", "group_zh", "name_zh")
        .forEach(row -> names.put(row.get("code"), row));
    for (Row row : read("post-processing-values.csv", "post_processing", "values", "english")) {
      String code = row.get("post_processing");
      named(names.remove(code), row, code)
          .ifPresent(n -> detail(CT, code, n, row, List.of(n.get("group_zh"))));
    }
    meaningless(names.values());
  }

  private void readPositions() {
    Map<String, Row> names = new LinkedHashMap<>();
    read("position.csv", "modality", "code", "name_zh")
        .forEach(row -> names.put(row.get("code"), row));
    for (Row row : read("position-values.csv", "position", "sites", "values", "english")) {
      String code = row.get("position");
      positionMeanings
          .computeIfAbsent(code, c -> new ArrayList<>(1))
          .add(new PositionMeaning(row.words("sites"), row.words("values")));
      if (row.get("sites").isEmpty()) {
        named(names.remove(code), row, code).ifPresent(n -> detail(XR, code, n, row, List.of()));
      }
    }
    Comparator<PositionMeaning> special = Comparator.comparing(p -> p.sites().isEmpty());
    positionMeanings.values().forEach(list -> list.sort(special));
    meaningless(names.values());
  }

  private void detail(String modality, String code, Row name, Row row, List<String> path) {
    Component detail =
        new Component(
            Part.DETAIL,
            Set.of(modality),
            code,
            name.get("name_zh"),
            row.get("english"),
            path,
            "",
            row.words("values"));
    once(details.get(modality).put(code, detail), row, code);
  }
}
