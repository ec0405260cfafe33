package org.radcanon.terminology.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;
import org.radcanon.terminology.relation.OneProcedure;
import org.radcanon.terminology.relation.PairRelations;
import org.radcanon.terminology.relation.Relations;

/** Several known codes: one procedure told twice, or several procedures (OneProcedure). */
class CodesOfOneSequenceTest {

  private static final String PERFORMED = "ProcedureCodeSequence";
  private static final String REQUESTED = "RequestedProcedureCodeSequence";

  private static Concept named(String name) {
    return BuiltIn.MAP.concepts().stream()
        .filter(concept -> concept.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no concept is called " + name));
  }

  private static Evidence evidence(String source, String... names) {
    return and(Evidence.of(), source, names);
  }

  private static Evidence and(Evidence evidence, String source, String... names) {
    for (String name : names) {
      evidence.code(source, named(name).code(), CanonicalMap.CONCEPT_SCHEME);
    }
    return evidence;
  }

  private static Resolution resolve(Evidence evidence) {
    return BuiltIn.RESOLVER.resolve(evidence.build());
  }

  @ParameterizedTest
  @CsvSource({
    "CT chest, CT chest with IV contrast",
    "XR chest PA, XR chest PA lateral",
    "XR lower extremity knee, XR lower extremity knee left",
    "XR chest, XR chest 2 views",
    "XR upper extremity finger, XR upper extremity thumb",
    "CT chest, CT chest abdomen",
    "CT abdomen with IV contrast, CT abdomen pelvis with IV contrast",
  })
  void the_fuller_of_two_codes_is_the_answer(String less, String more) {
    for (List<String> order : List.of(List.of(less, more), List.of(more, less))) {
      Resolved resolved = (Resolved) resolve(evidence(PERFORMED, order.get(0), order.get(1)));

      assertThat(resolved.concept().name()).isEqualTo(more);
      assertThat(resolved.confidence()).isEqualTo(CodeStep.CERTAIN);
      assertThat(resolved.evidence())
          .contains(PERFORMED + ": these codes tell one procedure, most fully as " + more);
    }
  }

  @Test
  void a_whole_line_from_broad_to_narrow_is_one_procedure() {
    Resolved resolved =
        (Resolved)
            resolve(
                evidence(
                    PERFORMED,
                    "XR lower extremity knee left 3 views",
                    "XR lower extremity knee",
                    "XR lower extremity knee left"));

    assertThat(resolved.concept().name()).isEqualTo("XR lower extremity knee left 3 views");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CT chest; CT abdomen",
        "CT chest; CT abdomen; CT chest abdomen",
        "CT head without IV contrast; CT head with IV contrast",
        "CT head without IV contrast; CT head without then with IV contrast",
        "XR lower extremity knee left; XR lower extremity knee right",
        "XR lower extremity knee left; XR lower extremity knee bilateral",
        "XR chest 1 view; XR chest 2 views",
        "CT chest; MR chest",
      })
  void what_contradicts_is_for_a_person(String names) {
    String[] all = names.split("; ");

    Unresolved unresolved = (Unresolved) resolve(evidence(PERFORMED, all));

    assertThat(unresolved.reason()).contains(PERFORMED).contains(all);
    assertThat(unresolved.candidates()).hasSize(all.length);
  }

  @ParameterizedTest
  @CsvSource({
    "MR head, MR angiography head",
    "XR chest, XR chest ribs",
    "MR abdomen, MR abdomen liver",
    "US pelvis, US pelvis trans-vaginal",
    "CT chest, CT chest abdomen with IV contrast",
    "CT abdomen, CT abdomen biopsy needle",
  })
  void a_procedure_that_is_done_beside_the_broader_one_is_another(String some, String beside) {
    assertThat(resolve(evidence(PERFORMED, some, beside))).isInstanceOf(Unresolved.class);
  }

  @Test
  void two_requests_are_two_procedures() {
    assertThat(
            resolve(
                evidence(
                    "RequestAttributesSequence.RequestedProcedureCodeSequence",
                    "CT chest",
                    "CT chest with IV contrast")))
        .isInstanceOf(Unresolved.class);
  }

  @Test
  void an_equivalent_of_another_item_is_a_second_procedure_like_the_item_itself() {
    Evidence evidence = evidence(PERFORMED, "CT chest");
    and(evidence, PERFORMED + ".EquivalentCodeSequence", "CT abdomen");

    assertThat(resolve(evidence)).isInstanceOf(Unresolved.class);
  }

  @ParameterizedTest
  @CsvSource({
    "CT chest, CT chest with IV contrast, only says more than CT chest",
    "CT chest with IV contrast, CT chest, only says less than CT chest with IV contrast",
  })
  void a_less_trusted_code_that_only_says_more_or_less_does_not_contradict(
      String trusted, String other, String line) {
    Evidence evidence = evidence(PERFORMED, trusted);
    and(evidence, REQUESTED, other);

    Resolved resolved = (Resolved) resolve(evidence);

    assertThat(resolved.concept().name()).isEqualTo(trusted);
    assertThat(resolved.confidence()).isEqualTo(CodeStep.CERTAIN);
    assertThat(resolved.evidence()).contains(REQUESTED + ": " + other + " " + line);
    assertThat(resolved.runnersUp()).containsExactly(named(other));
  }

  @Test
  void a_less_trusted_code_that_says_otherwise_keeps_the_answer_below_what_is_written() {
    Evidence evidence = evidence(PERFORMED, "XR lower extremity knee left");
    and(evidence, REQUESTED, "XR lower extremity knee right");

    Resolved resolved = (Resolved) resolve(evidence);

    assertThat(resolved.confidence()).isEqualTo(CodeStep.CONTRADICTED).isLessThan(0.9);
    assertThat(resolved.evidence())
        .contains(
            REQUESTED + ": XR lower extremity knee right contradicts XR lower extremity knee left");
  }

  @Test
  void of_any_two_on_a_line_the_fuller_says_all_that_the_other_says() {
    OneProcedure one = new OneProcedure(new PairRelations(BuiltIn.MAP));
    Relations relations = Relations.of(BuiltIn.MAP);
    for (Concept concept : BuiltIn.MAP.concepts()) {
      for (Concept narrower : relations.narrower(concept)) {
        one.fullest(Arrays.asList(concept, narrower))
            .ifPresent(fullest -> assertThat(fullest).isEqualTo(narrower));
      }
    }
  }
}
