package org.radcanon.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

  @ParameterizedTest
  @CsvSource({
    "RPID*, RPID22, true",
    "RPID*, RPID, true",
    "RPID?, RPID, false",
    "*2?, RPID22, true",
    "*2*2*2, RPID22, false",
    "R*D?2, RPID22, true",
    "RPID, RPID22, false",
    "'*', '', true",
    "'?', '', false",
    "a?c, a𝒳c, true",
    "a.c, abc, false"
  })
  void wild_cards_match_as_c_2_2_2_4_says(String pattern, String text, boolean matches) {
    assertThat(new TextPattern(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void a_pattern_of_many_stars_takes_no_longer_than_its_length() {
    String text = "a".repeat(200);
    assertThat(new TextPattern("*a".repeat(100) + "b").matches(text)).isFalse();
    assertThat(new TextPattern("*a".repeat(100)).matches(text)).isTrue();
  }
}
