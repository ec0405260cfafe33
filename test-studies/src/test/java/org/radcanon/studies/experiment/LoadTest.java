package org.radcanon.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

  @TempDir Path folder;

  @Test
  void whatIsNotAcknowledgedIsSentAgainUntilItIs() throws IOException, InterruptedException {
    List<Sample> samples = Sample.make(30, 1, folder);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Door forgetful =
        batch -> {
          Set<String> again = ConcurrentHashMap.newKeySet();
          batch.stream().map(Sample::uid).filter(uid -> !seen.add(uid)).forEach(again::add);
          return new Door.Answer(again, batch.size() - again.size());
        };
    Ledger ledger = new Ledger();

    try (Load load = new Load(ledger, 30, Duration.ofMillis(1))) {
      load.begin(Map.of(forgetful, samples), 1);
      assertThat(load.finish(Duration.ofSeconds(20))).isTrue();
    }

    assertThat(ledger.count()).isEqualTo(30);
    assertThat(ledger.resent()).isEqualTo(30);
    assertThat(ledger.refused()).isEqualTo(30);
  }

  @Test
  void samplesAreOfManyStudiesAndTheSameForASeed() throws IOException {
    List<Sample> samples = Sample.make(40, 5, folder);

    assertThat(samples).hasSize(40).doesNotHaveDuplicates();
    assertThat(samples.stream().map(Sample::study).distinct().count()).isGreaterThan(8);
    assertThat(Sample.make(40, 5, folder)).isEqualTo(samples);
  }
}
