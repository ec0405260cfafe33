package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcanon.terminology.build.SmallMap.ABDOMEN;
import static org.radcanon.terminology.build.SmallMap.CHEST;
import static org.radcanon.terminology.build.SmallMap.CT;
import static org.radcanon.terminology.build.SmallMap.MR;
import static org.radcanon.terminology.build.SmallMap.WITH;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.build.SmallMap.LedgerLine;
import org.radcanon.terminology.relation.Relations;
import org.radcanon.terminology.relation.Relations.Kind;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.TableException;

/** One line corrects a wrong mapping, and nothing else changes. */
class OverridesTest {

  private static final String TABLE = "overrides.csv";

  @TempDir Path folder;
  private SmallMap small;

  @BeforeEach
  void threeConceptsOfTwoSchemes() throws IOException {
    small =
        new SmallMap(folder)
            .has("RADLEX", "RPID1", CT, CHEST)
            .has("RADLEX", "RPID2", CT, CHEST, WITH)
            .has("RADLEX", "RPID3", MR, ABDOMEN)
            .has("LN", "1-1", CT, CHEST)
            .has("LN", "2-2", MR, CHEST)
            .hasNotUnderstood("LN", "3-3", "Portal>whatever");
    small.build();
  }

  private Concept of(String scheme, String code) {
    return small.map().byCode(scheme, code).orElseThrow();
  }

  /** The lines that one text has and the other has not. */
  private static Set<String> changed(String before, String after) {
    Set<String> lines = new TreeSet<>(Set.of(before.split("\n")));
    for (String line : after.split("\n")) {
      if (!lines.remove(line)) {
        lines.add(line);
      }
    }
    return lines;
  }

  @Test
  void one_line_moves_one_code_and_nothing_else_changes() throws IOException {
    Map<String, String> before = small.built();

    small.line(TABLE, "LN,1-1,equivalent,RADLEX,RPID2,it is with contrast").build();

    Map<String, String> after = small.built();
    assertThat(of("LN", "1-1")).isEqualTo(of("RADLEX", "RPID2"));
    assertThat(changed(before.get("codes.csv"), after.get("codes.csv")))
        .containsExactly(
            "LN,1-1,RC0000018,LN name of 1-1,normal", "LN,1-1,RC0000026,LN name of 1-1,normal");
    after.remove("codes.csv");
    before.remove("codes.csv");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void the_last_code_that_leaves_a_concept_retires_it() throws IOException {
    String left = of("LN", "2-2").code();

    small.line(TABLE, "LN,2-2,equivalent,RADLEX,RPID3,it is the abdomen").build();

    LedgerLine line = small.ledger().get(left);
    assertThat(line.active()).isFalse();
    assertThat(line.replacedBy()).isEmpty();
    assertThat(line.values()).containsExactlyInAnyOrder(MR, CHEST);
  }

  @Test
  void a_concept_code_is_a_target_and_a_code_not_understood_gets_its_concept() throws IOException {
    String target = of("RADLEX", "RPID3").code();

    small.line(TABLE, "LN,3-3,equivalent,99RADCANON," + target + ",a person knows").build();

    assertThat(of("LN", "3-3").code()).isEqualTo(target);
    assertThat(small.map().notCanonicalised()).isEmpty();
  }

  @Test
  void lines_are_followed_from_one_to_the_next() throws IOException {
    small
        .line(TABLE, "LN,1-1,equivalent,LN,2-2,as that one")
        .line(TABLE, "LN,2-2,equivalent,RADLEX,RPID3,it is the abdomen")
        .build();

    assertThat(of("LN", "1-1")).isEqualTo(of("RADLEX", "RPID3")).isEqualTo(of("LN", "2-2"));
  }

  @Test
  void none_without_target_takes_the_concept_and_says_why() throws IOException {
    small.line(TABLE, "LN,1-1,none,,,nobody knows what it means").build();

    assertThat(small.map().byCode("LN", "1-1")).isEmpty();
    assertThat(small.map().notCanonicalised())
        .contains(
            new NotCanonicalised(
                "LN", "1-1", "LN name of 1-1", List.of("nobody knows what it means")));
  }

  @Test
  void relations_between_concepts_outrank_what_is_computed() throws IOException {
    small
        .line(TABLE, "LN,2-2,narrower,RADLEX,RPID3,a test")
        .line(TABLE, "RADLEX,RPID2,none,RADLEX,RPID1,a test")
        .build();
    CanonicalMap map = small.map();
    Relations relations = Relations.of(map);
    Concept abdomen = of("RADLEX", "RPID3");
    Concept chest = of("LN", "2-2");

    assertThat(relations.between(abdomen, chest)).isEqualTo(Kind.NARROWER);
    assertThat(relations.between(chest, abdomen)).isEqualTo(Kind.BROADER);
    assertThat(relations.narrower(abdomen)).containsExactly(chest);
    assertThat(relations.broader(chest)).containsExactly(abdomen);
    assertThat(relations.siblings(chest)).doesNotContain(abdomen);
    assertThat(relations.between(of("RADLEX", "RPID1"), of("RADLEX", "RPID2")))
        .isEqualTo(Kind.UNRELATED);
    assertThat(relations.narrower(of("RADLEX", "RPID1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LN,9-9,equivalent,RADLEX,RPID1,r | unknown code LN 9-9",
        "LN,1-1,equivalent,RADLEX,RPID9,r | unknown code RADLEX RPID9",
        "LN,1-1,equivalent,LN,3-3,r | LN 3-3 has no concept",
        "LN,1-1,equivalent,99RADCANON,RC9999999,r | unknown code 99RADCANON RC9999999",
        "LN,1-1,same,RADLEX,RPID1,r | relation is none of equivalent, narrower, broader, none",
        "LN,1-1,equivalent,RADLEX,RPID2, | a line needs a reason",
        "LN,1-1,equivalent,,,r | target_scheme or target_code is empty",
        "LN,1-1,none,RADLEX,,r | target_scheme and target_code stand together",
        "LN,1-1,equivalent,LN,1-1,r | source and target are the same code",
        ",,equivalent,LN,1-1,r | scheme or code is empty",
        "LN,1-1,none,RADLEX,RPID1,r | LN 1-1 has the attributes of RADLEX RPID1",
        "LN,1-1,narrower,RADLEX,RPID1,r | LN 1-1 has the attributes of RADLEX RPID1",
        "99RADCANON,RC0000018,none,,,r | a concept code means its concept",
        "LN,1-1,equivalent | 3 values where the header has 6",
      })
  void a_bad_line_is_refused_with_file_line_and_reason(String line, String reason)
      throws IOException {
    Map<String, String> before = small.built();
    small.line(TABLE, line);

    assertThatThrownBy(small::build)
        .isInstanceOf(TableException.class)
        .hasMessageContaining("overrides.csv:2: " + reason);
    assertThat(small.built()).isEqualTo(before);
  }

  @Test
  void all_faults_of_all_lines_are_told_at_once() throws IOException {
    small
        .line(TABLE, "LN,1-1,same,RADLEX,RPID9,")
        .line(TABLE, "radlex,RPID1,equivalent,LOINC,2-2,r")
        .line(TABLE, "LN,9-9,equivalent,FOO,1,r")
        .line(TABLE, "LN,2-2,equivalent,LN,3-3,r");

    assertThatThrownBy(small::build)
        .isInstanceOfSatisfying(
            TableException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::toString)
                    .containsExactly(
                        "overrides.csv:2: unknown code RADLEX RPID9",
                        "overrides.csv:2: relation is none of equivalent, narrower, broader, none",
                        "overrides.csv:2: a line needs a reason",
                        "overrides.csv:3: unknown scheme: RADLEX, not radlex",
                        "overrides.csv:3: unknown scheme: LN, not LOINC",
                        "overrides.csv:4: unknown code LN 9-9",
                        "overrides.csv:4: unknown scheme FOO; there are: RADLEX, LN, I10P,"
                            + " 99RIMAG, SCT, DCM, 99RADCANON",
                        "overrides.csv:5: LN 3-3 has no concept"));
  }

  @Test
  void lines_in_a_circle_and_two_lines_for_one_code_are_refused() throws IOException {
    small.line(TABLE, "LN,1-1,equivalent,LN,2-2,r").line(TABLE, "LN,2-2,equivalent,LN,1-1,r");
    assertThatThrownBy(small::build).hasMessageContaining("lines lead in a circle");

    small
        .emptied(TABLE)
        .line(TABLE, "LN,1-1,equivalent,RADLEX,RPID2,r")
        .line(TABLE, "LN,1-1,none,,,r");
    assertThatThrownBy(small::build)
        .hasMessageContaining("overrides.csv:3: line 2 says what LN 1-1 means");
  }
}
