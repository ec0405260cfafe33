package org.radcanon.terminology.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.reading.Circumstances.Plainer;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;
import org.radcanon.terminology.text.Lexicon;

class CircumstancesTest {

  private static final String TRAUMA = "RID4630";

  private final Faults faults = new Faults();
  private final Lexicon lexicon =
      Lexicon.read(CommittedMap.TABLES, new MapValues(BuiltIn.MAP), faults);

  private Circumstances circumstances(String... lines) {
    String table = "when,detail,instead,first,reason\n" + String.join("\n", lines) + "\n";
    TableFolder folder = path -> Optional.of(table.getBytes(StandardCharsets.UTF_8));
    return Circumstances.read(BuiltIn.MAP, lexicon, folder, faults);
  }

  private static Concept named(String name) {
    return BuiltIn.MAP.concepts().stream()
        .filter(concept -> concept.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_detail_of_one_scheme_gives_way_to_what_several_schemes_have() {
    Circumstances circumstances = circumstances(",trauma,,plain,why it is done");

    assertThat(circumstances.of(named("CT chest abdomen pelvis trauma with IV contrast")))
        .contains(
            new Plainer(named("CT chest abdomen pelvis with IV contrast"), true, "why it is done"));
    assertThat(circumstances.of(named("CT chest abdomen pelvis with IV contrast"))).isEmpty();
  }

  @Test
  void what_is_put_in_does_not_displace_what_is_said() {
    Circumstances circumstances = circumstances("CT,,without IV contrast,detail,not stated");

    assertThat(circumstances.of(named("CT head cervical spine")).map(Plainer::concept))
        .contains(named("CT head cervical spine without IV contrast"));
    assertThat(circumstances.of(named("CT head cervical spine with IV contrast"))).isEmpty();
  }

  @Test
  void as_many_circumstances_are_left_out_as_it_takes() {
    Circumstances circumstances =
        circumstances(",trauma,,plain,why it is done", "CT,limited,,plain,how much");
    Set<String> values = new HashSet<>(named("CT neck limited with IV contrast").values());
    values.removeAll(named("CT neck with IV contrast").values());
    values.addAll(named("CT chest abdomen with IV contrast").values());
    values.add(TRAUMA);

    assertThat(circumstances.leftOf(values).map(Plainer::concept))
        .contains(named("CT chest abdomen with IV contrast"));
  }

  @Test
  void a_line_that_prefers_neither_is_refused() {
    circumstances(",trauma,,perhaps,why it is done");

    assertThatThrownBy(faults::refuseIfAny)
        .isInstanceOf(TableException.class)
        .hasMessageContaining("first is neither plain nor detail");
  }
}
