package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Faults;

class LoincSourceTest {

  private static final String TERMS = "sources/loinc/loinc_radiology.csv";
  private static final Faults FAULTS = new Faults();
  private static final Vocabulary VOCABULARY = Vocabulary.read(CommittedMap.TABLES, FAULTS);
  private static final CanonicalForm FORM =
      CanonicalForm.read(CommittedMap.TABLES, VOCABULARY, FAULTS);
  private static final SchemeSource LOINC =
      LoincSource.read(CommittedMap.TABLES, VOCABULARY, FAULTS);
  private static final Map<String, SourceProcedure> PLAYBOOK =
      PlaybookSource.read(CommittedMap.TABLES, VOCABULARY, FAULTS).procedures().stream()
          .collect(Collectors.toMap(SourceProcedure::code, p -> p));

  private final Faults faults = new Faults();
  private final Map<String, String> replaced = new HashMap<>();

  private SchemeSource source() {
    return LoincSource.read(CommittedMap.with(replaced), VOCABULARY, faults);
  }

  /** A source of one invented term that has a real code. */
  private SchemeSource term(String component, String system, String method) {
    replaced.put(
        TERMS,
        "loinc,long_common_name,component,system,scale,method,status\n"
            + String.join(",", "24627-2", "a name", component, system, "Doc", method, "ACTIVE\n"));
    replaced.put("sources/loinc/corrections.csv", "loinc,action,value,reason\n");
    return source();
  }

  private static Set<String> labels(SourceProcedure procedure) {
    return FORM.apply(procedure.values()).stream()
        .map(value -> VOCABULARY.find(value).orElseThrow().label())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> labelsOf(SchemeSource source) {
    assertThat(source.notCanonicalised()).isEmpty();
    return labels(source.procedures().get(0));
  }

  private static SourceProcedure loinc(String name) {
    return LOINC.procedures().stream()
        .filter(procedure -> procedure.names().get(0).text().equals(name))
        .filter(procedure -> procedure.rank() == Rank.NORMAL)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no term " + name));
  }

  @Test
  void the_committed_tables_have_no_fault() {
    assertThat(FAULTS.list()).isEmpty();
  }

  @Test
  void nearly_every_term_in_force_is_understood_and_every_other_is_listed() {
    long inForce = LOINC.procedures().stream().filter(p -> p.rank() == Rank.NORMAL).count();

    assertThat(LOINC.procedures().size() + LOINC.notCanonicalised().size()).isEqualTo(7408);
    assertThat(inForce).isGreaterThan(7009 * 97 / 100);
    assertThat(LOINC.notCanonicalised()).allSatisfy(u -> assertThat(u.terms()).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "CT Chest W contrast IV, RPID18",
    "CT Abdomen and Pelvis W contrast IV, RPID145",
    "MR Brain WO and W contrast IV, RPID480",
    "XR Chest PA and Lateral, RPID3339",
    "XR Chest AP, RPID4675",
    "XR Chest Single view, RPID2502",
    "XR Knee - left 4 Views, RPID3280",
    "XR Lumbar spine AP and Lateral, RPID2652",
    "CT Lumbar spine W contrast IT, RPID295",
    "RF Knee Arthrogram, RPID6689",
    "MR Shoulder Arthrogram, RPID3481",
    "MRA Head vessels WO contrast, RPID462",
    "CTA Neck vessels W contrast IV, RPID379",
    "US Kidney - left, RPID1994",
    "CT Guidance for biopsy of Liver, RPID119",
    "MG Breast - bilateral Screening, RPID5606",
    "RF Urinary bladder and Urethra Views W contrast intra bladder during voiding, RPID5857"
  })
  void a_term_means_what_the_playbook_code_of_the_same_name_means(String name, String rpid) {
    assertThat(labels(loinc(name))).isEqualTo(labels(PLAYBOOK.get(rpid)));
  }

  @Test
  void one_named_view_is_one_view_and_several_are_not_counted() {
    assertThat(labelsOf(term("View AP", "Chest", "XR.portable")))
        .containsExactlyInAnyOrder("XR", "portable", "chest", "AP");
    assertThat(labelsOf(term("Views + AP", "Chest", "XR"))).contains("views beside those named");
  }

  @Test
  void a_side_belongs_to_the_part_that_it_stands_on() {
    assertThat(labelsOf(term("Multisection", "Lower extremity.left>Knee", "MR")))
        .containsExactlyInAnyOrder("MR", "lower extremity", "knee", "left");
  }

  @Test
  void a_focus_that_says_its_region_itself_stands_without_it() {
    String system = "Chest>Spine.thoracic & Abdomen>Spine.lumbar";

    assertThat(labelsOf(term("Multisection^WO contrast", system, "CT")))
        .containsExactlyInAnyOrder("CT", "thoracic spine", "lumbar spine", "without IV contrast");
  }

  @Test
  void a_part_that_nobody_mapped_leaves_the_term_without_a_concept() {
    SchemeSource source = term("Multisection^W moonlight", "Chest>Third lung.left", "CT.lunar");

    assertThat(source.procedures()).isEmpty();
    assertThat(source.notCanonicalised().get(0).terms())
        .containsExactly(
            "method: CT.lunar", "system: Third lung.left", "component: W", "component: moonlight");
  }

  @Test
  void two_places_each_with_contrast_of_its_own_are_no_set() {
    SchemeSource source =
        term("Multisection^W contrast IV && Multisection^WO contrast", "Head && Neck", "CT");

    assertThat(source.notCanonicalised().get(0).terms())
        .containsExactly("component: && with contrast of its own for each place");
  }

  @ParameterizedTest
  @CsvSource({"Views 2 && View, false", "Views 2 && View PA, true", "View && Views, true"})
  void two_places_each_with_a_number_of_views_of_its_own_are_no_set(
      String component, boolean understood) {
    SchemeSource source = term(component, "Chest>Ribs && Chest", "XR");

    assertThat(source.notCanonicalised().isEmpty()).isEqualTo(understood);
  }

  @ParameterizedTest
  @CsvSource({
    "42430-9, 37762-2",
    "51387-9, 26358-2",
    "42681-7, 42013-3",
    "42684-1, 42012-5",
    "30735-5, 103456-0"
  })
  void terms_that_differ_are_not_merged(String one, String other) {
    Map<String, Set<String>> sets =
        LOINC.procedures().stream()
            .collect(Collectors.toMap(SourceProcedure::code, LoincSourceTest::labels));

    assertThat(sets.get(one)).isNotEmpty().isNotEqualTo(sets.get(other));
  }

  @Test
  void deprecated_terms_are_mapped_and_stand_last() {
    assertThat(LOINC.procedures().stream().filter(p -> p.rank() == Rank.SUPERSEDED).count())
        .isGreaterThan(300);
  }

  @Test
  void a_bad_row_is_refused_with_file_line_and_reason() {
    replaced.put("sources/loinc/systems.csv", "part,kind,values,region\nChest,part,RID0,keep\n");
    replaced.put(
        TERMS,
        "loinc,long_common_name,component,system,scale,method,status\n"
            + "24627-3,a name,Multisection,Chest,Doc,CT,ACTIVE\n");

    source();

    assertThat(faults.list())
        .contains(
            new Fault("sources/loinc/systems.csv", 2, "value RID0 has no home in vocabulary.csv"),
            new Fault(TERMS, 2, "24627-3 is no LOINC code (check digit?)"));
  }

  @Test
  void the_check_digit_of_a_code_is_checked() {
    assertThat(List.of("24627-2", "30746-2", "100225-2")).allMatch(LoincCode::valid);
    assertThat(List.of("24627-3", "30746", "0-0", "24627-22")).noneMatch(LoincCode::valid);
  }
}
