package org.radcanon.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

  @TempDir Path folder;

  private List<Sample> samples;
  private final Map<String, Integer> archive = new HashMap<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, byte[]> bytes = new HashMap<>();

  @BeforeEach
  void allIsWell() throws IOException {
    samples = Sample.make(10, 3, folder);
    for (Sample sample : samples) {
      archive.put(sample.uid(), 1);
      index.put(sample.uid(), 1);
      bytes.put(sample.uid(), java.nio.file.Files.readAllBytes(sample.file()));
    }
  }

  @Test
  void whatIsThereOnceAndTheSameIsClean() throws IOException {
    Verdict verdict = verdict(all());

    assertThat(verdict.isClean()).isTrue();
    assertThat(verdict.inArchive()).isEqualTo(10);
    assertThat(verdict.remarks()).isEmpty();
  }

  @Test
  void anAcknowledgedInstanceThatIsNotThereIsLost() throws IOException {
    archive.remove(samples.get(0).uid());

    assertThat(verdict(all()).lost()).isEqualTo(1);
  }

  @Test
  void oneThatWasNotAcknowledgedMayBeThereOrNot() throws IOException {
    archive.remove(samples.get(0).uid());
    index.remove(samples.get(0).uid());
    Set<String> others =
        all().stream().filter(uid -> !uid.equals(samples.get(0).uid())).collect(Collectors.toSet());
    others.remove(samples.get(1).uid());

    assertThat(verdict(others).isClean()).isTrue();
  }

  @Test
  void oneThatWasNotAcknowledgedMustBeWholeIfItIsThere() throws IOException {
    bytes.put(samples.get(0).uid(), new byte[200]);

    assertThat(verdict(Set.of()).wrong()).isEqualTo(1);
  }

  @Test
  void duplicatesStrangersAndGapsOfTheIndexAreCounted() throws IOException {
    archive.put(samples.get(0).uid(), 2);
    archive.put("1.2.3", 1);
    index.put(samples.get(1).uid(), 3);
    index.remove(samples.get(2).uid());

    Verdict verdict = verdict(all());

    assertThat(verdict.duplicates()).isEqualTo(2);
    assertThat(verdict.strangers()).isEqualTo(1);
    assertThat(verdict.notIndexed()).isEqualTo(1);
    assertThat(verdict.remarks())
        .contains("1.2.3 was never sent", samples.get(0).uid() + " is 2 times in the archive");
  }

  private Set<String> all() {
    return samples.stream().map(Sample::uid).collect(Collectors.toSet());
  }

  private Verdict verdict(Set<String> acknowledged) throws IOException {
    Kept kept =
        new Kept() {
          @Override
          public Map<String, Integer> instances() {
            return archive;
          }

          @Override
          public byte[] file(Sample sample) {
            return bytes.get(sample.uid());
          }
        };
    return new Audit(samples, acknowledged).of(kept, index, 0, 0);
  }
}
