package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.TableException;

class SchemeImportTest {

  @TempDir Path temporary;
  private Path folder;
  private Path csv;

  @BeforeEach
  void copyOfTheCommittedMap() throws IOException {
    folder = temporary.resolve("map");
    csv = temporary.resolve("nicip.csv");
    CommittedMap.copyTo(folder);
  }

  private static CodingScheme scheme(String designator) {
    return new CodingScheme(
        designator, Optional.of("1.2.3.4"), "", "A list", "2026", "A hospital", false, "(c) them");
  }

  private static SchemeImport importOf(Map<String, String> columns) {
    return new SchemeImport(scheme("99NICIP"), columns);
  }

  private void table(String... lines) throws IOException {
    Files.write(csv, List.of(lines));
  }

  private Map<String, String> contents() throws IOException {
    return CommittedMap.contents(folder);
  }

  private List<Fault> faults(SchemeImport scheme) throws IOException {
    Map<String, String> before = contents();
    TableException refused =
        catchThrowableOfType(TableException.class, () -> scheme.into(csv, folder));
    assertThat(contents()).isEqualTo(before);
    return refused.faults();
  }

  @Test
  void codes_come_by_known_codes_or_by_attributes_and_are_in_the_next_build() throws IOException {
    table(
        "Code,Description,Short,RPID,Modality,Area,Organ,Side,Contrast",
        "CCHEC,CT Thorax with contrast,CT chest,RPID17,,,,,",
        "XANKL,XR ankle left,,,XR,Lower  Extremity,ankle,L,",
        "CHEAD,CT head plain,,,CT,head,,,without IV contrast",
        "CABPE,CT abdomen and pelvis plain,,,CT,abdomen; RID2507,,,RID28768");
    Map<String, String> columns =
        Map.ofEntries(
            Map.entry("code", "Code"),
            Map.entry("name", "Description"),
            Map.entry("name2", "Short"),
            Map.entry("target:RADLEX", "RPID"),
            Map.entry("modality", "Modality"),
            Map.entry("region", "Area"),
            Map.entry("focus", "Organ"),
            Map.entry("laterality", "Side"),
            Map.entry("contrast", "Contrast"));

    SchemeImport.Report report = importOf(columns).into(csv, folder);
    new MapBuilder(folder).build();

    assertThat(report)
        .isEqualTo(
            new SchemeImport.Report(
                4, 1, List.of(new Unmapped("XANKL", "XR ankle left", List.of("L")))));
    CanonicalMap map = MapLoader.load(folder);
    assertThat(map.byCode("99NICIP", "CCHEC")).isEqualTo(map.byCode("RADLEX", "RPID17"));
    assertThat(map.byCode("1.2.3.4", "CHEAD")).isEqualTo(map.byCode("RADLEX", "RPID22"));
    assertThat(map.byCode("99NICIP", "CABPE")).isEqualTo(map.byCode("RADLEX", "RPID144"));
    assertThat(map.notCanonicalised())
        .anyMatch(code -> code.code().equals("XANKL") && code.terms().equals(List.of("L")));
    assertThat(map.scheme("99NICIP").orElseThrow().notice()).isEqualTo("(c) them");
    assertThat(map.scheme("99NICIP").orElseThrow().fhirSystem()).isEqualTo("urn:oid:1.2.3.4");
  }

  @Test
  void a_new_set_of_values_is_a_new_concept_and_changes_no_other() throws IOException {
    List<String> before = Files.readAllLines(folder.resolve("ledger.csv"));
    table(
        "code,name,modality,region,focus", "Z1,US of a thumb and the liver,US,abdomen,thumb;liver");

    importOf(Map.of()).into(csv, folder);
    new MapBuilder(folder).build();

    assertThat(Files.readAllLines(folder.resolve("ledger.csv")))
        .containsAll(before)
        .hasSize(before.size() + 1);
    assertThat(MapLoader.load(folder).byCode("99NICIP", "Z1")).isPresent();
  }

  @Test
  void values_are_known_by_label_in_two_languages_radlex_name_and_dicom_code() throws IOException {
    table(
        "code,name,modality,region,laterality",
        "A,by label,ct,CHEST,",
        "B,by RadLex name,computed tomography,thorax,",
        "C,by DICOM code,CT,816094009,",
        "D,a side,DX,lower extremity,24028007");

    importOf(Map.of()).into(csv, folder);
    new MapBuilder(folder).build();

    CanonicalMap map = MapLoader.load(folder);
    assertThat(map.byCode("99NICIP", "A"))
        .isPresent()
        .isEqualTo(map.byCode("99NICIP", "B"))
        .isEqualTo(map.byCode("99NICIP", "C"));
    assertThat(map.byCode("99NICIP", "D")).isEqualTo(map.byCode("RADLEX", "RPID3362"));
  }

  @Test
  void every_bad_row_is_refused_with_its_line_and_the_folder_stays_as_it_was() throws IOException {
    table(
        "code,name,rank,target_scheme,target_code,modality",
        ",no code,,,,CT",
        "A,,,,,CT",
        "B,good,,,,CT",
        "B,twice,,,,CT",
        "C,rank,best,,,CT",
        "D,half a target,,RADLEX,,",
        "E,no scheme,,NOSUCH,X,",
        "F,no code,,RADLEX,RPID0,",
        "G,both,,RADLEX,RPID16,CT",
        "H,CHESTS,,,,,");

    assertThat(faults(importOf(Map.of())))
        .containsExactlyInAnyOrder(
            new Fault("nicip.csv", 11, "7 values where the header has 6"),
            new Fault("nicip.csv", 2, "code is empty, longer than 16 characters, or no plain text"),
            new Fault("nicip.csv", 3, "name is empty"),
            new Fault("nicip.csv", 5, "code B stands twice"),
            new Fault("nicip.csv", 6, "rank is none of core, normal, superseded"),
            new Fault("nicip.csv", 7, "target_scheme and target_code stand together or not at all"),
            new Fault("nicip.csv", 8, "unknown scheme NOSUCH"),
            new Fault("nicip.csv", 9, "unknown code RADLEX RPID0"),
            new Fault("nicip.csv", 10, "a target and attributes: either the one or the others"));
  }

  @Test
  void columns_that_are_not_there_or_mean_nothing_are_refused() throws IOException {
    table("Code,Name", "A,CT head");

    assertThat(faults(importOf(Map.of("code", "Code", "name", "Titel", "colour", "Name"))))
        .containsExactlyInAnyOrder(
            new Fault("nicip.csv", 0, "colour is nothing that an import knows"),
            new Fault("nicip.csv", 1, "column Titel is missing"));
  }

  @Test
  void a_scheme_that_is_built_in_or_has_anothers_UID_or_no_identity_is_refused()
      throws IOException {
    table("code,name,modality", "A,CT,CT");

    assertThat(faults(new SchemeImport(scheme("RADLEX"), Map.of())))
        .anyMatch(fault -> fault.reason().equals("scheme RADLEX is built in"));
    assertThat(faults(new SchemeImport(scheme("../x"), Map.of()))).hasSize(1);
    CodingScheme stolen =
        new CodingScheme(
            "99X", Optional.of("2.16.840.1.113883.6.1"), "", "LOINC?", "", "", false, "");
    assertThat(faults(new SchemeImport(stolen, Map.of())))
        .anyMatch(fault -> fault.reason().equals("scheme LN has this UID or FHIR URI"));
    CodingScheme nameless = new CodingScheme("99X", Optional.empty(), "", "", "", "", false, "");
    assertThat(faults(new SchemeImport(nameless, Map.of())))
        .anyMatch(fault -> fault.reason().startsWith("a scheme needs a name"));
  }

  @Test
  void a_newer_table_takes_the_place_of_the_older_and_others_keep_their_lines() throws IOException {
    List<String> schemes = Files.readAllLines(folder.resolve("schemes.csv"));
    table("code,name,modality", "A,CT,CT");
    importOf(Map.of()).into(csv, folder);
    table("code,name,modality", "B,MR,MR");

    importOf(Map.of()).into(csv, folder);

    assertThat(Files.readAllLines(folder.resolve("schemes.csv")))
        .hasSize(schemes.size() + 1)
        .startsWith(schemes.toArray(String[]::new));
    assertThat(folder.resolve(ImportedSource.file("99NICIP")))
        .hasContent("code,name,modality\nB,MR,MR");
  }

  @Test
  void checking_writes_nothing() throws IOException {
    Map<String, String> before = contents();
    table("code,name,region", "A,CT,nowhere", "B,no attributes,");

    SchemeImport.Report report = importOf(Map.of()).check(csv, folder);

    assertThat(contents()).isEqualTo(before);
    assertThat(report.notUnderstood())
        .containsExactly(
            new Unmapped("A", "CT", List.of("nowhere")),
            new Unmapped("B", "no attributes", List.of("no attributes given")));
  }

  @Test
  void a_target_that_is_gone_later_leaves_the_code_among_those_not_understood() throws IOException {
    table("code,name,target_scheme,target_code", "A,CT chest,RPID,RPID16", "B,US,LOINC,99-9");
    assertThatThrownBy(() -> importOf(Map.of()).check(csv, folder))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("unknown code LOINC 99-9");
    table("code,name,target_scheme,target_code", "A,CT chest,RPID,RPID16");
    importOf(Map.of()).into(csv, folder);
    Path playbook = folder.resolve("sources/radlex/playbook.csv");
    List<String> lines = Files.readAllLines(playbook);
    Files.write(playbook, lines.stream().filter(line -> !line.startsWith("RPID16,")).toList());

    new MapBuilder(folder).build();

    assertThat(MapLoader.load(folder).notCanonicalised())
        .anyMatch(
            code ->
                code.code().equals("A") && code.terms().equals(List.of("target RADLEX RPID16")));
  }

  @Test
  void an_override_of_the_target_holds_for_those_that_mean_the_same() throws IOException {
    Files.writeString(
        folder.resolve("overrides.csv"),
        "scheme,code,relation,target_scheme,target_code,reason\n"
            + "RADLEX,RPID16,equivalent,RADLEX,RPID22,for the test\n");
    table("code,name,target_scheme,target_code", "A,CT chest,RADLEX,RPID16");
    importOf(Map.of()).into(csv, folder);

    new MapBuilder(folder).build();

    CanonicalMap map = MapLoader.load(folder);
    assertThat(map.byCode("99NICIP", "A")).isEqualTo(map.byCode("RADLEX", "RPID22"));
  }
}
