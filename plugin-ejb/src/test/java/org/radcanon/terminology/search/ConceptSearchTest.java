package org.radcanon.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.search.ConceptSearch.Hit;
import org.radcanon.terminology.search.ConceptSearch.Page;

class ConceptSearchTest {

  private static final ConceptSearch SEARCH = ConceptSearch.of(BuiltIn.MAP);

  private static Page search(String words) {
    return SEARCH.search(words, Optional.empty(), 0, 10);
  }

  private static Concept first(String words) {
    return search(words).hits().get(0).concept();
  }

  @Test
  void beginnings_of_words_in_any_order_find_a_name_the_shortest_first() {
    Concept chest = BuiltIn.rpid("RPID16").name().startsWith("CT") ? BuiltIn.rpid("RPID16") : null;

    assertThat(first("CT chest with contrast").name()).isEqualTo("CT chest with IV contrast");
    assertThat(first("contr che ct with").name()).isEqualTo("CT chest with IV contrast");
    assertThat(chest).isNotNull();
  }

  @Test
  void a_code_stands_before_all_names() {
    Hit hit = search("rpid16").hits().get(0);

    assertThat(hit.concept()).isEqualTo(BuiltIn.rpid("RPID16"));
    assertThat(hit.code().value()).isEqualTo("RPID16");
    assertThat(first(hit.concept().code())).isEqualTo(hit.concept());
  }

  @Test
  void a_concept_stands_in_the_result_once() {
    Page page = SEARCH.search("abdomen", Optional.empty(), 0, 10_000);

    assertThat(page.hits()).extracting(Hit::concept).doesNotHaveDuplicates().hasSize(page.total());
    assertThat(page.total()).isGreaterThan(100);
  }

  @Test
  void pages_follow_each_other() {
    List<Hit> all = SEARCH.search("knee", Optional.empty(), 0, 20).hits();

    assertThat(SEARCH.search("knee", Optional.empty(), 10, 10).hits())
        .isEqualTo(all.subList(10, 20));
    assertThat(SEARCH.search("knee", Optional.empty(), 100_000, 10).hits()).isEmpty();
  }

  @Test
  void a_scheme_limits_the_search_to_its_codes_and_names() {
    Page page = SEARCH.search("knee", Optional.of("RPID"), 0, 10);

    assertThat(page.hits()).isNotEmpty();
    assertThat(page.hits()).allSatisfy(h -> assertThat(h.code().scheme()).isEqualTo("RADLEX"));
    assertThat(SEARCH.search("knee", Optional.of("99NOSUCH"), 0, 10).hits()).isEmpty();
  }

  @Test
  void words_that_nothing_has_and_no_words_find_nothing() {
    assertThat(search("qwertz").total()).isZero();
    assertThat(search("  ").total()).isZero();
    assertThat(search("-").total()).isZero();
  }

  @Test
  void chinese_is_found_by_any_part_of_a_run_and_full_width_letters_are_letters() {
    assertThat(SearchWords.indexed(SearchWords.fold("胸部ＣＴ平扫")))
        .containsExactlyInAnyOrder("胸部", "胸", "部", "ct", "平扫", "平", "扫");
    assertThat(SearchWords.of("胸部ct平扫")).containsExactly("胸部", "ct", "平扫");
    assertThat(SearchWords.of("胸")).containsExactly("胸");
    assertThat(first("ＣＴ ｃｈｅｓｔ with contrast").name()).isEqualTo("CT chest with IV contrast");
  }
}
