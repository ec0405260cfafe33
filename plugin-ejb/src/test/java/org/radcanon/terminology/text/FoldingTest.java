package org.radcanon.terminology.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

  @Test
  void case_blanks_and_punctuation_do_not_count() {
    assertThat(Folding.key("Thorax^CHEST_WO (Adult)"))
        .isEqualTo(Folding.key(" thorax chest   WO/adult"))
        .isEqualTo("thorax chest wo adult");
  }

  @Test
  void plus_minus_and_comparison_count_where_they_mean_something() {
    assertThat(Folding.key("CT C+")).isNotEqualTo(Folding.key("CT C-"));
    assertThat(Folding.key("FL < 1 hr")).isNotEqualTo(Folding.key("FL > 1 hr"));
    assertThat(Folding.key("C-Spine")).isEqualTo(Folding.key("c spine"));
  }

  @Test
  void full_width_forms_and_other_scripts_are_compared_as_words() {
    assertThat(Folding.key("ＣＴ　颅脑（平扫）")).isEqualTo("ct 颅脑 平扫");
    assertThat(Folding.key("--- ")).isEmpty();
  }
}
