package org.radcanon.terminology.build;

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
public final class LoincRelease {

  /** Where it lies in a map's folder. */
  static final String FILE = "sources/loinc-rsna/LoincRsnaRadiologyPlaybook.csv";

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
  private static final Pattern RPID = Pattern.compile("RPID\\d+");
  private static final Pattern RID = Pattern.compile("(?i)RID\\d+");

  private LoincRelease() {}

  /**
   * Checks the file and copies it, byte for byte, to the map's sources.
   *
   * @return what was taken, in words
   * @throws org.radcanon.terminology.table.TableException with every bad row; nothing is copied
   */
  public static String take(Path file, Path map) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Faults faults = new Faults();
    Set<String> codes = new TreeSet<>();
    Set<String> paired = new TreeSet<>();
    String name = String.valueOf(file.getFileName());
    for (Row row : Table.parse(name, bytes, COLUMNS, faults)) {
      checkNumber(row, faults);
      check(row, "RPID", RPID, faults);
      check(row, "RID", RID, faults);
      codes.add(row.get("LoincNumber"));
      row.find("RPID").ifPresent(rpid -> paired.add(row.get("LoincNumber") + " " + rpid));
    }
    faults.refuseIfAny();
    Path place = map.resolve(FILE);
    Files.createDirectories(place.getParent());
    Path next = place.resolveSibling(place.getFileName() + ".new");
    Files.write(next, bytes);
    Files.move(next, place, StandardCopyOption.REPLACE_EXISTING);
    return "%d LOINC codes, %d pairs with RPIDs".formatted(codes.size(), paired.size());
  }

  /** A LOINC code with its check digit, or a fault. */
  static void checkNumber(Row row, Faults faults) {
    String number = row.get("LoincNumber");
    if (!LoincCode.valid(number)) {
      faults.add(row, number + " is no LOINC code (check digit?)");
    }
  }

  private static void check(Row row, String column, Pattern shape, Faults faults) {
    row.find(column)
        .filter(value -> !shape.matcher(value).matches())
        .ifPresent(value -> faults.add(row, "\"" + value + "\" is no " + column));
  }
}
