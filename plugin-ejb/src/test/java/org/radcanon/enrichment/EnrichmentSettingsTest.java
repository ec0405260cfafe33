package org.radcanon.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.enrichment.EnrichmentSettings.Equipment;
import org.radcanon.enrichment.EnrichmentSettings.Mode;

class EnrichmentSettingsTest {

  @Test
  void our_own_scheme_is_the_last_resort_even_when_left_out() {
    assertThat(EnrichmentSettings.defaults("1").preferredSchemes())
        .containsExactly("RADLEX", "99RADCANON");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void a_threshold_is_a_confidence(double threshold) {
    assertThatIllegalArgumentException().isThrownBy(() -> with(Mode.FILL, true, threshold));
  }

  @Test
  void normalise_without_original_attributes_would_lose_codes() {
    assertThatIllegalArgumentException().isThrownBy(() -> with(Mode.NORMALISE, false, 0.9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "longer than sixteen", "a\\b"})
  void a_station_is_a_short_string(String station) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Equipment(Optional.empty(), station, "1"));
  }

  private static EnrichmentSettings with(Mode mode, boolean originals, double threshold) {
    return new EnrichmentSettings(
        mode,
        List.of("RADLEX"),
        true,
        false,
        true,
        originals,
        true,
        threshold,
        new Equipment(Optional.empty(), "S", "1"));
  }
}
