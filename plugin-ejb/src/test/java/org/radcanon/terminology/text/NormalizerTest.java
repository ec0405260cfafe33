package org.radcanon.terminology.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableFolder;

class NormalizerTest {

  private static final Normalizer NORMALIZER =
      Normalizer.read(
          TableFolder.ofClassPath(
              NormalizerTest.class.getClassLoader(), "org/radcanon/canonical-map"),
          new Faults());

  private static String words(String text) {
    return NORMALIZER.normalize(text).sequence();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CT HEAD W CONTRAST",
        "CT head w/ contrast",
        "CT Head with IV contrast",
        "CT HEAD W IVCON",
        "CT Head C+",
        "CT HEAD^W",
        "CT_HEAD_WITH_CONTRAST",
        "ct head contrast enhanced",
      })
  void with_contrast_has_many_spellings(String text) {
    assertThat(words(text)).isEqualTo("head iv-with-contrast");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CT HEAD WO CONTRAST",
        "CT head w/o contrast",
        "CT head w/o",
        "CT head without IV contrast",
        "CT head non-contrast",
        "CT HEAD NONCONTRAST",
        "CT HEAD C-",
        "CT head unenhanced",
      })
  void without_contrast_has_many_spellings(String text) {
    assertThat(words(text)).isEqualTo("head iv-without-contrast");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CT HEAD W/WO",
        "CT HEAD W&WO CONTRAST",
        "CT HEAD W/ & W/O CONTRAST",
        "CT Head w and wo IV Contrast",
        "CT HEAD WWO CONTRAST",
        "CT head with and without contrast",
        "CT HEAD WITHOUT THEN WITH IV CONTRAST",
        "CT HEAD WO & W IVCON",
        "CT head pre and post contrast",
      })
  void both_has_many_spellings(String text) {
    assertThat(words(text)).isEqualTo("head iv-without-then-with-contrast");
  }

  @Test
  void with_or_without_says_nothing_and_is_not_taken_for_both() {
    assertThat(words("CT HEAD WITH OR WITHOUT CONTRAST"))
        .doesNotContain("without-then-with-contrast");
  }

  @ParameterizedTest
  @CsvSource({
    "Chest 2V, chest 2 view",
    "CHEST TWO VIEWS, chest 2 view",
    "CHEST 2 OR MORE VIEWS, chest 2+ view",
    "KNEE LT 3+V, knee left 3+ view",
    "C-SPINE, cervical spine",
    "Abd & Pelv, abdomen pelvis",
    "Thorax^HI_RES (Adult), chest high resolution",
  })
  void abbreviations_and_vendor_forms_are_unfolded(String text, String expected) {
    assertThat(words(text)).isEqualTo(expected);
  }

  @Test
  void the_modality_word_is_taken_out_wherever_it_stands() {
    for (String text : new String[] {"CT CHEST", "CHEST CT", "CT: chest", "ＣＴ chest"}) {
      NormalText normal = NORMALIZER.normalize(text);
      assertThat(normal.modalities()).containsExactly("RID10321");
      assertThat(normal.sequence()).isEqualTo("chest");
    }
    assertThat(NORMALIZER.normalize("CHEST").modalities()).isEmpty();
    assertThat(NORMALIZER.normalize("CTA CHEST").sequence()).isEqualTo("angiography chest");
  }

  @Test
  void word_order_changes_the_sequence_and_not_the_bag() {
    NormalText one = NORMALIZER.normalize("MR Angio Head");
    NormalText other = NORMALIZER.normalize("MR Head Angio");

    assertThat(one.sequence()).isNotEqualTo(other.sequence());
    assertThat(one.bag()).isEqualTo(other.bag());
  }

  @Test
  void chinese_words_are_kept() {
    assertThat(words("CT 颅脑（平扫）")).isEqualTo("颅脑 平扫");
  }

  @Test
  void nothing_is_nothing() {
    assertThat(NORMALIZER.normalize("  *** ").words()).isEmpty();
  }
}
