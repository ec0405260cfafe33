package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.build.AxisRules.Meaning;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * LOINC's axis System: places, joined by {@code &} or {@code &&}. A place is regions and, after
 * {@code >}, foci, joined by {@code +}; each may end in a side. {@code systems.csv} says what a
 * part means, and where it stands as a whole line, what a whole system means.
 */
final class LoincSystems {

  private static final String AXIS = "system";
  private static final String FILE = LoincSource.FOLDER + "systems.csv";
  private static final Set<String> COLUMNS = Set.of("part", "kind", "values", "region");
  private static final Map<String, String> SIDES =
      Map.of(
          "left", "RID5824",
          "right", "RID5825",
          "bilateral", "RID5771",
          "unilateral", "RID38593");
  private static final Pattern SIDED = Pattern.compile("(.+)\\.(left|right|bilateral|unilateral)");
  private static final Pattern PLACES = Pattern.compile("\\s*&&?\\s*");

  private final Vocabulary vocabulary;
  private final Map<String, Part> parts = new HashMap<>();
  private final Map<String, Meaning> wholes = new HashMap<>();

  /**
   * @param alone the focus says the region as well, in other words than the system does
   */
  private record Part(Meaning meaning, boolean alone) {}

  LoincSystems(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    this.vocabulary = vocabulary;
    for (Row row : Table.read(folder, FILE, COLUMNS, faults)) {
      Meaning meaning = Meaning.of(row, vocabulary, faults);
      String part = row.get("part");
      boolean twice =
          switch (row.get("kind")) {
            case "whole" -> wholes.put(part, meaning) != null;
            case "part" -> parts.put(part, new Part(meaning, alone(row, faults))) != null;
            default -> {
              faults.add(row, "kind is neither part nor whole");
              yield false;
            }
          };
      if (twice) {
        faults.add(row, part + " stands twice");
      }
    }
  }

  private static boolean alone(Row row, Faults faults) {
    if (!Set.of("keep", "drop").contains(row.get("region"))) {
      faults.add(row, "region is neither keep nor drop");
    }
    return row.get("region").equals("drop");
  }

  void read(String system, LoincReading reading) {
    Meaning whole = wholes.get(system);
    if (whole != null) {
      reading.take(Optional.of(whole), AXIS, system);
      return;
    }
    for (String place : PLACES.split(system)) {
      readPlace(place, reading);
    }
  }

  private void readPlace(String place, LoincReading reading) {
    int at = place.indexOf('>');
    List<String> regions = split(at < 0 ? place : place.substring(0, at));
    List<String> foci = at < 0 ? List.of() : split(place.substring(at + 1));
    boolean alone =
        !foci.isEmpty()
            && foci.stream().map(this::part).allMatch(p -> p.filter(Part::alone).isPresent());
    for (String region : regions) {
      LoincReading one = new LoincReading();
      read(part(region), region, one);
      one.terms().forEach(term -> reading.notUnderstood(AXIS, region));
      reading.add(one.values().stream().filter(value -> !alone || isSide(value)).toList());
    }
    foci.forEach(focus -> read(part(focus), focus, reading));
  }

  private boolean isSide(String value) {
    return vocabulary.home(value).filter(Attribute.LATERALITY::equals).isPresent();
  }

  private static List<String> split(String joined) {
    return Arrays.stream(joined.split("\\+")).filter(part -> !part.isEmpty()).toList();
  }

  private Optional<Part> part(String name) {
    return Optional.ofNullable(parts.get(name)).or(() -> sided(name));
  }

  private Optional<Part> sided(String name) {
    Matcher sided = SIDED.matcher(name);
    if (!sided.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(parts.get(sided.group(1)))
        .map(part -> new Part(with(part.meaning(), SIDES.get(sided.group(2))), part.alone()));
  }

  private static Meaning with(Meaning meaning, String value) {
    List<String> values = new ArrayList<>(meaning.values());
    values.add(value);
    return new Meaning(meaning.known(), values);
  }

  private static void read(Optional<Part> part, String name, LoincReading reading) {
    reading.take(part.map(Part::meaning), AXIS, name);
  }
}
