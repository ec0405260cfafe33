package org.radcanon.terminology.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

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
   * What was taken.
   *
   * @param codes of LOINC
   * @param pairs of a code with one of the Playbook
   * @param remarks the pairs that decide nothing, by line, and why
   */
  public record Taken(int codes, int pairs, List<Fault> remarks) {

    @Override
    public String toString() {
      return "%d LOINC codes, %d pairs with RPIDs, %d of them decide nothing"
          .formatted(codes, pairs, remarks.size());
    }
  }

  /**
   * Checks the file and copies it, byte for byte, to the map's sources.
   *
   * @throws org.radcanon.terminology.table.TableException with every bad row; nothing is copied
   */
  public static Taken take(Path file, Path map) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Faults faults = new Faults();
    Set<String> codes = new TreeSet<>();
    Set<String> paired = new TreeSet<>();
    String name = String.valueOf(file.getFileName());
    Table release = Table.parse(name, bytes, COLUMNS, faults);
    for (Row row : release) {
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
    return new Taken(codes.size(), paired.size(), remarks(release, map));
  }

  /** None where the map's own tables are not whole: the build tells that. */
  private static List<Fault> remarks(Table release, Path map) {
    TableFolder folder = TableFolder.of(map);
    Faults faults = new Faults();
    SchemeSource playbook = PlaybookSource.read(folder, Vocabulary.read(folder, faults), faults);
    return faults.any()
        ? List.of()
        : new LoincPairs(release, LoincPairs.meanings(playbook)).remarks();
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
