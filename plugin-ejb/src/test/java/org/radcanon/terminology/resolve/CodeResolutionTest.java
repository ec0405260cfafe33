package org.radcanon.terminology.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;
import org.radcanon.terminology.Resolver;

class CodeResolutionTest {

  private static final Resolver RESOLVER = BuiltIn.RESOLVER;

  private static Resolved resolved(Evidence evidence) {
    return (Resolved) RESOLVER.resolve(evidence.build());
  }

  @Test
  void every_playbook_code_resolves_to_its_concept_with_certainty() {
    for (Concept concept : BuiltIn.MAP.concepts()) {
      for (Code code : concept.codes().getOrDefault("RADLEX", List.of())) {
        Resolved resolved =
            resolved(Evidence.of().code("ProcedureCodeSequence", code.value(), "RADLEX"));

        assertThat(resolved.concept()).isSameAs(concept);
        assertThat(resolved.basis()).isEqualTo(Basis.CODE);
        assertThat(resolved.confidence()).isEqualTo(1.0);
      }
    }
  }

  @Test
  void a_code_under_an_older_designator_or_a_concept_code_resolves() {
    Concept concept = BuiltIn.rpid("RPID16");

    assertThat(resolved(Evidence.of().code("ProcedureCodeSequence", "RPID16", "RPID")).concept())
        .isEqualTo(concept);
    assertThat(
            resolved(Evidence.of().code("ProcedureCodeSequence", concept.code(), "99RADCANON"))
                .concept())
        .isEqualTo(concept);
  }

  @ParameterizedTest
  @CsvSource({
    "BW03ZZZ,I10P,RPID2507",
    "BW03ZZZ,ICD-10-PCS,RPID2507",
    "B030YZZ,2.16.840.1.113883.6.4,RPID481",
    "24628-0,LN,RPID18",
    "24628-0,LOINC,RPID18",
  })
  void codes_of_other_schemes_resolve_with_certainty(String code, String scheme, String rpid) {
    Resolved resolved =
        resolved(Evidence.of().code("RequestedProcedureCodeSequence", code, scheme));

    assertThat(resolved.confidence()).isEqualTo(1.0);
    assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid(rpid));
  }

  @Test
  void a_code_that_names_an_agent_means_the_narrower_concept() {
    Concept agent =
        resolved(Evidence.of().code("ProcedureCodeSequence", "BW211ZZ", "I10P")).concept();
    Concept route = BuiltIn.rpid("RPID145");

    assertThat(agent.values()).containsAll(route.values()).hasSize(route.values().size() + 1);
  }

  @ParameterizedTest
  @CsvSource({"816094009,SCT", "CT,DCM"})
  void a_code_of_an_organ_or_a_modality_is_no_procedure(String code, String scheme) {
    ProcedureEvidence evidence =
        Evidence.of("CT").code("ProcedureCodeSequence", code, scheme).build();

    assertThat(RESOLVER.resolve(evidence)).isInstanceOf(Unresolved.class);
  }

  @Test
  void an_unknown_code_beside_a_known_one_does_not_disturb() {
    Resolved resolved =
        resolved(
            Evidence.of("CT")
                .code("ProcedureCodeSequence", "CTABD", "99LOCAL")
                .code("ProcedureCodeSequence", "RPID5", "RADLEX"));

    assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid("RPID5"));
    assertThat(resolved.evidence())
        .anyMatch(line -> line.contains("CTABD of 99LOCAL is not known"));
  }

  @Test
  void two_codes_of_one_concept_do_not_contradict() {
    Resolved resolved =
        resolved(
            Evidence.of("CT")
                .code("ProcedureCodeSequence", "RPID854", "RADLEX")
                .code("ProcedureCodeSequence", "RPID5", "RADLEX"));

    assertThat(resolved.confidence()).isEqualTo(1.0);
  }

  @Test
  void two_codes_of_different_concepts_in_one_sequence_are_for_a_person() {
    ProcedureEvidence evidence =
        Evidence.of("CT")
            .code("ProcedureCodeSequence", "RPID3", "RADLEX")
            .code("ProcedureCodeSequence", "RPID5", "RADLEX")
            .text("StudyDescription", "CT ABDOMEN W CONTRAST")
            .build();

    Unresolved unresolved = (Unresolved) RESOLVER.resolve(evidence);

    assertThat(unresolved.reason()).contains("ProcedureCodeSequence");
    assertThat(unresolved.candidates())
        .containsExactly(BuiltIn.rpid("RPID3"), BuiltIn.rpid("RPID5"));
  }

  @Test
  void a_more_trusted_sequence_decides_against_a_less_trusted_one_which_is_named() {
    Resolved resolved =
        resolved(
            Evidence.of("CT")
                .code("ProcedureCodeSequence", "RPID3", "RADLEX")
                .code("RequestedProcedureCodeSequence", "RPID5", "RADLEX"));

    assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid("RPID3"));
    assertThat(resolved.confidence()).isEqualTo(CodeStep.CONTRADICTED).isLessThan(1);
    assertThat(resolved.runnersUp()).containsExactly(BuiltIn.rpid("RPID5"));
  }

  @Test
  void a_code_is_better_than_a_text_that_says_otherwise() {
    Resolved resolved =
        resolved(
            Evidence.of("CT")
                .code("ProcedureCodeSequence", "RPID3", "RADLEX")
                .text("StudyDescription", "CT HEAD W CONTRAST"));

    assertThat(resolved.concept()).isEqualTo(BuiltIn.rpid("RPID3"));
    assertThat(resolved.basis()).isEqualTo(Basis.CODE);
  }

  @Test
  void nothing_known_at_all_is_unresolved() {
    assertThat(RESOLVER.resolve(Evidence.of("CT").build())).isInstanceOf(Unresolved.class);
  }
}
