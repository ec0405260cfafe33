package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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

  /** The lines that name a DICOM modality, alone or with others. */
  private final Map<String, List<Line>> naming = new HashMap<>();

  private final Map<String, Set<String>> partsOf = new HashMap<>();

  /** What a study with one DICOM modality may be. */
  private final Map<String, Set<String>> ofOne = new HashMap<>();

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
      modalities.add(
          new Line(
              Set.copyOf(new HashSet<>(row.words("modality"))),
              row.get("radlex"),
              row.get("only_if_named").equals("Y")));
    }
    modalities.combinations(map);
    modalities.lines.stream()
        .filter(line -> line.dicom().size() == 1)
        .forEach(
            line ->
                modalities
                    .ofOne
                    .computeIfAbsent(line.dicom().iterator().next(), d -> new HashSet<>())
                    .add(line.modality()));
    return modalities;
  }

  private void add(Line line) {
    lines.add(line);
    line.dicom().forEach(m -> naming.computeIfAbsent(m, d -> new ArrayList<>()).add(line));
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
    List<String> usual = usual(dicom);
    SortedSet<String> named = withoutParts(words);
    if (named.isEmpty()) {
      return new Choice(usual.stream().findFirst(), true, true);
    }
    for (String modality : usual) {
      if (named.contains(modality)) {
        return new Choice(Optional.of(modality), true, named.size() == 1);
      }
    }
    Optional<String> first = named.stream().findFirst();
    if (usual.isEmpty()) {
      return new Choice(first, true, false);
    }
    Optional<String> possible = possible(dicom, named);
    return new Choice(possible.or(() -> first), possible.isPresent(), false);
  }

  /** What of what is named a study of these acquisitions may be. */
  private Optional<String> possible(Set<String> dicom, Set<String> named) {
    for (Line line : about(dicom)) {
      if (dicom.containsAll(line.dicom()) && named.contains(line.modality())) {
        return Optional.of(line.modality());
      }
    }
    return Optional.empty();
  }

  /** Where PET/CT is named, PET and CT are only parts of it. */
  private SortedSet<String> withoutParts(Set<String> named) {
    SortedSet<String> whole = new TreeSet<>(named);
    if (named.size() > 1) {
      named.forEach(modality -> whole.removeAll(partsOf.getOrDefault(modality, Set.of())));
    }
    return whole;
  }

  /** What a study of these acquisitions is where its text names nothing, the first first. */
  private List<String> usual(Set<String> dicom) {
    List<String> usual = new ArrayList<>(2);
    int most = 0;
    for (Line line : about(dicom)) {
      int size = line.dicom().size();
      if (!line.onlyIfNamed() && size >= most && dicom.containsAll(line.dicom())) {
        if (size > most) {
          usual.clear();
        }
        most = size;
        usual.add(line.modality());
      }
    }
    return usual;
  }

  /** The lines that may be about a study. */
  private List<Line> about(Set<String> dicom) {
    return dicom.size() == 1 ? naming.getOrDefault(dicom.iterator().next(), List.of()) : lines;
  }

  /**
   * Whether a study of these acquisitions may be of a modality, if it is named so; any may, where
   * no line is about these.
   */
  boolean mayBe(Set<String> dicom, String modality) {
    boolean known = false;
    for (String one : dicom) {
      Set<String> possible = ofOne.get(one);
      known |= possible != null;
      if (possible != null && possible.contains(modality)) {
        return true;
      }
    }
    return !known
        || dicom.size() > 1
            && lines.stream()
                .anyMatch(l -> l.modality().equals(modality) && dicom.containsAll(l.dicom()));
  }

  /** Whether no line is about any of these. */
  boolean foreign(Set<String> dicom) {
    return usual(dicom).isEmpty();
  }
}
