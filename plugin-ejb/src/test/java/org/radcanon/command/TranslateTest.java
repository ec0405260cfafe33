package org.radcanon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.terminology.SmallMap;

class TranslateTest {

  @TempDir private static Path map;

  @BeforeAll
  static void a_map_of_a_few_procedures() throws IOException {
    new SmallMap()
        .code("RADLEX", "RPID1", "CT Chest", "RID10321", "RID1243")
        .code("LN", "24627-2", "CT Chest", "RID10321", "RID1243")
        .code("RADLEX", "RPID12", "CT Chest w IV Contrast", "RID10321", "RID1243", "RID28769")
        .code("LN", "30600-1", "CT Chest and Abdomen", "RID10321", "RID1243", "RID56")
        .code("RADLEX", "RPID77", "MR Chest", "RID10312", "RID1243")
        .notUnderstood("I10P", "BW24ZZZ", "CT of Chest somehow", "somehow")
        .writeTo(map);
  }

  private static CommandLineRun translate(String... arguments) {
    String[] all = new String[arguments.length + 3];
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    all[0] = "translate";
    all[1] = "--map";
    all[2] = map.toString();
    return CommandLineRun.of(all);
  }

  @Test
  void a_code_is_shown_with_its_attributes_its_equivalents_and_its_neighbours() {
    CommandLineRun run = translate("RADLEX", "RPID1");

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().toList())
        .containsSubsequence(
            "RC1  CT Chest",
            "  modality         CT",
            "  region           chest",
            "equivalent to RADLEX RPID1",
            "  LN          24627-2      CT Chest",
            "narrower",
            "  RC2  CT Chest w IV Contrast  [RADLEX RPID12]",
            "      contrast: + with IV contrast",
            "  RC3  CT Chest and Abdomen  [LN 30600-1]",
            "      region: + abdomen");
  }

  @Test
  void broader_concepts_say_what_they_lack() {
    assertThat(translate("LN", "30600-1").out().lines().toList())
        .containsSubsequence(
            "broader", "  RC1  CT Chest  [RADLEX RPID1, LN 24627-2]", "      region: - abdomen");
  }

  @Test
  void one_scheme_can_be_asked_for_and_its_lack_is_an_exit_code_of_its_own() {
    CommandLineRun there = translate("RADLEX", "RPID1", "--to", "LN");
    CommandLineRun missing = translate("RADLEX", "RPID12", "--to", "LN");

    assertThat(there.exit()).isZero();
    assertThat(there.out()).contains("24627-2").doesNotContain("RPID12");
    assertThat(missing.exit()).isEqualTo(3);
    assertThat(missing.out()).contains("none in LN");
  }

  @Test
  void case_and_hyphens_of_a_code_do_not_matter_when_there_is_one_such_code() {
    assertThat(translate("radlex", "rpid-77").out()).startsWith("RC4  MR Chest");
  }

  @Test
  void an_unknown_code_is_said_with_those_that_are_near() {
    CommandLineRun run = translate("RADLEX", "RPID13");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("RADLEX has no code RPID13 in this map")
        .contains("near: RPID12  CT Chest w IV Contrast");
  }

  @Test
  void a_code_of_another_scheme_is_pointed_at() {
    assertThat(translate("LN", "RPID77").err()).contains("but RADLEX has: RPID77  MR Chest");
  }

  @Test
  void a_known_code_without_concept_says_what_was_not_understood() {
    CommandLineRun run = translate("I10P", "BW24ZZZ");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("is known, but has no concept; not understood: somehow");
  }

  @Test
  void an_unknown_scheme_is_answered_with_those_there_are() {
    CommandLineRun run = translate("NICIP", "CCHES");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("there is no scheme NICIP; there are RADLEX, LN,");
  }
}
