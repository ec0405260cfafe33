package org.radcanon.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.radcanon.terminology.CommittedMap;

class RimagCommandTest {

  private static CommandLineRun rimag(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "rimag";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--map";
    all[all.length - 1] = CommittedMap.FOLDER.toString();
    return CommandLineRun.of(all);
  }

  @Test
  void a_code_is_explained_position_by_position_with_its_concept() {
    CommandLineRun run = rimag("explain", "20040100110000");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("20040100110000  ")
        .contains("3-8    040100   site")
        .contains("standard item")
        .contains("means ")
        .containsPattern("concept RC\\d{7}  CT chest without IV contrast")
        .contains("RADLEX      RPID16");
  }

  @Test
  void the_extension_of_an_institution_is_shown_and_does_no_harm() {
    CommandLineRun run = rimag("explain", "20040100110000-a7");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("a7").contains("extension").contains("concept RC");
  }

  @Test
  void codes_are_validated_one_by_one() {
    CommandLineRun run = rimag("validate", "20040100110000", "2004010011000", "20888888110000");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("20040100110000  standard item")
        .contains("2004010011000  means nothing")
        .contains("20888888110000  means nothing")
        .contains("wrong: ");
  }

  @Test
  void a_code_is_put_together_of_codes_or_names() {
    CommandLineRun byCode =
        rimag("generate", "--equipment", "20", "--site", "040100", "--method", "11");

    assertThat(byCode.exit()).isZero();
    assertThat(byCode.out()).startsWith("20040100110000  ");
  }

  @Test
  void every_rimag_code_of_another_schemes_code_is_generated() {
    CommandLineRun run = rimag("generate", "RADLEX", "RPID16");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("  20040100110000  standard item");
  }

  @Test
  void an_unknown_part_and_an_unknown_code_are_said() {
    CommandLineRun part = rimag("generate", "--equipment", "20", "--site", "nowhere");
    CommandLineRun code = rimag("generate", "RADLEX", "RPID0");

    assertThat(part.exit()).isEqualTo(1);
    assertThat(part.err()).contains("nowhere").doesNotContain("Exception");
    assertThat(code.exit()).isEqualTo(1);
    assertThat(code.err()).contains("RADLEX has no code RPID0");
  }

  @Test
  void the_standards_own_oddities_are_listed() {
    CommandLineRun run = rimag("oddities");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).containsPattern("\\d+ oddities of the standard");
  }

  @Test
  void parts_without_equipment_and_words_too_many_are_wrong_usage() {
    assertThat(rimag("generate", "--site", "040100").exit()).isEqualTo(2);
    assertThat(rimag("explain", "20040100110000", "20040100120000").exit()).isEqualTo(2);
    assertThat(rimag("guess", "20040100110000").exit()).isEqualTo(2);
    assertThat(rimag("explain").exit()).isEqualTo(2);
  }
}
