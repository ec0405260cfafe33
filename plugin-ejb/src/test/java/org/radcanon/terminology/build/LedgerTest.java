package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcanon.terminology.build.SmallMap.ABDOMEN;
import static org.radcanon.terminology.build.SmallMap.CHEST;
import static org.radcanon.terminology.build.SmallMap.CT;
import static org.radcanon.terminology.build.SmallMap.HEAD;
import static org.radcanon.terminology.build.SmallMap.LIVER;
import static org.radcanon.terminology.build.SmallMap.LUNG;
import static org.radcanon.terminology.build.SmallMap.MR;
import static org.radcanon.terminology.build.SmallMap.WITH;
import static org.radcanon.terminology.build.SmallMap.WITHOUT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.build.SmallMap.LedgerLine;

/** Concept codes are given once, never to another set, never renumbered. */
class LedgerTest {

  private static final int RELEASES = 60;
  private static final List<String> MODALITIES = List.of(CT, MR);
  private static final List<String> REGIONS = List.of(CHEST, ABDOMEN, HEAD);
  private static final List<String> CONTRASTS = List.of("", WITH, WITHOUT);

  @TempDir Path folder;
  private SmallMap small;

  @BeforeEach
  void emptyMap() throws IOException {
    small = new SmallMap(folder);
  }

  @Test
  void whatever_releases_come_no_code_changes_its_set_and_no_set_its_code() throws IOException {
    Random random = new Random(4);
    Map<Set<String>, String> everGiven = new HashMap<>();
    for (int release = 0; release < RELEASES; release++) {
      newRelease(random);
      small.build();

      Map<String, LedgerLine> ledger = small.ledger();
      everGiven.forEach((set, code) -> assertThat(ledger.get(code).values()).isEqualTo(set));
      ledger.forEach(
          (code, line) -> assertThat(everGiven.putIfAbsent(line.values(), code)).isIn(null, code));
      CanonicalMap map = small.map();
      assertThat(map.concepts())
          .extracting(Concept::code)
          .containsExactlyElementsOf(
              ledger.keySet().stream().filter(code -> ledger.get(code).active()).toList());
      ledger.keySet().forEach(code -> assertThat(map.concept(code)).isPresent());
    }
    assertThat(everGiven).hasSizeGreaterThan(10);
  }

  /** Drops, adds and redefines codes of two schemes, and shuffles them. */
  private void newRelease(Random random) {
    for (String scheme : List.of("LN", "RADLEX")) {
      List<Integer> codes = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
      Collections.shuffle(codes, random);
      for (int code : codes) {
        small.lost(scheme, "C" + code);
        if (random.nextInt(3) > 0) {
          String contrast = pick(CONTRASTS, random);
          List<String> values =
              new ArrayList<>(List.of(pick(MODALITIES, random), pick(REGIONS, random)));
          if (!contrast.isEmpty()) {
            values.add(contrast);
          }
          small.has(scheme, "C" + code, values.toArray(String[]::new));
        }
      }
    }
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  @Test
  void the_same_sources_in_another_order_give_the_same_bytes() throws IOException {
    small.has("RADLEX", "RPID1", CT, CHEST).has("RADLEX", "RPID2", CT, ABDOMEN).build();
    Map<String, String> before = small.built();

    small.lost("RADLEX", "RPID1").has("RADLEX", "RPID1", CHEST, CT).build();

    assertThat(small.built()).isEqualTo(before);
  }

  @Test
  void a_scheme_that_comes_later_joins_the_concepts_that_are_there() throws IOException {
    small.has("RADLEX", "RPID1", CT, CHEST).build();
    small.has("LN", "1-1", CHEST, CT).has("LN", "2-2", MR, CHEST).build();

    assertThat(small.conceptOf("LN", "1-1")).isEqualTo(ConceptCodes.of(1));
    assertThat(small.conceptOf("LN", "2-2")).isEqualTo(ConceptCodes.of(2));
    assertThat(small.map().concept(ConceptCodes.of(1)).orElseThrow().codes())
        .containsKeys("RADLEX", "LN");
  }

  @Test
  void superseded_codes_of_a_concept_stand_last_and_core_ones_first() throws IOException {
    small
        .has("LN", "1-1", Rank.SUPERSEDED, CT, CHEST)
        .has("LN", "2-2", CT, CHEST)
        .has("LN", "3-3", Rank.CORE, CT, CHEST)
        .build();

    assertThat(small.map().concept(ConceptCodes.of(1)).orElseThrow().codes().get("LN"))
        .extracting(code -> code.value())
        .containsExactly("3-3", "2-2", "1-1");
  }

  @Test
  void the_rank_of_a_code_survives_the_build_and_superseded_codes_are_not_to_be_written()
      throws IOException {
    small
        .has("LN", "1-1", Rank.SUPERSEDED, CT, CHEST)
        .has("LN", "2-2", Rank.CORE, CT, CHEST)
        .has("RADLEX", "RPID1", Rank.SUPERSEDED, CT, CHEST)
        .has("99RIMAG", "1", CT, CHEST)
        .build();

    CanonicalMap map = small.map();
    Concept chest = map.byCode("RADLEX", "RPID1").orElseThrow();
    assertThat(chest.codes().values().stream().flatMap(List::stream).map(map::rank))
        .containsExactlyInAnyOrder(
            Rank.SUPERSEDED, Rank.CORE, Rank.SUPERSEDED, Rank.NORMAL, Rank.NORMAL);
    assertThat(map.rank(new Code("RPID1", "RPID", ""))).isEqualTo(Rank.SUPERSEDED);
    assertThat(map.codeToWrite(chest, "LN").orElseThrow().value()).isEqualTo("2-2");
    assertThat(map.codeToWrite(chest, "RADLEX")).isEmpty();
    assertThat(map.codeToWrite(chest, CanonicalMap.CONCEPT_SCHEME)).isPresent();
  }

  @Test
  void a_focus_without_region_means_what_it_means_with_the_region() throws IOException {
    small.has("RADLEX", "RPID1", CT, LUNG).has("LN", "1-1", CT, CHEST, LUNG).build();

    assertThat(small.conceptOf("LN", "1-1")).isEqualTo(small.conceptOf("RADLEX", "RPID1"));
    assertThat(small.ledger()).hasSize(1);
    assertThat(small.map().withValues(Set.of(CT, LUNG)))
        .isEqualTo(small.map().withValues(Set.of(CT, LUNG, CHEST)))
        .isPresent();
    assertThat(small.map().withValues(Set.of(CT))).isEmpty();
  }

  @Test
  void lines_that_wait_for_a_region_or_for_each_other_are_applied_until_nothing_changes()
      throws IOException {
    small
        .has("RADLEX", "RPID1", CT, LUNG, WITH)
        .has("LN", "1-1", CT, CHEST, WITHOUT)
        .line("canonical-form.csv", LUNG + " " + CHEST + "," + CHEST + ",a test")
        .line("canonical-form.csv", WITH + "," + WITHOUT + ",a test")
        .build();

    assertThat(small.conceptOf("RADLEX", "RPID1")).isEqualTo(small.conceptOf("LN", "1-1"));
    assertThat(small.map().withValues(Set.of(CT, LUNG, WITH))).isPresent();
  }

  @Test
  void a_line_that_keeps_what_it_found_and_adds_to_it_is_applied_once() throws IOException {
    small
        .has("RADLEX", "RPID1", MR, CHEST)
        .line("canonical-form.csv", MR + "," + MR + " " + WITHOUT + ",a test")
        .build();

    assertThat(small.map().concepts().iterator().next().values())
        .containsExactlyInAnyOrder(MR, CHEST, WITHOUT);
  }

  @Test
  void lines_that_undo_each_other_are_refused() throws IOException {
    small
        .has("RADLEX", "RPID1", CT, CHEST)
        .line("canonical-form.csv", WITH + "," + WITHOUT + ",a test")
        .line("canonical-form.csv", WITHOUT + "," + WITH + ",a test");

    assertThatThrownBy(small::build).hasMessageContaining("lines undo each other");
  }

  @Test
  void a_rewrite_that_joins_two_concepts_keeps_the_lower_code_and_retires_the_other()
      throws IOException {
    small
        .has("RADLEX", "RPID1", CT, CHEST, WITH)
        .has("RADLEX", "RPID2", CT, CHEST)
        .has("RADLEX", "RPID3", CT, ABDOMEN)
        .build();
    Map<String, LedgerLine> before = small.ledger();

    small.line("canonical-form.csv", WITH + ",,a test").build();

    String kept = ConceptCodes.of(1);
    String gone = ConceptCodes.of(2);
    Map<String, LedgerLine> after = small.ledger();
    assertThat(after.get(kept)).isEqualTo(before.get(kept));
    assertThat(after.get(gone))
        .isEqualTo(new LedgerLine("retired", kept, before.get(gone).values()));
    assertThat(after.get(ConceptCodes.of(3))).isEqualTo(before.get(ConceptCodes.of(3)));
    assertThat(after).hasSize(3);
    assertThat(small.conceptOf("RADLEX", "RPID2")).isEqualTo(kept);
  }

  @Test
  void a_retired_code_is_understood_and_means_what_replaced_it() throws IOException {
    small.has("RADLEX", "RPID1", CT, CHEST, WITH).has("RADLEX", "RPID2", CT, CHEST).build();
    small.line("canonical-form.csv", WITH + ",,a test").build();
    CanonicalMap map = small.map();
    Concept kept = map.concept(ConceptCodes.of(1)).orElseThrow();
    Concept gone = map.concept(ConceptCodes.of(2)).orElseThrow();

    assertThat(gone.values()).containsExactlyInAnyOrder(CT, CHEST);
    assertThat(map.replacedBy(gone.code())).contains(kept.code());
    assertThat(map.byCode(CanonicalMap.CONCEPT_SCHEME, gone.code())).contains(kept);
    assertThat(map.byCodeValue(gone.code())).containsExactly(kept);
    assertThat(map.concepts()).containsExactly(kept);
    assertThat(map.replacedBy(kept.code())).isEmpty();
    assertThat(map.replaces(kept.code())).containsExactly(gone.code());
    assertThat(map.current(gone.code())).contains(kept);
    assertThat(map.current(kept.code())).contains(kept);
  }

  @Test
  void a_rewrite_taken_back_gives_the_retired_code_back() throws IOException {
    small.has("RADLEX", "RPID1", CT, CHEST, WITH).has("RADLEX", "RPID2", CT, CHEST).build();
    Map<String, String> before = small.built();
    small.line("canonical-form.csv", WITH + ",,a test").build();

    small.emptied("canonical-form.csv").build();

    assertThat(small.built()).isEqualTo(before);
  }

  @Test
  void a_code_that_no_scheme_has_any_more_is_retired_and_comes_back_with_it() throws IOException {
    small.has("RADLEX", "RPID1", CT, CHEST).has("RADLEX", "RPID2", CT, ABDOMEN, LIVER).build();
    Map<String, String> before = small.built();
    String gone = small.conceptOf("RADLEX", "RPID2");
    small.lost("RADLEX", "RPID2").build();

    CanonicalMap without = small.map();
    assertThat(without.byCode(CanonicalMap.CONCEPT_SCHEME, gone).orElseThrow().code())
        .isEqualTo(gone);
    assertThat(without.concepts()).extracting(Concept::code).doesNotContain(gone);
    assertThat(without.byCode("RADLEX", "RPID2")).isEmpty();

    small.has("RADLEX", "RPID2", CT, ABDOMEN, LIVER).build();
    assertThat(small.built()).isEqualTo(before);
  }
}
