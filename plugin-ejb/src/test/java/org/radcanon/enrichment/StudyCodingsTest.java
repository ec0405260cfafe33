package org.radcanon.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.radcanon.enrichment.Procedures.CHEST;
import static org.radcanon.enrichment.Procedures.HEAD;
import static org.radcanon.enrichment.Procedures.coding;
import static org.radcanon.enrichment.Procedures.resolved;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcanon.enrichment.Decision.Change;
import org.radcanon.enrichment.Decision.Kind;
import org.radcanon.enrichment.Decision.Report;
import org.radcanon.enrichment.StudyCodings.Verdict;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Basis;

class StudyCodingsTest {

  private final StudyCodings studies = new StudyCodings(0.9);

  @ParameterizedTest
  @EnumSource
  void the_first_resolution_is_proposed(Basis basis) {
    Verdict verdict = judge(Optional.empty(), resolved(HEAD, basis, 0.9));

    assertThat(verdict.change()).isEqualTo(Change.PROPOSED);
    assertThat(verdict.coding().orElseThrow().concept()).isEqualTo(HEAD);
    assertThat(verdict.coding().orElseThrow().basis()).isEqualTo(basis);
    assertThat(verdict.report()).isEmpty();
  }

  @Test
  void a_description_below_the_threshold_is_a_case_with_its_candidates() {
    Verdict verdict = judge(Optional.empty(), resolved(HEAD, Basis.TEXT, 0.89));

    assertThat(verdict.coding()).isEmpty();
    Report report = verdict.report().orElseThrow();
    assertThat(report.kind()).isEqualTo(Kind.UNRESOLVED);
    assertThat(report.reason())
        .isEqualTo(
            "CT head without contrast fits with a confidence of 0.89, below the 0.90 from which"
                + " this site writes.");
    assertThat(report.candidates()).containsExactly(HEAD, CHEST);
    assertThat(report.proposed().orElseThrow().concept()).isEqualTo(HEAD);
  }

  @ParameterizedTest
  @EnumSource
  void the_threshold_holds_for_every_basis(Basis basis) {
    StudyCodings strict = new StudyCodings(1);

    Verdict doubtful = strict.judge(Optional.empty(), resolved(HEAD, basis, 0.9), true, false);
    Verdict sure = strict.judge(Optional.empty(), resolved(HEAD, basis, 1), true, false);

    assertThat(doubtful.coding()).isEmpty();
    assertThat(doubtful.report().orElseThrow().kind()).isEqualTo(Kind.UNRESOLVED);
    assertThat(sure.coding()).isPresent();
  }

  @Test
  void an_unresolved_study_is_a_case() {
    Report report = judge(Optional.empty(), Procedures.unresolved()).report().orElseThrow();

    assertThat(report.reason()).isEqualTo("Nothing fits.");
    assertThat(report.candidates()).containsExactly(HEAD, CHEST);
    assertThat(report.refreshes()).isTrue();
  }

  @Test
  void a_derived_object_opens_a_case_but_does_not_refresh_one() {
    Report report =
        studies
            .judge(Optional.empty(), Procedures.unresolved(), false, false)
            .report()
            .orElseThrow();

    assertThat(report.reason())
        .isEqualTo("No image of an acquisition has arrived yet. Nothing fits.");
    assertThat(report.refreshes()).isFalse();
  }

  @Test
  void an_unresolved_instance_of_a_coded_study_is_nobodys_case() {
    Verdict verdict = judge(Optional.of(coding(HEAD, Basis.TEXT, 1)), Procedures.unresolved());

    assertThat(verdict.report()).isEmpty();
    assertThat(verdict.change()).isEqualTo(Change.NONE);
  }

  @Test
  void the_same_concept_on_a_better_basis_confirms_the_study() {
    Verdict verdict =
        judge(Optional.of(coding(HEAD, Basis.TEXT, 0.95)), resolved(HEAD, Basis.CODE, 1));

    assertThat(verdict.change()).isEqualTo(Change.CONFIRMED);
    assertThat(verdict.coding().orElseThrow().basis()).isEqualTo(Basis.CODE);
    assertThat(verdict.report()).isEmpty();
  }

  @Test
  void the_same_concept_on_a_worse_basis_changes_nothing() {
    StudyCoding inForce = coding(HEAD, Basis.CODE, 1);

    Verdict verdict = judge(Optional.of(inForce), resolved(HEAD, Basis.TEXT, 1));

    assertThat(verdict.coding()).contains(inForce);
    assertThat(verdict.change()).isEqualTo(Change.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT,     0.95, CODE,     1.00, BETTER_BASIS",
    "TEXT,     0.95, SITE_MAP, 1.00, BETTER_BASIS",
    "SITE_MAP, 1.00, CODE,     1.00, BETTER_BASIS",
    "CODE,     1.00, CODE,     1.00, CONFLICT",
    "SITE_MAP, 1.00, SITE_MAP, 1.00, CONFLICT",
    "TEXT,     0.95, TEXT,     1.00, CONFLICT",
    "TEXT,     1.00, TEXT,     1.00,",
    "TEXT,     1.00, TEXT,     0.95,",
    "TEXT,     0.95, TEXT,     0.50,",
    "CODE,     1.00, TEXT,     1.00,",
    "CODE,     1.00, SITE_MAP, 1.00,",
    "SITE_MAP, 1.00, TEXT,     1.00,",
  })
  void another_concept_never_changes_the_study_but_may_be_a_case(
      Basis inForce, double confidence, Basis later, double laterConfidence, Kind kind) {
    StudyCoding before = coding(HEAD, inForce, confidence);

    Verdict verdict = judge(Optional.of(before), resolved(CHEST, later, laterConfidence));

    assertThat(verdict.coding()).contains(before);
    assertThat(verdict.change()).isEqualTo(Change.NONE);
    assertThat(verdict.report().map(Report::kind)).isEqualTo(Optional.ofNullable(kind));
  }

  @Test
  void a_contradiction_says_who_says_what() {
    Report report =
        judge(Optional.of(coding(HEAD, Basis.TEXT, 1)), resolved(CHEST, Basis.CODE, 1))
            .report()
            .orElseThrow();

    assertThat(report.reason())
        .isEqualTo(
            "The study is coded as CT head without contrast by description; this instance says CT"
                + " chest without contrast by code.");
    assertThat(report.candidates()).containsExactly(CHEST, HEAD);
    assertThat(report.proposed().orElseThrow().concept()).isEqualTo(CHEST);
  }

  private Verdict judge(Optional<StudyCoding> inForce, Resolution resolution) {
    return studies.judge(inForce, resolution, true, false);
  }
}
