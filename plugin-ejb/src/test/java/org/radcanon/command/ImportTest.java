package org.radcanon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.terminology.CommittedMap;

class ImportTest {

  @TempDir private Path folder;
  private Path map;
  private Path table;

  @BeforeEach
  void a_copy_of_the_map_without_its_sources() throws IOException {
    map = folder.resolve("map");
    table = folder.resolve("table.csv");
    CommittedMap.copyWithoutSources(map);
  }

  private CommandLineRun take(String scheme, String content, String... more) throws IOException {
    Files.writeString(table, content);
    String[] all = new String[more.length + 5];
    all[0] = "import";
    all[1] = scheme;
    all[2] = table.toString();
    all[3] = "--map";
    all[4] = map.toString();
    System.arraycopy(more, 0, all, 5, more.length);
    return CommandLineRun.of(all);
  }

  private Map<String, String> files() throws IOException {
    return CommittedMap.contents(map);
  }

  @Test
  void a_table_of_codes_goes_to_the_sources_with_a_line_for_its_scheme() throws IOException {
    CommandLineRun run =
        take(
            "99HOUSE",
            "Nr,Text,RPID,modality,region\n1,Thorax CT,RPID16,,\n2,Thorax,,Wobble,chest\n",
            "--name",
            "Our codes",
            "--uid",
            "2.25.1",
            "--columns",
            "code=Nr,name=Text,target:RADLEX=RPID");

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("2 codes of 99HOUSE, 1 of them by equivalent codes")
        .contains("1 get no concept")
        .contains("Wobble");
    assertThat(files().get("schemes.csv")).contains("99HOUSE,2.25.1,").contains("Our codes");
    assertThat(files().get("sources/imported/99HOUSE/codes.csv")).contains("RPID16");
  }

  @Test
  void a_bad_row_is_told_with_its_line_and_the_map_stays_as_it_was() throws IOException {
    Map<String, String> before = files();
    CommandLineRun run =
        take(
            "99HOUSE",
            "code,name,target_scheme,target_code\n1,A,RADLEX,RPID16\n2,B,RADLEX,RPID0\n",
            "--name",
            "Our codes",
            "--uid",
            "2.25.1");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("table.csv:3: ").contains("RPID0").doesNotContain("Exception");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void the_radiology_playbook_of_a_loinc_release_is_checked_and_copied_as_it_is()
      throws IOException {
    String release =
        "LoincNumber,LongCommonName,PartNumber,PartTypeName,PartName,PartSequenceOrder,RID,"
            + "PreferredName,RPID,LongName\n"
            + "24627-2,CT Chest,LP199995-4,Rad.Anatomic Location.Region Imaged,Chest,A,RID1243,"
            + "thorax,RPID16,CT CHEST WO IV CONTRAST\n"
            + "24627-2,CT Chest,LP208891-4,Rad.Modality.Modality Type,CT,A,RID10321,"
            + "computed tomography,RPID16,CT CHEST WO IV CONTRAST\n";
    CommandLineRun run = take("LN", release);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("1 LOINC codes, 1 pairs with RPIDs").contains("build-map");
    assertThat(files().get("sources/loinc-rsna/LoincRsnaRadiologyPlaybook.csv")).isEqualTo(release);
  }

  @Test
  void another_file_is_not_taken_for_a_loinc_release() throws IOException {
    Map<String, String> before = files();
    CommandLineRun columns = take("LN", "LOINC_NUM,COMPONENT\n24627-2,x\n");

    assertThat(columns.exit()).isEqualTo(1);
    assertThat(columns.err()).contains("column LoincNumber is missing");
    assertThat(
            take(
                    "LN",
                    "LoincNumber,LongCommonName,PartNumber,PartTypeName,PartName,"
                        + "PartSequenceOrder,RID,PreferredName,RPID,LongName\n"
                        + "24627-3,CT Chest,,,,,,,RPID16,\n")
                .err())
        .contains("24627-3 is no LOINC code");
    assertThat(files()).isEqualTo(before);
  }
}
