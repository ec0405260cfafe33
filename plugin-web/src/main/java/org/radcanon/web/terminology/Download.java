package org.radcanon.web.terminology;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CodingScheme;

/** The tables that can be downloaded. */
enum Download {
  CONCEPTS(
      "Procedures with their attributes, in words and as value ids, and their codes in every"
          + " scheme, the preferred one first",
      ConceptsTable::new),
  CODES("Codes of every scheme with their procedure", CodeTable::new),
  NAMES("Every name that a scheme publishes for a code", NamesTable::new),
  VALUES(
      "Attribute values: labels, the broader value, codes of SNOMED CT and DICOM, Body Part"
          + " Examined",
      ValuesTable::new),
  RELATIONS(
      "Nearest broader procedures and siblings of each procedure, and what differs",
      RelationsTable::new),
  NOT_CANONICALISED("Codes that have no procedure, and what was not understood", WithoutTable::new),
  GAPS("The gap report", view -> new FindingsCsv(view.gaps().findings()));

  private final String description;
  private final Function<View, Csv.Rows> rows;

  Download(String description, Function<View, Csv.Rows> rows) {
    this.description = description;
    this.rows = rows;
  }

  static Optional<Download> named(String file) {
    return Arrays.stream(values()).filter(table -> table.file().equals(file)).findFirst();
  }

  /** The file's name without its ending. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String description() {
    return description;
  }

  Csv.Rows rows(View view) {
    return rows.apply(view);
  }

  /** What the tables hold, and whose the content is. */
  static String readme(View view) {
    CanonicalMap map = view.map();
    StringBuilder text = new StringBuilder("radcanon: the canonical map of imaging procedures\n\n");
    text.append("Version: ").append(map.version()).append("\n\n");
    text.append("CSV (RFC 4180), UTF-8, with a header row. Several values in one cell are")
        .append(" separated by blanks.\n\n");
    for (Download table : values()) {
      text.append(table.file()).append(".csv\n  ").append(table.description()).append(".\n  ");
      text.append(String.join(", ", table.rows(view).header())).append("\n\n");
    }
    text.append("Schemes\n\n");
    for (CodingScheme scheme : map.schemes()) {
      text.append(scheme.designator()).append(": ").append(scheme.name());
      text.append(", version ").append(scheme.version()).append("\n  ");
      text.append(scheme.notice().isEmpty() ? "No notice." : scheme.notice()).append("\n\n");
    }
    return text.toString();
  }
}
