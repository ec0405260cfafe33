package org.radcanon.terminology.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;
import org.radcanon.terminology.Resolver;

class TextResolutionTest {

  private static final Resolver RESOLVER = BuiltIn.RESOLVER;

  private static final double DOUBTFUL = 0.5;
  private static final double FOREIGN_MODALITY = 0.8;
  private static final double GAP_FILLED = 0.88;
  private static final double NAME_READS_OTHERWISE = 0.85;
  private static final double UNKNOWN_WORDS = 0.85;

  /** A DICOM modality whose studies each RadLex modality may be. */
  private static final Map<String, String> DICOM =
      Map.ofEntries(
          Map.entry("RID10321", "CT"),
          Map.entry("RID10312", "MR"),
          Map.entry("RID10345", "DX"),
          Map.entry("RID10330", "NM"),
          Map.entry("RID10326", "US"),
          Map.entry("RID45709", "RF"),
          Map.entry("RID10311", "XA"),
          Map.entry("RID10357", "MG"),
          Map.entry("RID49584", "XA"),
          Map.entry("RID10367", "XA"),
          Map.entry("RID10337", "PT"),
          Map.entry("RID10341", "PT"),
          Map.entry("RID49582", "RF"),
          Map.entry("RID49581", "US"),
          Map.entry("RID49583", "NM"));

  private static Resolved resolved(ProcedureEvidence evidence) {
    Resolution resolution = RESOLVER.resolve(evidence);
    assertThat(resolution).isInstanceOf(Resolved.class);
    return (Resolved) resolution;
  }

  private static Unresolved unresolved(ProcedureEvidence evidence) {
    Resolution resolution = RESOLVER.resolve(evidence);
    assertThat(resolution).isInstanceOf(Unresolved.class);
    return (Unresolved) resolution;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CT ABDOMEN W IV CONTRAST | CT | RPID5",
        "ct abd w/ contrast | CT | RPID5",
        "Abdomen with contrast | CT | RPID5",
        "Abdomen C+ | CT | RPID5",
        "CT ABD W/WO | CT | RPID4",
        "CT Abdomen W&WO IV Contrast | CT | RPID4",
        "CT Abdomen with and without contrast | CT | RPID4",
        "CT ABDOMEN WITHOUT THEN WITH IV CONTRAST | CT | RPID4",
        "CT ABD WO & W IVCON | CT | RPID4",
        "Abdomen^ABD_WO (Adult) | CT | RPID3",
        "ABDOMEN^WO (Adult) | CT | RPID3",
        "CT abdomen w/o contrast | CT | RPID3",
        "ＣＴ Abdomen wo | CT | RPID3",
        "XR CHEST 2 VIEWS | DX | RPID2503",
        "XR CHEST 2 VIEWS | CR | RPID2503",
        "Chest 2V | CR | RPID2503",
        "X-Ray Chest, two views | DX | RPID2503",
        "MRI knee left w/o contrast | MR | RPID1608",
        "US abdomen ltd | US | RPID1930",
        "PT/CT Bone Whole Body | PT | RPID6015",
      })
  void names_resolve_however_they_are_spelled(String text, String modality, String rpid) {
    ProcedureEvidence evidence = Evidence.study(text, modality);

    Resolved resolved = resolved(evidence);
    assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid(rpid));
    assertThat(resolved.basis()).isEqualTo(Basis.TEXT);
    assertThat(resolved.confidence()).isBetween(0.9, 0.99);
  }

  /**
   * Every published name, curated or generated, in a study of its modality: the concept of its
   * code, or below the threshold with that concept among the candidates; a name that is but a
   * modality decides nothing. Generated names of procedures with a circumstance (trauma, a section,
   * high resolution) are not first: departments and curators mean the procedure without it as
   * often; chosen names are.
   */
  @Test
  void no_published_name_resolves_to_another_procedure() {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Concept concept : BuiltIn.MAP.concepts()) {
      String modality = DICOM.get(concept.attributes().get(Attribute.MODALITY).first());
      for (Code code : concept.codes().getOrDefault("RADLEX", List.of())) {
        for (CanonicalMap.Name name : BuiltIn.MAP.publishedNames(code)) {
          Resolution resolution = RESOLVER.resolve(Evidence.study(name.text(), modality));
          outcomes.merge(outcome(resolution, concept, name), 1, Integer::sum);
        }
      }
    }

    assertThat(outcomes)
        .containsOnlyKeys(
            "right",
            "among the candidates",
            "WRONG US Guidance for Needle Placement -> US needle placement guidance");
    assertThat(outcomes.get("right")).isGreaterThanOrEqualTo(9_400);
  }

  private static String outcome(Resolution resolution, Concept expected, CanonicalMap.Name name) {
    if (resolution instanceof Resolved resolved) {
      boolean right = resolved.concept().equals(expected);
      boolean shown = resolved.runnersUp().contains(expected) && resolved.confidence() < 0.9;
      return right
          ? "right"
          : shown
              ? "among the candidates"
              : "WRONG " + name.text() + " -> " + resolved.concept().name();
    }
    Unresolved unresolved = (Unresolved) resolution;
    if (unresolved.candidates().contains(expected)) {
      return "among the candidates";
    }
    String modalityOnly = "names a modality at most";
    return unresolved.reason().endsWith(modalityOnly)
        ? modalityOnly
        : "UNRESOLVED " + name.text() + ": " + unresolved.reason();
  }

  @Test
  void a_text_of_another_modality_than_the_study_is_named_and_not_resolved() {
    Unresolved unresolved = unresolved(Evidence.study("CT ABDOMEN W CONTRAST", "MR"));

    assertThat(unresolved.reason()).contains("another modality").contains("MR");
    assertThat(unresolved.candidates()).first().isEqualTo(BuiltIn.rpid("RPID5"));
  }

  @Test
  void a_text_does_not_decide_before_an_acquisition_is_known() {
    ProcedureEvidence onlyReports =
        Evidence.of().text("StudyDescription", "CT ABDOMEN W CONTRAST").build();

    assertThat(unresolved(onlyReports).reason()).contains("no acquisition");
  }

  @Test
  void a_study_of_a_foreign_modality_needs_a_text_that_names_its_own_and_is_trusted_less() {
    assertThat(resolved(Evidence.study("CT ABDOMEN W CONTRAST", "OT")).confidence())
        .isEqualTo(FOREIGN_MODALITY);
    unresolved(Evidence.study("ABDOMEN W CONTRAST", "OT"));
  }

  @Test
  void a_text_that_is_the_name_of_two_procedures_is_for_a_person() {
    Resolved resolved = resolved(Evidence.study("MR HEAD WITHOUT IV CONTRAST", "MR"));

    assertThat(resolved.confidence()).isLessThan(0.9);
    assertThat(Set.of(resolved.concept(), resolved.runnersUp().get(0)))
        .containsExactlyInAnyOrder(BuiltIn.rpid("RPID479"), BuiltIn.rpid("RPID583"));
  }

  @Test
  void words_that_nothing_explains_are_listed() {
    Resolved resolved = resolved(Evidence.study("CT ABDOMEN FROBNICATED W CONTRAST", "CT"));

    assertThat(resolved.notUnderstood()).containsExactly("frobnicated");
    assertThat(resolved.confidence()).isLessThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ProtocolName", "SeriesDescription"})
  void a_text_that_describes_a_series_does_not_decide_a_study(String source) {
    ProcedureEvidence evidence = Evidence.of("CT").text(source, "CT ABDOMEN W CONTRAST").build();

    assertThat(unresolved(evidence).evidence())
        .anyMatch(line -> line.startsWith(source) && line.contains("describes a series"));
  }

  @Test
  void the_more_trusted_text_decides_but_a_contradiction_lowers_the_confidence() {
    Resolved resolved =
        resolved(
            Evidence.of("CT")
                .text("RequestedProcedureDescription", "CT ABDOMEN W CONTRAST")
                .text("StudyDescription", "CT ABDOMEN WO CONTRAST")
                .build());

    assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid("RPID5"));
    assertThat(resolved.confidence()).isEqualTo(TextStep.CONTRADICTED);
    assertThat(resolved.runnersUp()).first().isEqualTo(BuiltIn.rpid("RPID3"));
  }

  @Test
  void a_text_behind_one_that_was_not_understood_decides_with_less_confidence() {
    Resolved resolved =
        resolved(
            Evidence.of("CT")
                .text("RequestedProcedureDescription", "HOUSE PROTOCOL 7")
                .text("StudyDescription", "CT ABDOMEN W CONTRAST")
                .build());

    assertThat(resolved.confidence()).isEqualTo(TextStep.BEHIND_UNKNOWN);
  }

  @Test
  void a_text_in_a_request_counts_as_what_it_is() {
    ProcedureEvidence evidence =
        Evidence.of("CT")
            .text("RequestAttributesSequence.RequestedProcedureDescription", "CT ABDOMEN W")
            .build();

    assertThat(resolved(evidence).concept()).isEqualTo(BuiltIn.rpid("RPID5"));
  }

  @Test
  void left_in_the_text_and_right_in_the_attribute_is_for_a_person() {
    Evidence left = Evidence.of("MR").text("StudyDescription", "MR KNEE LEFT WO CONTRAST");

    assertThat(unresolved(left.hint("Laterality", "R").build()).reason())
        .isEqualTo("the description says left, Laterality says right");
  }

  @Test
  void left_in_text_and_attribute_agree() {
    Evidence left = Evidence.of("MR").text("StudyDescription", "MR KNEE LEFT WO CONTRAST");

    assertThat(resolved(left.hint("ImageLaterality", "L").build()).confidence())
        .isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void a_contrast_agent_against_a_text_without_contrast_lowers_the_confidence() {
    Evidence plain = Evidence.of("CT").text("StudyDescription", "CT ABDOMEN WO CONTRAST");

    assertThat(resolved(plain.hint("ContrastBolusAgent", "Iohexol").build()).confidence())
        .isEqualTo(TextStep.CONTRADICTED);
  }

  @Test
  void contrast_injected_into_a_joint_is_not_taken_for_intravenous() {
    Resolved resolved = resolved(Evidence.study("MR ARTHROGRAM SHOULDER LEFT WITH CONTRAST", "MR"));

    assertThat(resolved.concept().values()).doesNotContain("RID28769");
    assertThat(resolved.confidence()).isLessThan(0.9);
  }

  @Test
  void a_text_is_read_rather_than_taken_for_a_name_that_keeps_something_back() {
    Resolved resolved = resolved(Evidence.study("XR KNEE 3V", "DX"));

    assertThat(resolved.concept().name()).isEqualTo("XR lower extremity knee 3 views");
    assertThat(resolved.confidence()).isEqualTo(NAME_READS_OTHERWISE).isLessThan(0.9);
  }

  @Test
  void a_name_that_contradicts_the_attributes_of_its_code_is_hardly_trusted() {
    Resolved resolved = resolved(Evidence.study("RP Joint Injection with Imaging Guidance", "XA"));

    assertThat(resolved.confidence()).isEqualTo(DOUBTFUL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thorax^CHEST_WO (Adult) | CT | CT chest without IV contrast",
        "Abdomen^1_ROUTINE_CAP_WO (Adult) | CT | CT chest abdomen pelvis without IV contrast",
        "JCCI CT C/A/P | CT | CT chest abdomen pelvis",
        "THORAX/ABDOMEN/PELVIS + CONT | CT | CT chest abdomen pelvis with IV contrast",
        "CT ABD/PELV W/ + W/O CNTRST | CT | CT abdomen pelvis without then with IV contrast",
        "CT CHEST | CT | CT chest",
        "CT CHEST WITH OR WITHOUT CONTRAST | CT | CT chest",
        "BRAIN W/O CONTRAST (CT)-CS | CT | CT head without IV contrast",
        "MR Extremity Upper not a Joint Left | MR | MR upper extremity left",
        "MRI KNEE WITHOUT CONTRAST - LEFT | MR | MR lower extremity knee left without IV contrast",
        "XR CHEST AP PA LATERAL 2 VW | CR | XR chest 2 views",
        "XR CHEST PA OR AP - SINGLE VIEW | CR | XR chest 1 view",
        "CERVICAL SPINE-2/3 VIEWS ONLY-CS | CR | XR cervical spine 2 - 3 views",
        "RT KNEE 4 VWS OR MORE | DX | XR lower extremity knee right 4 or more views",
        "WRIST 3V+ RT | CR | XR upper extremity wrist right 3 or more views",
        "FACIAL BONES <3V | CR | XR face facial bones 1 - 2 views",
        "HAND RT > 2 VIEWS | CR | XR upper extremity hand right 3 or more views",
        "KNEE LT >= 3 VIEWS | CR | XR lower extremity knee left 3 or more views",
        "KNEE LT \u2265 3 VIEWS | CR | XR lower extremity knee left 3 or more views",
        "XR FACAIL BONES | DX | XR face facial bones",
        "XR RIGHT INDEX FINGER | DX | XR upper extremity index finger right",
        "MANDIBLE 1-3 VIEWS | CR | XR head mandible 3 or fewer views",
        "CT ABDOMEN PELVIS WO CONTRAST (STONE) | CT | CT abdomen pelvis without IV contrast",
        "MR C/L SPINE WO | MR | MR cervical spine lumbar spine without IV contrast",
        "MRI C-T SPINE | MR | MR cervical spine thoracic spine",
        "US PELVIC NON-OB TRANSVAGINAL | US | US pelvis trans-vaginal",
        "XR HAND NO TRAUMA LATERAL | DX | XR upper extremity hand lateral",
        "CT CHEST NO PE | CT | CT chest",
        "CHEST | DX | XR chest",
        "PELVIS | DX | XR pelvis",
        "胸部 CT 平扫 | MR | ",
      })
  void a_text_is_read_as_a_person_of_the_department_would(
      String text, String modality, String name) {
    Resolution resolution = RESOLVER.resolve(Evidence.study(text, modality));

    if (name == null) {
      assertThat(resolution).isInstanceOf(Unresolved.class);
    } else {
      assertThat(((Resolved) resolution).concept().name()).isEqualTo(name);
    }
  }

  @Test
  void evidence_says_which_words_gave_what_and_which_policy_applied() {
    Resolved resolved = resolved(Evidence.study("BRAIN W/O CONTRAST FROBNICATED", "CT"));

    assertThat(resolved.evidence().get(0))
        .contains("brain = brain")
        .contains("policy: in CT brain and head are one examination")
        .contains("not understood: frobnicated");
    assertThat(resolved.confidence()).isEqualTo(UNKNOWN_WORDS);
  }

  @Test
  void what_no_procedure_has_is_left_out_and_the_nearest_is_offered_below_the_threshold() {
    Resolved resolved = resolved(Evidence.study("MR KNEE LEFT WO CONTRAST GATED", "MR"));

    assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid("RPID1608"));
    assertThat(resolved.confidence()).isLessThan(0.9);
    assertThat(resolved.runnersUp()).isNotEmpty();
  }

  @Test
  void a_side_of_the_header_completes_a_text_that_names_none_but_is_trusted_less() {
    Evidence knee = Evidence.of("MR").text("StudyDescription", "MR KNEE WO CONTRAST");

    Resolved resolved = resolved(knee.hint("Laterality", "L").build());

    assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid("RPID1608"));
    assertThat(resolved.confidence()).isLessThanOrEqualTo(GAP_FILLED);
  }

  @Test
  void the_side_of_one_image_is_not_the_side_of_a_study() {
    Evidence mammogram =
        Evidence.of("MG")
            .text("StudyDescription", "Mammo Breast Screening")
            .hint("ImageLaterality", "L")
            .hint("Laterality", "L");
    Evidence knee =
        Evidence.of("MR")
            .text("StudyDescription", "MR KNEE WO CONTRAST")
            .hint("ImageLaterality", "L");

    assertThat(resolved(mammogram.build()).concept()).isEqualTo(BuiltIn.rpid("RPID5592"));
    assertThat(resolved(mammogram.build()).confidence()).isGreaterThanOrEqualTo(0.9);
    assertThat(resolved(knee.build()).concept().attributes())
        .doesNotContainKey(Attribute.LATERALITY);
  }

  @Test
  void the_whole_body_of_the_header_contradicts_no_part_of_it() {
    Evidence petCt =
        Evidence.of("PT")
            .text("StudyDescription", "NM SKULL BASE TO MID-THIGH PET-CT")
            .hint("BodyPartExamined", "WHOLEBODY");

    assertThat(resolved(petCt.build()).concept()).isEqualTo(BuiltIn.rpid("RPID5171"));
    assertThat(resolved(petCt.build()).confidence()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void a_body_part_of_the_header_fills_a_text_without_place_and_is_named_where_it_contradicts() {
    Evidence plain = Evidence.of("CT").text("StudyDescription", "CT WO CONTRAST");
    Evidence chest = Evidence.of("CT").text("StudyDescription", "CT CHEST WO CONTRAST");

    assertThat(resolved(plain.hint("BodyPartExamined", "CHEST").build()).concept().name())
        .isEqualTo("CT chest without IV contrast");
    Resolved contradicted = resolved(chest.hint("BodyPartExamined", "KNEE").build());
    assertThat(contradicted.confidence()).isLessThan(0.9);
    assertThat(contradicted.evidence().get(0)).contains("BodyPartExamined says otherwise");
  }

  @ParameterizedTest
  @CsvSource({
    "XR KNEE RT LEFT 3V, DX",
    "CT KNEE RIGHT LT WO, CT",
    "XR KNEE LEFT MRI KNEE RIGHT, MR",
    "CT HEAD MR BRAIN, CT",
    "CT CHEST W CONTRAST WO CONTRAST ONLY, CT",
    "MRI C + L SPINE, MR",
    "CT CHEST A, CT",
    "CT HEAD C, CT",
    "XR L FINGER 4, DX",
    "XR R TOE 2, DX",
    "MRI BRAIN W/O CONTRAST AND MRA HEAD, MR",
    "MR HEAD MRA HEAD W WO, MR",
    "MRI BRAIN MRV, MR",
    "MRI BRAIN MRA NECK, MR",
    "CT HEAD AND CTA NECK W, CT",
    "CT HEAD WO/CTA HEAD, CT",
    "'XR', CR"
  })
  void a_text_that_contradicts_itself_or_says_nothing_is_below_the_threshold(
      String text, String modality) {
    assertThat(resolved(Evidence.study(text, modality)).confidence()).isLessThan(0.9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CT ABDOMEN WITHOUT PELVIS | CT | CT abdomen",
        "CT CHEST WITHOUT ABDOMEN PELVIS | CT | CT chest",
        "MR BRAIN WITHOUT ORBITS | MR | MR head brain",
        "MR CERVICAL SPINE WITHOUT THORACIC SPINE | MR | MR cervical spine",
        "MR ABDOMEN WITHOUT MRCP | MR | MR abdomen",
        "CT HEAD W/O ANGIO | CT | CT head",
        "CT ABDOMEN IV- | CT | CT abdomen",
        "CT ABDOMEN +/- CONTRAST | CT | CT abdomen",
        "CT ABDOMEN C+/- | CT | CT abdomen",
        "XR KNEE NO SUNRISE LATERAL | DX | XR lower extremity knee lateral",
        "XR FOOT NOT LEFT | DX | XR lower extremity foot",
      })
  void what_is_denied_or_left_open_is_left_out_and_below_the_threshold(
      String text, String modality, String name) {
    Resolved resolved = resolved(Evidence.study(text, modality));

    assertThat(resolved.concept().name()).isEqualTo(name);
    assertThat(resolved.confidence()).isLessThanOrEqualTo(0.7);
  }

  @ParameterizedTest
  @CsvSource({
    "CT KNEE BILATERAL WO CONTRAST, CT",
    "CT CHEST WITH CONTRAST AND WITHOUT CONTRAST, CT",
    "NM PET/CT SKULL BASE TO THIGH, PT"
  })
  void what_only_looks_like_a_contradiction_is_trusted(String text, String modality) {
    assertThat(resolved(Evidence.study(text, modality)).confidence()).isGreaterThanOrEqualTo(0.9);
  }
}
