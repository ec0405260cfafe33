package org.radcanon.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"resolve", "translate", "rimag", "import", "build-map", "report"})
  void every_command_tells_its_use_with_an_example(String command) {
    CommandLineRun run = CommandLineRun.of(command, "--help");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("./radcanon " + command).contains("Example:");
    assertThat(CommandLineRun.of("--help").out()).contains("./radcanon " + command);
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, there is no command nonsense",
    "report --verbose, there is no option --verbose",
    "report --map, --map needs a value",
    "report --map=a --map=b, --map stands twice",
    "report a b, too many words: [OUT.csv] is expected",
    "resolve a.csv, something is missing: IN OUT.csv is expected",
  })
  void what_makes_no_sense_is_said_and_refused(String line, String said) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(said).contains("--help").doesNotContain("Exception");
  }

  @Test
  void a_directory_without_a_map_is_refused() {
    CommandLineRun run = CommandLineRun.of("report", "--map", "src");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("src holds no canonical map");
  }
}
