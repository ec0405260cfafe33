package org.radcanon.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What fuzzing has found worth keeping, and a few mutants, in the ordinary build: no input makes a
 * reader throw anything but its own exceptions. {@code ./radcanon fuzz} runs the millions.
 */
class SeedsTest {

  private static final int MUTANTS = 300;

  static Stream<String> targets() {
    return Targets.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("targets")
  @Timeout(120)
  void no_seed_and_no_mutant_gets_past_a_readers_own_exceptions(String name) throws Exception {
    Target target = Targets.all().get(name);
    List<byte[]> inputs = new ArrayList<>(target.seeds());
    inputs.addAll(kept(name));
    Mutator mutator = new Mutator(target.seeds(), new Random(20261122));
    for (int i = 0; i < MUTANTS; i++) {
      inputs.add(mutator.next());
    }
    for (byte[] input : inputs) {
      assertThatCode(() -> target.takes(input)).doesNotThrowAnyException();
    }
  }

  private static List<byte[]> kept(String name) throws IOException, URISyntaxException {
    var folder = SeedsTest.class.getResource(name);
    if (folder == null) {
      return List.of();
    }
    List<byte[]> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
    }
    return inputs;
  }
}
