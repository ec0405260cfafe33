package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConceptCodesTest {

  @Test
  void a_code_carries_a_check_digit_and_fits_code_value() {
    assertThat(ConceptCodes.of(1)).isEqualTo("RC0000018").hasSizeLessThanOrEqualTo(16);
    assertThat(ConceptCodes.serial(ConceptCodes.of(4242))).isEqualTo(4242);
  }

  @Test
  void a_single_wrong_digit_is_noticed() {
    String code = ConceptCodes.of(123456);
    for (int at = 2; at < code.length(); at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String other = code.substring(0, at) + digit + code.substring(at + 1);
        assertThat(ConceptCodes.valid(other)).isEqualTo(other.equals(code));
      }
    }
  }

  @Test
  void what_has_another_form_is_no_code() {
    for (String other :
        new String[] {"", "RC", "RC000001", "RC00000181", "XX0000018", "RC0000000"}) {
      assertThat(ConceptCodes.valid(other)).isFalse();
    }
    assertThatThrownBy(() -> ConceptCodes.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ConceptCodes.of(1_000_000))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
