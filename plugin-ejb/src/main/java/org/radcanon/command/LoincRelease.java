package org.radcanon.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;

/** The LOINC/RSNA Radiology Playbook file of a LOINC release that a site has licensed. */
final class LoincRelease {

  private static final String FOLDER = "sources/loinc-rsna";
  private static final String FILE = "LoincRsnaRadiologyPlaybook.csv";
  private static final Set<String> COLUMNS =
      Set.of(
          "LoincNumber",
          "LongCommonName",
          "PartNumber",
          "PartTypeName",
          "PartName",
          "PartSequenceOrder",
          "RID",
          "PreferredName",
          "RPID",
          "LongName");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,7}-\\d");
  private static final Pattern RPID = Pattern.compile("RPID\\d+");
  private static final Pattern RID = Pattern.compile("(?i)RID\\d+");

  private LoincRelease() {}

  /**
   * Checks the file and copies it, byte for byte, to the map's sources.
   *
   * @return what was taken, in words
   */
  static String take(Path file, Path map) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Faults faults = new Faults();
    Set<String> codes = new TreeSet<>();
    Set<String> paired = new TreeSet<>();
    String name = String.valueOf(file.getFileName());
    for (Row row : Table.parse(name, bytes, COLUMNS, faults)) {
      check(row, "LoincNumber", NUMBER, true, faults);
      check(row, "RPID", RPID, false, faults);
      check(row, "RID", RID, false, faults);
      codes.add(row.get("LoincNumber"));
      row.find("RPID").ifPresent(rpid -> paired.add(row.get("LoincNumber") + " " + rpid));
    }
    faults.refuseIfAny();
    Path folder = Files.createDirectories(map.resolve(FOLDER));
    Path next = folder.resolve(FILE + ".new");
    Files.write(next, bytes);
    Files.move(next, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    return "%d LOINC codes, %d pairs with RPIDs".formatted(codes.size(), paired.size());
  }

  private static void check(
      Row row, String column, Pattern shape, boolean required, Faults faults) {
    String value = row.get(column);
    boolean absent = value.isEmpty() && !required;
    if (!absent && !shape.matcher(value).matches()) {
      faults.add(row, "\"" + value + "\" is no " + column);
    }
  }
}
