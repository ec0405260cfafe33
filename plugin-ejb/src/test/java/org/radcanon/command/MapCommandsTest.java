package org.radcanon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.terminology.CommittedMap;

class MapCommandsTest {

  @TempDir private Path folder;
  private Path map;

  @BeforeEach
  void a_copy_of_the_map() throws IOException {
    map = folder.resolve("map");
    CommittedMap.copyTo(map);
  }

  private Map<String, String> tables() throws IOException {
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.list(map)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        tables.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return tables;
  }

  @Test
  void building_from_the_same_sources_changes_nothing_and_says_so() throws IOException {
    Map<String, String> before = tables();
    CommandLineRun run = CommandLineRun.of("build-map", map.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("concepts in force").contains("Nothing changed.");
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void one_line_of_overrides_moves_a_code_and_that_is_told() throws IOException {
    Files.writeString(
        map.resolve("overrides.csv"),
        "RADLEX,RPID16,equivalent,RADLEX,RPID145,for the test\n",
        StandardOpenOption.APPEND);

    CommandLineRun run = CommandLineRun.of("build-map", map.toString());

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("1 codes moved to another concept")
        .containsPattern("RADLEX RPID16: from RC\\d+ CT chest .* to RC\\d+ CT abdomen pelvis");
  }

  @Test
  void a_bad_row_is_told_with_its_line_and_every_table_stays() throws IOException {
    Files.writeString(
        map.resolve("overrides.csv"), "RADLEX,RPID16,nonsense,,,\n", StandardOpenOption.APPEND);
    Map<String, String> before = tables();

    CommandLineRun run = CommandLineRun.of("build-map", map.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).containsPattern("overrides.csv:\\d+: ").doesNotContain("Exception");
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void a_bad_row_of_the_lexicon_is_told_after_the_build_and_not_only_by_the_server()
      throws IOException {
    Files.writeString(
        map.resolve("lexicon/phrases.csv"),
        "wibble wobble,no such value,,\n",
        StandardOpenOption.APPEND);

    CommandLineRun run = CommandLineRun.of("build-map", map.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).containsPattern("phrases.csv:\\d+: ").contains("no such value");
  }

  @Test
  void a_map_that_lost_its_ledger_is_not_built_anew() throws IOException {
    Files.delete(map.resolve("ledger.csv"));
    Map<String, String> before = tables();

    CommandLineRun run = CommandLineRun.of("build-map", map.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("the ledger is missing");
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void a_directory_that_is_not_there_is_said() {
    CommandLineRun run = CommandLineRun.of("build-map", folder.resolve("none").toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("none: no such directory");
  }

  @Test
  void the_report_counts_by_scheme_and_kind_and_writes_every_finding() throws IOException {
    Path out = folder.resolve("gaps.csv");
    CommandLineRun run = CommandLineRun.of("report", "--map", map.toString(), out.toString());

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("RADLEX").containsPattern("equal attributes +\\d+");
    assertThat(Files.readAllLines(out))
        .hasSizeGreaterThan(1000)
        .first()
        .isEqualTo("kind,scheme,code,name,concept,detail,others");
  }
}
