package org.radcanon.terminology.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableFolder;

class CanonicalMapTest {

  private static final CanonicalMap MAP = MapLoader.load();

  private static Concept rpid(String code) {
    return MAP.byCode("RADLEX", code).orElseThrow();
  }

  @Test
  void every_playbook_code_means_one_concept_that_lists_it() {
    List<Code> codes =
        MAP.concepts().stream()
            .flatMap(c -> c.codes().getOrDefault("RADLEX", List.of()).stream())
            .toList();

    assertThat(codes).hasSize(4772);
    assertThat(codes).extracting(Code::value).doesNotHaveDuplicates();
    for (Code code : codes) {
      assertThat(rpid(code.value()).codes().get("RADLEX")).contains(code);
    }
  }

  @Test
  void a_concept_is_found_by_its_own_code() {
    Concept concept = rpid("RPID16");

    assertThat(MAP.concept(concept.code())).contains(concept);
    assertThat(MAP.byCode("99RADCANON", concept.code())).contains(concept);
    assertThat(concept.codeIn("99RADCANON").orElseThrow().value()).isEqualTo(concept.code());
  }

  @Test
  void every_meaning_fits_code_meaning_and_is_not_cut() {
    for (Concept concept : MAP.concepts()) {
      for (List<Code> codes : concept.codes().values()) {
        assertThat(codes).allSatisfy(c -> assertThat(c.meaning()).hasSizeBetween(2, 64));
      }
    }
  }

  @Test
  void an_orderable_and_a_protocol_of_the_same_content_are_one_concept_with_the_core_code_first() {
    Concept concept = rpid("RPID854");

    assertThat(concept).isEqualTo(rpid("RPID5"));
    assertThat(concept.codeIn("RADLEX").orElseThrow().value()).isEqualTo("RPID5");
  }

  @Test
  void core_codes_of_the_playbook_and_terms_out_of_force_in_loinc_are_known_as_such() {
    assertThat(ranked("RADLEX", Rank.CORE)).contains("RPID16", "RPID18").hasSizeGreaterThan(300);
    assertThat(ranked("RADLEX", Rank.SUPERSEDED)).isEmpty();
    assertThat(ranked("LN", Rank.SUPERSEDED)).hasSizeGreaterThan(300);
    assertThat(MAP.rank(new Code("no such code", "LN", ""))).isEqualTo(Rank.NORMAL);
  }

  private static List<String> ranked(String scheme, Rank rank) {
    return MAP.concepts().stream()
        .flatMap(c -> c.codes().getOrDefault(scheme, List.of()).stream())
        .filter(code -> MAP.rank(code) == rank)
        .map(Code::value)
        .toList();
  }

  @Test
  void the_order_of_region_slots_does_not_matter() {
    assertThat(rpid("RPID4881")).isEqualTo(rpid("RPID531"));
  }

  @Test
  void chest_by_ultrasound_and_chest_by_fluoroscopy_differ_although_their_modality_slot_is_empty() {
    assertThat(rpid("RPID5839")).isNotEqualTo(rpid("RPID6745"));
    assertThat(rpid("RPID6745")).isEqualTo(rpid("RPID1936"));
  }

  @Test
  void every_concept_has_exactly_one_modality() {
    assertThat(MAP.concepts())
        .allSatisfy(c -> assertThat(c.attributes().get(Attribute.MODALITY)).hasSize(1));
  }

  @Test
  void no_two_concepts_have_the_same_attributes() {
    Set<Object> seen = new HashSet<>();
    assertThat(MAP.concepts()).allSatisfy(c -> assertThat(seen.add(c.attributes())).isTrue());
  }

  @Test
  void schemes_answer_to_their_aliases() {
    for (String alias :
        List.of(
            "RPID",
            "RadLex",
            "2.16.840.1.113883.6.256",
            "http://www.rsna.org/RadLex_Playbook.aspx")) {
      assertThat(MAP.scheme(alias).orElseThrow().designator()).isEqualTo("RADLEX");
      assertThat(MAP.byCode(alias, "RPID16")).contains(rpid("RPID16"));
    }
  }

  @Test
  void an_unknown_code_and_an_unknown_scheme_mean_nothing() {
    assertThat(MAP.byCode("RADLEX", "RPID0")).isEmpty();
    assertThat(MAP.byCode("99OTHER", "RPID16")).isEmpty();
    assertThat(MAP.byCodeValue("nonsense")).isEmpty();
    assertThat(MAP.byCodeValue("RPID16")).containsExactly(rpid("RPID16"));
  }

  @Test
  void values_know_their_ancestors() {
    AttributeValue liver = MAP.value("RID58").orElseThrow();

    assertThat(liver.attribute()).contains(Attribute.FOCUS);
    assertThat(liver.parent().flatMap(MAP::value)).isPresent();
  }

  /** Two views of one name, and views beside others, are no single view. */
  @Test
  void a_view_that_is_named_is_one_view_without_saying_so() {
    Set<String> several = Set.of("RID45795", "RV-AND-VIEWS");
    TableFolder tables = CommittedMap.TABLES;
    Faults faults = new Faults();
    Vocabulary vocabulary = Vocabulary.read(tables, faults);
    CanonicalForm form = CanonicalForm.read(tables, vocabulary, faults);

    assertThat(vocabulary.values())
        .filteredOn(value -> value.attribute().filter(Attribute.VIEW::equals).isPresent())
        .extracting(AttributeValue::id)
        .filteredOn(view -> !several.contains(view))
        .isNotEmpty()
        .allSatisfy(
            view -> assertThat(form.apply(List.of("RID43399", view))).containsExactly(view));
  }
}
