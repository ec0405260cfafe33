package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Faults;

class Icd10PcsSourceTest {

  private static final String CODES = "sources/icd10pcs/codes.csv";

  private final Faults faults = new Faults();
  private final Vocabulary vocabulary = Vocabulary.read(CommittedMap.TABLES, faults);
  private final Map<String, String> replaced = new HashMap<>();

  private SchemeSource source() {
    return Icd10PcsSource.read(CommittedMap.with(replaced), vocabulary, faults);
  }

  private SchemeSource sourceWith(String row) {
    String header =
        new String(CommittedMap.TABLES.read(CODES).orElseThrow(), StandardCharsets.UTF_8);
    String table = header.lines().findFirst().orElseThrow() + "\n" + row + "\n";
    replaced.put(CODES, table);
    return source();
  }

  private Set<String> labels(SchemeSource source, String code) {
    return source.procedures().stream()
        .filter(procedure -> procedure.code().equals(code))
        .flatMap(procedure -> procedure.values().stream())
        .map(value -> vocabulary.find(value).orElseThrow().label())
        .collect(Collectors.toSet());
  }

  @Test
  void every_code_is_understood_or_listed() {
    SchemeSource source = source();

    assertThat(faults.list()).isEmpty();
    assertThat(source.procedures()).hasSize(2875);
    assertThat(source.notCanonicalised()).hasSize(66);
    assertThat(
            source.notCanonicalised().stream()
                .flatMap(unmapped -> unmapped.terms().stream())
                .distinct())
        .containsExactlyInAnyOrder(
            "Bypass Graft, Other",
            "Upper Arteries, Other",
            "Intra-Abdominal Arteries, Other",
            "Lower Arteries, Other",
            "Veins, Other",
            "Vasa Vasorum",
            "High Osmolar, Unenhanced and Enhanced",
            "Low Osmolar, Unenhanced and Enhanced",
            "Other Contrast, Unenhanced and Enhanced");
  }

  @Test
  void no_two_codes_say_the_same() {
    List<SourceProcedure> procedures = source().procedures();

    assertThat(procedures.stream().map(procedure -> Set.copyOf(procedure.values())))
        .doesNotHaveDuplicates();
  }

  @Test
  void contrast_says_the_agent_beside_the_route() {
    SchemeSource source = source();

    assertThat(labels(source, "BW24ZZZ"))
        .containsOnly("CT", "chest", "abdomen", "without IV contrast");
    assertThat(labels(source, "BW241ZZ"))
        .containsOnly("CT", "chest", "abdomen", "with IV contrast", "low osmolar contrast agent");
    assertThat(labels(source, "BW2410Z"))
        .containsOnly(
            "CT",
            "chest",
            "abdomen",
            "without then with IV contrast",
            "low osmolar contrast agent");
  }

  @Test
  void the_only_agent_of_a_table_says_no_agent() {
    SchemeSource source = source();

    assertThat(labels(source, "B030YZZ")).containsOnly("MR", "head", "brain", "with IV contrast");
    assertThat(labels(source, "BD11YZZ")).containsOnly("FL", "esophagus", "contrast agent");
  }

  @Test
  void radiographs_without_contrast_say_nothing_about_it() {
    assertThat(labels(source(), "BQ0GZZZ")).containsOnly("XR", "lower extremity", "ankle", "right");
  }

  @Test
  void contrast_makes_of_an_organ_the_study_it_is_for() {
    SchemeSource source = source();

    assertThat(labels(source, "B4101ZZ"))
        .containsOnly("XA", "arteriography", "abdomen", "aorta", "low osmolar contrast agent");
    assertThat(labels(source, "B410ZZZ")).containsOnly("FL", "abdomen", "aorta");
    assertThat(labels(source, "BP181ZZ")).contains("FL", "arthrography", "shoulder", "right");
    assertThat(labels(source, "BH01ZZZ")).containsOnly("Mammography", "breast", "left");
  }

  @Test
  void optical_coherence_tomography_is_no_CT() {
    assertThat(labels(source(), "B221Z2Z"))
        .containsOnly("OCT", "intravascular", "chest", "coronary arteries");
  }

  @Test
  void a_body_part_that_no_line_names_is_not_guessed() {
    SchemeSource source =
        sourceWith("B99ZZZZ,Ultrasonography of Tail,Heart,Ultrasonography,Tail,None,None,None");

    assertThat(source.procedures()).isEmpty();
    assertThat(source.notCanonicalised())
        .containsExactly(new Unmapped("B99ZZZZ", "Ultrasonography of Tail", List.of("Tail")));
  }

  @Test
  void a_code_of_another_section_is_a_fault() {
    sourceWith("009U3ZX,Drainage,Heart,Ultrasonography,Tail,None,None,None");

    assertThat(faults.list())
        .containsExactly(new Fault(CODES, 2, "009U3ZX is no ICD-10-PCS code of section B"));
  }

  @Test
  void two_equally_specific_lines_about_one_code_are_a_fault() throws IOException {
    String name = "sources/icd10pcs/contrast.csv";
    String table = new String(CommittedMap.TABLES.read(name).orElseThrow(), StandardCharsets.UTF_8);
    replaced.put(name, table + ",heart,None,,RID28768,\n,,None,None,RID28768,\n");

    sourceWith(
        "B246ZZZ,US of Heart,Heart,Ultrasonography,\"Heart, Right and Left\",None,None,None");

    assertThat(faults.list()).hasSize(1);
    assertThat(faults.list().get(0).toString()).contains("are about the same codes");
  }
}
