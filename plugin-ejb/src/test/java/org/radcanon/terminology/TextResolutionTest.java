package org.radcanon.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;

class TextResolutionTest {

  private static final Resolver RESOLVER = BuiltIn.RESOLVER;

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
        "Abdomen^ABD_WO (Adult) | CT | ",
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

    if (rpid == null) {
      unresolved(evidence);
    } else {
      Resolved resolved = resolved(evidence);
      assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid(rpid));
      assertThat(resolved.basis()).isEqualTo(Basis.TEXT);
      assertThat(resolved.confidence()).isBetween(0.9, 0.99);
    }
  }

  /**
   * Every published name, curated or generated, in a study of its modality: the concept of its
   * code, or ambiguous with that concept among the candidates; a name that is but a modality
   * decides nothing.
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

    assertThat(outcomes).containsOnlyKeys("right", "ambiguous", "names a modality at most");
    assertThat(outcomes.get("right")).isGreaterThanOrEqualTo(11_771);
    assertThat(outcomes.get("ambiguous")).isLessThanOrEqualTo(317);
    assertThat(outcomes.get("names a modality at most")).isEqualTo(8);
  }

  private static String outcome(Resolution resolution, Concept expected, CanonicalMap.Name name) {
    if (resolution instanceof Resolved resolved) {
      boolean right = resolved.concept().equals(expected);
      return right ? "right" : "WRONG " + name.text() + " -> " + resolved.concept().name();
    }
    Unresolved unresolved = (Unresolved) resolution;
    if (unresolved.candidates().contains(expected)) {
      return "ambiguous";
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
    assertThat(unresolved.candidates()).containsExactly(BuiltIn.rpid("RPID5"));
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
        .isEqualTo(TextReader.FOREIGN_MODALITY);
    unresolved(Evidence.study("ABDOMEN W CONTRAST", "OT"));
  }

  @Test
  void a_text_that_is_the_name_of_two_procedures_is_for_a_person() {
    Unresolved unresolved = unresolved(Evidence.study("MR HEAD WITHOUT IV CONTRAST", "MR"));

    assertThat(unresolved.candidates())
        .containsExactlyInAnyOrder(BuiltIn.rpid("RPID479"), BuiltIn.rpid("RPID583"));
  }

  @Test
  void words_that_nothing_explains_are_listed() {
    Unresolved unresolved = unresolved(Evidence.study("CT ABDOMEN FROBNICATED W CONTRAST", "CT"));

    assertThat(unresolved.notUnderstood()).containsExactly("frobnicated");
    assertThat(unresolved.reason()).contains("frobnicated");
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
    assertThat(resolved.runnersUp()).containsExactly(BuiltIn.rpid("RPID3"));
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
    unresolved(Evidence.study("MR ARTHROGRAM SHOULDER LEFT WITH CONTRAST", "MR"));
  }

  @Test
  void
      a_name_that_says_less_than_what_a_person_called_the_procedure_is_not_trusted_to_be_written() {
    Resolved resolved = resolved(Evidence.study("XR CERVICAL SPINE", "DX"));

    assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid("RPID2648"));
    assertThat(resolved.confidence()).isEqualTo(TextReader.TERSE).isLessThan(0.9);
  }

  @Test
  void a_name_that_contradicts_the_attributes_of_its_code_is_hardly_trusted() {
    Resolved resolved = resolved(Evidence.study("RP Joint Injection with Imaging Guidance", "XA"));

    assertThat(resolved.confidence()).isEqualTo(TextReader.DOUBTFUL);
  }
}
