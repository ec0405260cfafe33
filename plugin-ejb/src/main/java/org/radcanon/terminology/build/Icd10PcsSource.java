package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.build.AxisRules.Meaning;
import org.radcanon.terminology.build.SourceProcedure.NameKind;
import org.radcanon.terminology.build.SourceProcedure.SourceName;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * ICD-10-PCS, section B: a code is its six axes, and each axis says values. The body part is looked
 * up with its body system; what kind of organ it is decides, with root type and contrast, which
 * study it is (contrast in an artery under fluoroscopy: arteriography). See
 * sources/icd10pcs/README.
 */
final class Icd10PcsSource {

  private static final String DESIGNATOR = "I10P";
  private static final String FOLDER = "sources/icd10pcs/";
  private static final Set<String> CONDITIONS =
      Set.of("root_type", "kind", "contrast", "qualifier");
  private static final Set<String> AXES =
      Set.of(
          "code",
          "generated_title",
          "body_system",
          "root_type",
          "body_part",
          "contrast",
          "qualifier_6",
          "qualifier_7");

  private final Map<List<String>, BodyPart> bodyParts = new HashMap<>();
  private final Map<String, Meaning> qualifiers = new HashMap<>();
  private final AxisRules studies;
  private final AxisRules contrasts;
  private final List<SourceProcedure> procedures = new ArrayList<>();
  private final List<Unmapped> notCanonicalised = new ArrayList<>();

  /**
   * @param kind what contrast makes of it; may be empty
   */
  private record BodyPart(String kind, Meaning meaning) {

    static final BodyPart UNKNOWN = new BodyPart("", new Meaning(false, List.of()));
  }

  /** Reads the scheme; what is wrong with a table goes to {@code faults}. */
  static SchemeSource read(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    Icd10PcsSource source = new Icd10PcsSource(folder, vocabulary, faults);
    return new SchemeSource(DESIGNATOR, source.procedures, source.notCanonicalised);
  }

  private Icd10PcsSource(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    readBodyParts(folder, vocabulary, faults);
    Set<String> columns = Set.of("qualifier", "values");
    for (Row row : Table.read(folder, FOLDER + "qualifiers.csv", columns, faults)) {
      qualifiers.put(row.get("qualifier"), Meaning.of(row, vocabulary, faults));
    }
    studies = AxisRules.read(folder, FOLDER + "studies.csv", CONDITIONS, vocabulary, faults);
    contrasts = AxisRules.read(folder, FOLDER + "contrast.csv", CONDITIONS, vocabulary, faults);
    for (Row row : Table.read(folder, FOLDER + "codes.csv", AXES, faults)) {
      if (row.get("code").matches("B[0-9A-HJ-NP-Z]{6}")) {
        read(row);
      } else {
        faults.add(row, row.get("code") + " is no ICD-10-PCS code of section B");
      }
    }
    procedures.sort(Comparator.comparing(SourceProcedure::code));
    notCanonicalised.sort(Comparator.comparing(Unmapped::code));
  }

  private void readBodyParts(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    Set<String> columns = Set.of("body_system", "root_type", "body_part", "kind", "values");
    for (Row row : Table.read(folder, FOLDER + "body_parts.csv", columns, faults)) {
      List<String> key = key(row, row.get("root_type"));
      BodyPart part = new BodyPart(row.get("kind"), Meaning.of(row, vocabulary, faults));
      if (bodyParts.put(key, part) != null) {
        faults.add(row, "body part " + row.get("body_part") + " stands twice");
      }
    }
  }

  private static List<String> key(Row row, String rootType) {
    return List.of(row.get("body_system"), row.get("body_part"), rootType);
  }

  /** A line for the root type outranks the one for all. */
  private BodyPart bodyPart(Row row) {
    BodyPart ofAll = bodyParts.getOrDefault(key(row, ""), BodyPart.UNKNOWN);
    return bodyParts.getOrDefault(key(row, row.get("root_type")), ofAll);
  }

  private void read(Row row) {
    Set<String> values = new LinkedHashSet<>();
    Set<String> terms = new LinkedHashSet<>();
    BodyPart part = bodyPart(row);
    Set<String> ofCode = new LinkedHashSet<>(qualifiersOf(row));
    Map<String, Set<String>> words =
        Map.of(
            "root_type", Set.of(row.get("root_type")),
            "kind", Set.of(part.kind()),
            "contrast", Set.of(row.get("contrast")),
            "qualifier", ofCode);
    take(studies.of(words), row.get("root_type"), values, terms);
    take(Optional.of(part.meaning()), row.get("body_part"), values, terms);
    String contrast = row.get("contrast") + ", " + row.get("qualifier_6");
    take(contrasts.of(words), contrast, values, terms);
    ofCode.forEach(q -> take(Optional.ofNullable(qualifiers.get(q)), q, values, terms));
    String title = row.get("generated_title");
    if (terms.isEmpty()) {
      List<SourceName> names = List.of(new SourceName(NameKind.GENERATED, title));
      procedures.add(new SourceProcedure(row.get("code"), Rank.NORMAL, List.copyOf(values), names));
    } else {
      notCanonicalised.add(new Unmapped(row.get("code"), title, List.copyOf(terms)));
    }
  }

  private static List<String> qualifiersOf(Row row) {
    return List.of(row.get("qualifier_6"), row.get("qualifier_7"));
  }

  private static void take(
      Optional<Meaning> meaning, String term, Set<String> values, Set<String> terms) {
    meaning
        .filter(Meaning::known)
        .ifPresentOrElse(m -> values.addAll(m.values()), () -> terms.add(term));
  }
}
