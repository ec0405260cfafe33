package org.radcanon.terminology.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.rimag.Component;
import org.radcanon.terminology.rimag.Item;
import org.radcanon.terminology.rimag.Rimag;

/** Rimag codes in the map: listed items, and what else the structure allows. */
class RimagCodesTest {

  private static final CanonicalMap MAP = BuiltIn.MAP;
  private static final Rimag RIMAG = MAP.rimag().orElseThrow();
  private static final CanonicalForm FORM = MAP.form();

  private static Optional<Concept> concept(String code) {
    return MAP.byCode(Rimag.DESIGNATOR, code);
  }

  @Test
  void every_item_means_a_concept_and_comes_back_from_its_values() {
    for (Item item : RIMAG.items()) {
      Concept concept = concept(item.code()).orElseThrow();

      assertThat(RIMAG.codesFor(concept.values(), FORM)).as(item.code()).contains(item.code());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "30", "40", "42", "44", "45"})
  void every_allowed_code_comes_back_from_its_values(String equipment) {
    List<String> lost = new ArrayList<>();
    codes(equipment)
        .filter(code -> !RIMAG.values(code).isEmpty())
        .filter(code -> !RIMAG.codesFor(FORM.apply(RIMAG.values(code)), FORM).contains(code))
        .forEach(lost::add);

    assertThat(lost).isEmpty();
  }

  /** Every site with every method of the modality, without post-processing or position. */
  private static Stream<String> codes(String equipment) {
    String modality = List.of("CT", "MR", "XR").get(equipment.charAt(0) - '2');
    String device =
        RIMAG.equipment().stream()
            .filter(e -> e.code().equals(equipment))
            .map(Component::device)
            .findFirst()
            .orElseThrow();
    return RIMAG.sites(modality).stream()
        .flatMap(
            site ->
                RIMAG.methods(modality).stream()
                    .filter(m -> m.device().isEmpty() || m.device().equals(device))
                    .map(method -> equipment + site.code() + method.code() + "0000"));
  }

  @Test
  void every_position_and_post_processing_comes_back() {
    Stream<String> chest =
        Stream.concat(
            RIMAG.details("XR").stream().map(d -> "4004010000" + d.code() + "00"),
            RIMAG.details("CT").stream().map(d -> "2004010011" + d.code() + "00"));

    assertThat(chest)
        .allSatisfy(code -> assertThat(RIMAG.codesFor(RIMAG.values(code), FORM)).contains(code));
  }

  @Test
  void a_concept_without_a_listed_item_has_the_code_that_the_structure_allows() {
    Concept knee = MAP.byCode("LN", "36508-0").orElseThrow();
    Concept chest = MAP.byCode("LN", "29252-4").orElseThrow();

    assertThat(knee.codeIn(Rimag.DESIGNATOR)).isEmpty();
    assertThat(MAP.codes(knee, Rimag.DESIGNATOR))
        .containsExactly(new Code("30072201110000", Rimag.DESIGNATOR, "MR 左膝关节（平扫）"));
    assertThat(MAP.codeToWrite(knee, Rimag.DESIGNATOR).orElseThrow().value())
        .isEqualTo("30072201110000");
    assertThat(concept("30072201110000")).contains(knee);
    assertThat(MAP.codes(chest, Rimag.DESIGNATOR)).isEqualTo(chest.codes().get(Rimag.DESIGNATOR));
    assertThat(MAP.codes(knee, "LN")).isEqualTo(knee.codes().get("LN"));
  }

  @Test
  void a_code_that_is_no_item_means_the_concept_with_its_values() {
    assertThat(RIMAG.item("24040100110000")).isEmpty();
    assertThat(concept("24040100110000")).isEqualTo(concept("20040100110000"));
    assertThat(RIMAG.item("30010100110000")).isEmpty();
    assertThat(concept("30010100110000")).contains(BuiltIn.rpid("RPID479"));
  }

  @Test
  void an_extension_is_left_aside() {
    assertThat(concept("20040100110000-2")).isEqualTo(concept("20040100110000"));
    assertThat(MAP.byCode("Rimag", "20040100110000-2")).isPresent();
  }

  @Test
  void a_code_whose_values_no_scheme_has_means_no_concept() {
    assertThat(RIMAG.values("20011201330000")).isEmpty();
    assertThat(RIMAG.values("30011201610000")).isNotEmpty();
    assertThat(concept("30011201610000")).isEmpty();
    assertThat(concept("99999999999999")).isEmpty();
  }

  @Test
  void plain_enhanced_and_both_are_the_playbooks_contrast() {
    assertThat(concept("20040100110000")).contains(BuiltIn.rpid("RPID16"));
    assertThat(concept("20040100210000")).contains(BuiltIn.rpid("RPID18"));
  }

  @Test
  void the_meaning_of_a_code_can_be_written_in_every_character_set() {
    for (Concept concept : MAP.concepts()) {
      for (Code code : concept.codes().getOrDefault(Rimag.DESIGNATOR, List.of())) {
        assertThat(code.meaning().chars()).allMatch(c -> c < 0x80);
      }
    }
  }

  @Test
  void the_chinese_name_of_an_item_stays_its_first_name() {
    assertThat(MAP.names(new Code("20010100110000", Rimag.DESIGNATOR, "")))
        .containsExactly("CT 颅脑（平扫）", "CT Brain (Plain)");
  }
}
