package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.build.SourceProcedure.NameKind;
import org.radcanon.terminology.build.SourceProcedure.SourceName;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * The RadLex Playbook: a row's attribute slots become a set of values. The order of slots says
 * nothing, an orderable and a protocol of the same content are the same procedure ({@code
 * playbook_type} is left out), and {@code corrections.csv} and {@code rewrites.csv} mend what the
 * slots get wrong, each with its reason (docs/canonical-map.md).
 */
final class PlaybookSource {

  private static final String FOLDER = "sources/radlex/";
  private static final List<String> SLOTS =
      List.of(
          "modality",
          "population",
          "body_region",
          "body_region_2",
          "body_region_3",
          "body_region_4",
          "body_region_5",
          "modality_modifier",
          "modality_modifier_2",
          "modality_modifier_3",
          "procedure_modifier",
          "procedure_modifier_2",
          "anatomic_focus",
          "anatomic_focus_2",
          "laterality",
          "reason_for_exam",
          "reason_for_exam_2",
          "reason_for_exam_3",
          "technique",
          "pharmaceutical",
          "pharmaceutical_2",
          "view",
          "view_2",
          "view_3",
          "view_4");
  private static final List<String> CURATED_NAMES = List.of("long_name", "short_name");
  private static final List<String> GENERATED_NAMES = List.of("auto_long_name", "auto_short_name");

  private final Vocabulary vocabulary;
  private final Corrections corrections;
  private final List<Rewrite> rewrites = new ArrayList<>();
  private final Set<String> nameFaults = new HashSet<>();
  private final List<SourceProcedure> procedures = new ArrayList<>();

  private record Rewrite(Set<String> present, List<String> instead) {}

  /** Reads the scheme; what is wrong with a table goes to {@code faults}. */
  static SchemeSource read(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    PlaybookSource source = new PlaybookSource(folder, vocabulary, faults);
    return new SchemeSource(CanonicalMap.RADLEX, source.procedures, List.of());
  }

  private PlaybookSource(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    this.vocabulary = vocabulary;
    corrections =
        Corrections.read(folder, FOLDER + "corrections.csv", "rpid", "rid", vocabulary, faults);
    readMending(folder, faults);
    Set<String> columns = new LinkedHashSet<>(SLOTS);
    columns.addAll(CURATED_NAMES);
    columns.addAll(GENERATED_NAMES);
    columns.addAll(List.of("rpid", "in_core", "playbook_type"));
    for (Row row : Table.read(folder, FOLDER + "playbook.csv", columns, faults)) {
      procedure(row, faults).ifPresent(procedures::add);
    }
    procedures.sort(Comparator.comparingInt(p -> number(p.code())));
    Set<String> known = procedures.stream().map(SourceProcedure::code).collect(Collectors.toSet());
    corrections.refuseOthersThan(known, "unknown RPID", faults);
  }

  private void readMending(TableFolder folder, Faults faults) {
    Set<String> columns = Set.of("present", "instead", "reason");
    for (Row row : Table.read(folder, FOLDER + "rewrites.csv", columns, faults)) {
      rewrites.add(new Rewrite(Set.copyOf(row.words("present")), row.words("instead")));
    }
    for (Row row :
        Table.read(folder, FOLDER + "name_faults.csv", Set.of("rpid", "reason"), faults)) {
      nameFaults.add(row.get("rpid"));
    }
  }

  private static int number(String rpid) {
    return Integer.parseInt(rpid.substring("RPID".length()));
  }

  private Optional<SourceProcedure> procedure(Row row, Faults faults) {
    String rpid = row.get("rpid");
    if (!rpid.matches("RPID[0-9]{1,8}")) {
      faults.add(row, rpid + " is no RPID");
      return Optional.empty();
    }
    List<String> set = canonical(row);
    for (String value : set) {
      if (vocabulary.home(value).isEmpty()) {
        faults.add(row, rpid + ": value " + value + " has no home in " + Vocabulary.FILE);
      }
    }
    if (set.isEmpty()) {
      faults.add(row, rpid + " has no attribute at all");
      return Optional.empty();
    }
    Rank rank = row.get("in_core").equals("Y") ? Rank.CORE : Rank.NORMAL;
    return Optional.of(new SourceProcedure(rpid, rank, set, names(row)));
  }

  /** The curated names, then the generated ones, without doubled blanks; each text once. */
  private List<SourceName> names(Row row) {
    Map<String, SourceName> names = new LinkedHashMap<>();
    NameKind curated = nameFaults.contains(row.get("rpid")) ? NameKind.DOUBTFUL : NameKind.CURATED;
    CURATED_NAMES.forEach(column -> name(row, column, curated, names));
    if (!mendedBeyondModality(row.get("rpid"))) {
      GENERATED_NAMES.forEach(column -> name(row, column, NameKind.GENERATED, names));
    }
    return List.copyOf(names.values());
  }

  /** Generated names say what the slots said before they were corrected. */
  private boolean mendedBeyondModality(String rpid) {
    return corrections
        .values(rpid)
        .flatMap(value -> vocabulary.home(value).stream())
        .anyMatch(attribute -> attribute != Attribute.MODALITY);
  }

  private static void name(Row row, String column, NameKind kind, Map<String, SourceName> names) {
    row.find(column)
        .map(text -> text.replaceAll("\\s+", " "))
        .ifPresent(text -> names.putIfAbsent(text, new SourceName(kind, text)));
  }

  private List<String> canonical(Row row) {
    LinkedHashSet<String> set = new LinkedHashSet<>();
    SLOTS.stream().map(row::get).filter(value -> !value.isEmpty()).forEach(set::add);
    corrections.apply(row.get("rpid"), set);
    for (Rewrite rewrite : rewrites) {
      if (set.containsAll(rewrite.present())) {
        set.removeAll(rewrite.present());
        set.addAll(rewrite.instead());
      }
    }
    return List.copyOf(set);
  }
}
