package org.radcanon.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.radcanon.enrichment.Procedures.CHEST;
import static org.radcanon.enrichment.Procedures.CHEST_RADLEX;
import static org.radcanon.enrichment.Procedures.HEAD;
import static org.radcanon.enrichment.Procedures.HEAD_LOINC;
import static org.radcanon.enrichment.Procedures.HEAD_RADLEX;
import static org.radcanon.enrichment.Procedures.HEAD_SNOMED;
import static org.radcanon.enrichment.Procedures.LOCAL;
import static org.radcanon.enrichment.Procedures.coding;
import static org.radcanon.enrichment.Procedures.ct;
import static org.radcanon.enrichment.Procedures.item;
import static org.radcanon.enrichment.Procedures.resolved;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.enrichment.Decision.Kind;
import org.radcanon.enrichment.Decision.Standing;
import org.radcanon.enrichment.EnrichmentSettings.Equipment;
import org.radcanon.enrichment.EnrichmentSettings.Mode;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Basis;

class EnricherTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:15:30.5Z"), ZoneId.of("Europe/Berlin"));
  private static final Resolution HEAD_BY_TEXT = resolved(HEAD, Basis.TEXT, 1);
  private static final EnrichmentSettings DEFAULTS = EnrichmentSettings.defaults("1.0");
  private static final Code UNKNOWN = new Code("CTH1", "99RIS", "Schaedel nativ");

  private EnrichmentSettings settings = DEFAULTS;

  @Test
  void an_instance_without_code_gets_one_item_in_the_preferred_scheme() {
    DataSet written = enrich(ct(), HEAD_BY_TEXT);

    DataSet item = only(written.items(Tag.ProcedureCodeSequence));
    assertThat(CodeItems.code(item)).contains(HEAD_RADLEX);
    assertThat(CodeItems.equivalents(item))
        .containsExactly(
            new Code("RC100", "99RADCANON", "CT head without contrast"), HEAD_LOINC, HEAD_SNOMED);
  }

  @Test
  void a_superseded_code_is_written_nowhere_but_understood() {
    settings = preferring("LN");
    Resolution neck = resolved(Procedures.NECK, Basis.TEXT, 1);

    DataSet item = only(enrich(ct(), neck).items(Tag.ProcedureCodeSequence));
    Decision coded = decide(FakeDataSet.of(ct(item(Procedures.OLD_LOINC))), Optional.empty(), neck);

    assertThat(CodeItems.all(item))
        .contains(Procedures.NECK_RADLEX)
        .doesNotContain(Procedures.OLD_LOINC);
    assertThat(coded.standing()).isEqualTo(Standing.IN_FORCE);
    assertThat(coded.report()).isEmpty();
  }

  @Test
  void an_empty_sequence_is_filled_as_an_absent_one() {
    DataSet written = enrich(ct(new NewItem[0]), HEAD_BY_TEXT);
    DataSet fromEmptyItem = enrich(ct(NewItem.builder().build()), HEAD_BY_TEXT);

    assertThat(codes(written)).containsExactly(HEAD_RADLEX);
    assertThat(codes(fromEmptyItem)).containsExactly(HEAD_RADLEX);
    assertThat(written.items(Tag.OriginalAttributesSequence)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FILL", "COMPLETE"})
  void a_value_that_is_no_sequence_is_left_alone_and_is_a_case(Mode mode) {
    settings = DEFAULTS.withMode(mode);
    FakeDataSet header =
        FakeDataSet.of(ct().value(Tag.ProcedureCodeSequence, VR.LO, "CT of the head"));

    Decision decision = decide(header, Optional.empty(), HEAD_BY_TEXT);

    assertThat(decision.patch().isEmpty()).isTrue();
    assertThat(decision.standing()).isEqualTo(Standing.NONE);
    assertThat(decision.coding()).isPresent();
    assertThat(decision.report().orElseThrow().kind()).isEqualTo(Kind.CONFLICT);
    assertThat(decision.report().orElseThrow().reason()).contains("no sequence of items");
  }

  @Test
  void a_value_that_is_no_sequence_is_kept_as_original_when_it_is_replaced() {
    settings = DEFAULTS.withMode(Mode.NORMALISE);

    DataSet written =
        enrich(ct().value(Tag.ProcedureCodeSequence, VR.LO, "CT of the head"), HEAD_BY_TEXT);

    assertThat(codes(written)).containsExactly(HEAD_RADLEX);
    DataSet original = only(written.items(Tag.OriginalAttributesSequence));
    assertThat(
            only(original.items(Tag.ModifiedAttributesSequence)).strings(Tag.ProcedureCodeSequence))
        .containsExactly("CT of the head");
  }

  @Test
  void values_of_more_than_sixteen_characters_are_long_code_values() {
    settings = preferring("SCT");

    DataSet item = only(enrich(ct(), HEAD_BY_TEXT).items(Tag.ProcedureCodeSequence));

    assertThat(item.string(Tag.LongCodeValue)).contains(HEAD_SNOMED.value());
    assertThat(item.element(Tag.CodeValue)).isEmpty();
  }

  @Test
  void a_urn_is_a_urn_code_value() {
    settings = preferring("99CLINIC");

    DataSet item =
        only(enrich(ct(), resolved(LOCAL, Basis.CODE, 1)).items(Tag.ProcedureCodeSequence));

    assertThat(item.string(Tag.URNCodeValue)).contains("urn:clinic:77");
    assertThat(item.element(Tag.CodeValue)).isEmpty();
  }

  @Test
  void
      a_concept_without_code_in_the_preferred_schemes_gets_its_own_code_with_a_meaning_that_fits() {
    DataSet item =
        only(enrich(ct(), resolved(LOCAL, Basis.CODE, 1)).items(Tag.ProcedureCodeSequence));

    assertThat(item.string(Tag.CodeValue)).contains("RC300");
    assertThat(item.string(Tag.CodingSchemeDesignator)).contains("99RADCANON");
    assertThat(item.string(Tag.CodeMeaning).orElseThrow())
        .isEqualTo("MR of a very long name that goes on and on until it is longer");
  }

  @Test
  void versions_are_written_when_the_site_wants_them() {
    DataSet without = only(enrich(ct(), HEAD_BY_TEXT).items(Tag.ProcedureCodeSequence));
    settings =
        new EnrichmentSettings(
            Mode.FILL, List.of("RADLEX"), true, true, true, true, true, 0.9, DEFAULTS.equipment());
    DataSet with = only(enrich(ct(), HEAD_BY_TEXT).items(Tag.ProcedureCodeSequence));

    assertThat(without.element(Tag.CodingSchemeVersion)).isEmpty();
    assertThat(with.string(Tag.CodingSchemeVersion)).contains("4.1");
  }

  @Test
  void private_schemes_are_explained_once_and_registered_ones_not_at_all() {
    NewItem explained =
        NewItem.builder().value(Tag.CodingSchemeDesignator, VR.SH, "99CLINIC").build();

    DataSet written =
        enrich(
            ct().items(Tag.CodingSchemeIdentificationSequence, List.of(explained)),
            resolved(LOCAL, Basis.CODE, 1));

    List<DataSet> items = written.items(Tag.CodingSchemeIdentificationSequence);
    assertThat(items)
        .extracting(item -> item.string(Tag.CodingSchemeDesignator).orElseThrow())
        .containsExactly("99CLINIC", "99RADCANON");
    assertThat(items.get(1).string(Tag.CodingSchemeUID)).contains("2.25.1");
    assertThat(items.get(1).string(Tag.CodingSchemeName)).contains("99RADCANON codes");
    assertThat(items.get(1).string(Tag.CodingSchemeResponsibleOrganization))
        .contains("An organization");
  }

  @Test
  void a_changed_instance_is_signed_behind_those_who_signed_before() {
    NewItem gateway = NewItem.builder().value(Tag.Manufacturer, VR.LO, "another").build();

    DataSet written =
        enrich(ct().items(Tag.ContributingEquipmentSequence, List.of(gateway)), HEAD_BY_TEXT);

    List<DataSet> items = written.items(Tag.ContributingEquipmentSequence);
    assertThat(items).hasSize(2);
    DataSet ours = items.get(1);
    assertThat(CodeItems.code(only(ours.items(Tag.PurposeOfReferenceCodeSequence))))
        .contains(new Code("109103", "DCM", "Modifying Equipment"));
    assertThat(ours.string(Tag.Manufacturer)).contains("radcanon");
    assertThat(ours.string(Tag.StationName)).contains("RADCANON");
    assertThat(ours.string(Tag.SoftwareVersions)).contains("1.0");
    assertThat(ours.string(Tag.ContributionDateTime)).contains("20261121111530.500000+0100");
    assertThat(ours.string(Tag.ContributionDescription))
        .contains(
            "Procedure Code Sequence (0008,1032) added, found by description; map Playbook 2.5,"
                + " abc");
    assertThat(ours.element(Tag.InstitutionName)).isEmpty();
  }

  @Test
  void what_is_switched_off_is_not_written() {
    settings =
        new EnrichmentSettings(
            Mode.FILL,
            List.of("RADLEX"),
            false,
            false,
            false,
            false,
            false,
            0.9,
            new Equipment(Optional.of("Clinic"), "S", "1"));

    DataSet written = enrich(ct(), HEAD_BY_TEXT);

    assertThat(codes(written)).containsExactly(HEAD_RADLEX);
    assertThat(CodeItems.equivalents(only(written.items(Tag.ProcedureCodeSequence)))).isEmpty();
    assertThat(written.element(Tag.CodingSchemeIdentificationSequence)).isEmpty();
    assertThat(written.element(Tag.ContributingEquipmentSequence)).isEmpty();
  }

  @Test
  void an_instance_of_a_coded_study_follows_it_whatever_it_says_itself() {
    Decision decision =
        decide(
            FakeDataSet.of(ct()),
            Optional.of(coding(CHEST, Basis.CODE, 1)),
            Procedures.unresolved());

    assertThat(codes(FakeDataSet.of(ct()).with(decision.patch()))).containsExactly(CHEST_RADLEX);
    assertThat(decision.standing()).isEqualTo(Standing.IN_FORCE);
    assertThat(decision.report()).isEmpty();
  }

  @Test
  void an_unresolved_instance_passes_unchanged() {
    Decision decision = decide(FakeDataSet.of(ct()), Optional.empty(), Procedures.unresolved());

    assertThat(decision.patch().isEmpty()).isTrue();
    assertThat(decision.coded()).isFalse();
    assertThat(decision.report().orElseThrow().kind()).isEqualTo(Kind.UNRESOLVED);
  }

  @Test
  void fill_leaves_a_code_of_another_concept_and_reports_it() {
    FakeDataSet header = FakeDataSet.of(ct(item(CHEST_RADLEX)));

    Decision decision =
        decide(header, Optional.of(coding(HEAD, Basis.CODE, 1)), resolved(CHEST, Basis.CODE, 1));

    assertThat(decision.patch().isEmpty()).isTrue();
    assertThat(decision.standing()).isEqualTo(Standing.OWN);
    assertThat(decision.report().orElseThrow().kind()).isEqualTo(Kind.CONFLICT);
  }

  @Test
  void codes_that_contradict_the_study_are_reported_even_where_they_resolve_to_nothing() {
    FakeDataSet header = FakeDataSet.of(ct(item(CHEST_RADLEX)));

    Decision decision =
        decide(header, Optional.of(coding(HEAD, Basis.CODE, 1)), Procedures.unresolved());

    assertThat(decision.report().orElseThrow())
        .satisfies(
            report -> {
              assertThat(report.kind()).isEqualTo(Kind.CONFLICT);
              assertThat(report.candidates()).containsExactly(CHEST);
              assertThat(report.evidence())
                  .containsExactly("ProcedureCodeSequence: (RPID16, RADLEX)");
            });
  }

  @Test
  void a_local_code_that_nobody_knows_stays_without_a_report() {
    FakeDataSet header = FakeDataSet.of(ct(item(UNKNOWN)));

    Decision decision = decide(header, Optional.empty(), HEAD_BY_TEXT);

    assertThat(decision.patch().isEmpty()).isTrue();
    assertThat(decision.standing()).isEqualTo(Standing.OWN);
    assertThat(decision.coding().map(StudyCoding::concept)).contains(HEAD);
    assertThat(decision.report()).isEmpty();
  }

  @Test
  void a_code_of_the_concept_in_another_scheme_stands_as_the_one_in_force() {
    Decision decision =
        decide(FakeDataSet.of(ct(item(HEAD_LOINC))), Optional.empty(), HEAD_BY_TEXT);

    assertThat(decision.patch().isEmpty()).isTrue();
    assertThat(decision.standing()).isEqualTo(Standing.IN_FORCE);
  }

  @Test
  void complete_adds_what_the_item_of_the_same_concept_lacks_and_touches_nothing_else() {
    settings = DEFAULTS.withMode(Mode.COMPLETE);

    DataSet written = enrich(ct(item(UNKNOWN), item(HEAD_LOINC, HEAD_SNOMED)), HEAD_BY_TEXT);

    List<DataSet> items = written.items(Tag.ProcedureCodeSequence);
    assertThat(CodeItems.all(items.get(0))).containsExactly(UNKNOWN);
    assertThat(CodeItems.all(items.get(1)))
        .containsExactly(
            HEAD_LOINC,
            HEAD_SNOMED,
            HEAD_RADLEX,
            new Code("RC100", "99RADCANON", "CT head without contrast"));
    assertThat(written.items(Tag.ContributingEquipmentSequence)).hasSize(1);
    assertThat(written.element(Tag.OriginalAttributesSequence)).isEmpty();
  }

  @Test
  void complete_leaves_codes_of_other_concepts_and_unknown_ones() {
    settings = DEFAULTS.withMode(Mode.COMPLETE);
    FakeDataSet header = FakeDataSet.of(ct(item(UNKNOWN), item(CHEST_RADLEX)));

    assertThat(decide(header, Optional.empty(), HEAD_BY_TEXT).patch().isEmpty()).isTrue();
  }

  @Test
  void complete_fills_where_there_is_nothing() {
    settings = DEFAULTS.withMode(Mode.COMPLETE);

    assertThat(codes(enrich(ct(), HEAD_BY_TEXT))).containsExactly(HEAD_RADLEX);
  }

  @Test
  void normalise_replaces_and_keeps_the_original() {
    settings = DEFAULTS.withMode(Mode.NORMALISE);

    DataSet written = enrich(ct(item(UNKNOWN), item(HEAD_LOINC)), HEAD_BY_TEXT);

    assertThat(codes(written)).containsExactly(HEAD_RADLEX);
    DataSet original = only(written.items(Tag.OriginalAttributesSequence));
    assertThat(codes(only(original.items(Tag.ModifiedAttributesSequence))))
        .containsExactly(UNKNOWN, HEAD_LOINC);
    assertThat(original.string(Tag.AttributeModificationDateTime))
        .contains("20261121111530.500000+0100");
    assertThat(original.string(Tag.ModifyingSystem)).contains("RADCANON");
    assertThat(original.string(Tag.SourceOfPreviousValues)).contains("A hospital");
    assertThat(original.string(Tag.ReasonForTheAttributeModification)).contains("COERCE");
  }

  @Test
  void normalise_keeps_the_preferred_code_and_completes_it() {
    settings = DEFAULTS.withMode(Mode.NORMALISE);

    DataSet written = enrich(ct(item(HEAD_RADLEX)), HEAD_BY_TEXT);

    assertThat(CodeItems.all(only(written.items(Tag.ProcedureCodeSequence)))).hasSize(4);
    assertThat(written.element(Tag.OriginalAttributesSequence)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_was_enriched_once_passes_unchanged_the_second_time(Mode mode) {
    settings = DEFAULTS.withMode(mode);
    for (NewItem.Builder before :
        List.of(ct(), ct(item(UNKNOWN)), ct(item(HEAD_LOINC)), ct(item(CHEST_RADLEX)))) {
      FakeDataSet once = enrich(before, HEAD_BY_TEXT);

      Decision again = decide(once, Optional.of(coding(HEAD, Basis.TEXT, 1)), HEAD_BY_TEXT);

      assertThat(again.patch().isEmpty()).isTrue();
    }
  }

  @Test
  void the_original_sent_again_comes_out_the_same_when_dated_by_what_is_stored() {
    FakeDataSet original = FakeDataSet.of(ct());
    Decision first = decide(original, Optional.empty(), HEAD_BY_TEXT);
    OffsetDateTime stored = Enricher.signedAt(original.with(first.patch())).orElseThrow();

    Clock later = Clock.offset(CLOCK, Duration.ofDays(1));
    Decision again =
        new Enricher(new Procedures(), settings, later)
            .decide(
                original,
                EvidenceReader.read(original, Optional.empty()),
                first.coding(),
                HEAD_BY_TEXT,
                stored);

    assertThat(again.patch()).isEqualTo(first.patch());
  }

  @Test
  void a_code_of_our_own_making_is_no_better_basis_than_the_one_it_was_made_on() {
    FakeDataSet ours = enrich(ct(), HEAD_BY_TEXT);

    Decision same =
        decide(ours, Optional.of(coding(HEAD, Basis.TEXT, 1)), resolved(HEAD, Basis.CODE, 1));
    Decision since =
        decide(ours, Optional.of(coding(CHEST, Basis.SITE_MAP, 1)), resolved(HEAD, Basis.CODE, 1));

    assertThat(same.change()).isEqualTo(Decision.Change.NONE);
    assertThat(since.report().orElseThrow().kind()).isEqualTo(Kind.CONFLICT);
  }

  static EnrichmentSettings preferring(String scheme) {
    return new EnrichmentSettings(
        Mode.FILL, List.of(scheme), true, false, true, true, true, 0.9, DEFAULTS.equipment());
  }

  private FakeDataSet enrich(NewItem.Builder told, Resolution resolution) {
    FakeDataSet header = FakeDataSet.of(told);
    return header.with(decide(header, Optional.empty(), resolution).patch());
  }

  private Decision decide(DataSet header, Optional<StudyCoding> inForce, Resolution resolution) {
    return new Enricher(new Procedures(), settings, CLOCK)
        .decide(header, EvidenceReader.read(header, Optional.empty()), inForce, resolution);
  }

  private static List<Code> codes(DataSet dataSet) {
    return dataSet.items(Tag.ProcedureCodeSequence).stream()
        .flatMap(item -> CodeItems.code(item).stream())
        .toList();
  }

  private static DataSet only(List<DataSet> items) {
    assertThat(items).hasSize(1);
    return items.get(0);
  }
}
