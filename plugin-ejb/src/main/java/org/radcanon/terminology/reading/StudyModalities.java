package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * Which modality (RID) a study is, from the DICOM modalities of its acquisitions and from what its
 * text names ({@code lexicon/dicom-modalities.csv}). A line with several DICOM modalities is about
 * studies that have them all, and then outranks the lines with one.
 */
final class StudyModalities {

  private final List<Line> lines = new ArrayList<>();

  private final Map<String, Set<String>> partsOf = new HashMap<>();

  private record Line(Set<String> dicom, String modality, boolean onlyIfNamed) {}

  /**
   * What a study may be.
   *
   * @param modality the one to read its text by; empty where nothing says one
   * @param fits the text names none, or one that the study may be
   * @param usual the text names none, or only one that a study of these acquisitions usually is
   */
  record Choice(Optional<String> modality, boolean fits, boolean usual) {
    Set<String> set() {
      return modality.map(Set::of).orElse(Set.of());
    }
  }

  static StudyModalities read(CanonicalMap map, TableFolder folder, Faults faults) {
    StudyModalities modalities = new StudyModalities();
    Table table =
        Table.read(
            folder,
            "lexicon/dicom-modalities.csv",
            Set.of("modality", "radlex", "only_if_named"),
            faults);
    for (Row row : table) {
      if (map.value(row.get("radlex")).isEmpty()) {
        faults.add(row, "unknown value " + row.get("radlex"));
      }
      modalities.lines.add(
          new Line(
              Set.copyOf(new HashSet<>(row.words("modality"))),
              row.get("radlex"),
              row.get("only_if_named").equals("Y")));
    }
    modalities.combinations(map);
    return modalities;
  }

  /** A combined modality is labelled by its parts: NM/CT; PET is nuclear medicine. */
  private void combinations(CanonicalMap map) {
    Map<String, String> byLabel = new HashMap<>();
    for (AttributeValue value : map.values()) {
      if (value.attribute().filter(Attribute.MODALITY::equals).isPresent()) {
        byLabel.put(value.label(), value.id());
      }
    }
    byLabel.forEach(
        (label, id) -> {
          Set<String> parts = new HashSet<>();
          for (String part : label.split("/")) {
            String modality = byLabel.getOrDefault(part, id);
            parts.add(modality);
            map.value(modality).flatMap(AttributeValue::parent).ifPresent(parts::add);
          }
          parts.remove(id);
          partsOf.put(id, parts);
        });
  }

  /** The modality by which to read a text that names some, or none. */
  Choice choose(Set<String> dicom, Set<String> words) {
    Set<String> named = withoutParts(words);
    Set<String> usual = usual(dicom);
    if (named.isEmpty()) {
      return new Choice(usual.stream().findFirst(), true, true);
    }
    Optional<String> agreed = usual.stream().filter(named::contains).findFirst();
    if (agreed.isPresent()) {
      return new Choice(agreed, true, named.size() == 1);
    }
    if (usual.isEmpty()) {
      return new Choice(named.stream().sorted().findFirst(), true, false);
    }
    Optional<String> possible =
        lines.stream()
            .filter(line -> dicom.containsAll(line.dicom()) && named.contains(line.modality()))
            .map(Line::modality)
            .findFirst();
    return new Choice(
        possible.isPresent() ? possible : named.stream().sorted().findFirst(),
        possible.isPresent(),
        false);
  }

  /** Where PET/CT is named, PET and CT are only parts of it. */
  private Set<String> withoutParts(Set<String> named) {
    Set<String> parts = new HashSet<>();
    named.forEach(modality -> parts.addAll(partsOf.getOrDefault(modality, Set.of())));
    return named.stream().filter(m -> !parts.contains(m)).collect(Collectors.toSet());
  }

  /** What a study of these acquisitions is where its text names nothing, the first first. */
  private Set<String> usual(Set<String> dicom) {
    Set<String> usual = new LinkedHashSet<>();
    int most =
        lines.stream()
            .filter(l -> applies(l, dicom))
            .mapToInt(l -> l.dicom().size())
            .max()
            .orElse(0);
    lines.stream()
        .filter(line -> applies(line, dicom) && line.dicom().size() == most)
        .forEach(line -> usual.add(line.modality()));
    return usual;
  }

  private static boolean applies(Line line, Set<String> dicom) {
    return !line.onlyIfNamed() && dicom.containsAll(line.dicom());
  }

  /** Whether no line is about any of these. */
  boolean foreign(Set<String> dicom) {
    return usual(dicom).isEmpty();
  }
}
