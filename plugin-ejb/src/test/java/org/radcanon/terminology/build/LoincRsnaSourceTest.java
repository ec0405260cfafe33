package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableFolder;

class LoincRsnaSourceTest {

  private static final String HEADER = "LoincNumber,LongCommonName,PartNumber,RID,RPID\n";

  private final Faults faults = new Faults();

  private SchemeSource read(String release) {
    TableFolder folder = CommittedMap.with(Map.of(LoincRelease.FILE, HEADER + release));
    return LoincRsnaSource.read(folder, Vocabulary.read(CommittedMap.TABLES, faults), faults);
  }

  @Test
  void a_pair_outranks_what_the_axes_say_and_keeps_the_names() {
    SchemeSource source =
        read("24627-2,CT Chest,LP1,RID1243,RPID145\n24627-2,CT Chest,LP2,,RPID145\n");

    assertThat(faults.list()).isEmpty();
    assertThat(source.procedures()).extracting(SourceProcedure::code).doesNotContain("24627-2");
    assertThat(source.equivalents())
        .singleElement()
        .satisfies(
            equivalent -> {
              assertThat(equivalent.procedure().code()).isEqualTo("24627-2");
              assertThat(equivalent.procedure().names()).isNotEmpty();
              assertThat(equivalent.target()).isEqualTo(new CodeRef("RADLEX", "RPID145"));
            });
  }

  @Test
  void unknown_and_contradicting_pairs_leave_what_was_derived() {
    SchemeSource source =
        read("24627-2,CT Chest,LP1,,RPID0\n30600-1,x,LP1,,RPID16\n30600-1,x,LP1,,RPID145\n");

    assertThat(source.equivalents()).isEmpty();
    assertThat(source.procedures()).extracting(SourceProcedure::code).contains("24627-2");
    assertThat(source.remarks())
        .extracting(Fault::toString)
        .containsExactly(
            LoincRelease.FILE
                + ":2: 24627-2 goes with RPID0, which the Playbook here does not have;"
                + " the pair decides nothing",
            LoincRelease.FILE
                + ":3: 30600-1 goes with RPID16, but also with RPID145 of line 4, and they mean"
                + " different things; the pair decides nothing",
            LoincRelease.FILE
                + ":4: 30600-1 goes with RPID145, but also with RPID16 of line 3, and they mean"
                + " different things; the pair decides nothing");
  }

  @Test
  void an_unknown_code_beside_a_known_one_is_told_and_the_known_one_decides() {
    SchemeSource source = read("24627-2,CT Chest,LP1,,RPID0\n24627-2,CT Chest,LP1,,RPID145\n");

    assertThat(source.equivalents()).hasSize(1);
    assertThat(source.remarks()).extracting(Fault::line).containsExactly(2L);
  }

  @Test
  void a_term_that_the_map_did_not_have_comes_with_the_releases_name() {
    SchemeSource source = read("1-8,CT of something new,LP1,,RPID16\n");

    assertThat(source.equivalents())
        .singleElement()
        .satisfies(e -> assertThat(e.procedure().names().get(0).text()).startsWith("CT of"));
  }

  @Test
  void a_wrong_check_digit_is_a_fault() {
    read("24627-3,CT Chest,LP1,,RPID16\n");

    assertThat(faults.list()).extracting(f -> f.line()).containsExactly(2L);
  }
}
