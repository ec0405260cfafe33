package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 0xB000, 0xB006, 0x0001, 0x0107, 0x0116, 0xFF00, 0xFF01, 0xFE00, 0x10000})
  void a_failure_never_reaches_the_sender_as_a_status_that_says_stored(int claimed) {
    int status = Statuses.failure(claimed);

    assertThat(status).isEqualTo(0x0110);
    assertThat(Statuses.passes(status)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xA900, 0xC000, 0x0122, 0x0117})
  void a_failure_s_own_status_stays(int status) {
    assertThat(Statuses.failure(status)).isEqualTo(status);
  }
}
