package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofHours(1);

  private final CountDownLatch expired = new CountDownLatch(1);

  @Test
  void a_shorter_time_overtakes_a_longer_one_that_was_stopped() throws Exception {
    try (Watchdog watchdog = new Watchdog()) {
      Watchdog.Timer timer = watchdog.timer(expired::countDown);
      timer.start(LONG);
      timer.stop();

      timer.start(SHORT);

      assertThat(expired.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_longer_time_holds_though_a_shorter_one_was_asked_for_before() throws Exception {
    CountDownLatch other = new CountDownLatch(1);
    try (Watchdog watchdog = new Watchdog()) {
      Watchdog.Timer timer = watchdog.timer(expired::countDown);
      timer.start(SHORT.multipliedBy(50));
      timer.start(LONG);
      watchdog.timer(other::countDown).start(SHORT.multipliedBy(100));

      assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(expired.getCount()).isOne();
    }
  }
}
