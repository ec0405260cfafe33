package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;

/**
 * LOINC terms in force and Playbook codes of equal names have equal concepts. With {@code
 * -Dradcanon.docs.write=true} docs/consistency.md is written.
 */
class NameConsistencyTest {

  private static final Path REPORT = Path.of("../docs/consistency.md");
  private static final Faults FAULTS = new Faults();
  private static final Vocabulary VOCABULARY = Vocabulary.read(CommittedMap.TABLES, FAULTS);
  private static final CanonicalForm FORM =
      CanonicalForm.read(CommittedMap.TABLES, VOCABULARY, FAULTS);

  private final Map<Set<String>, List<Named>> playbook = new HashMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private int pairs;

  private record Named(SourceProcedure procedure, String name) {}

  @Test
  void codes_of_equal_names_agree_but_for_those_listed() throws IOException {
    PlaybookSource.read(CommittedMap.TABLES, VOCABULARY, FAULTS)
        .procedures()
        .forEach(procedure -> procedure.names().forEach(name -> enter(procedure, name.text())));
    for (SourceProcedure term :
        LoincSource.read(CommittedMap.TABLES, VOCABULARY, FAULTS).procedures()) {
      if (term.rank() == Rank.NORMAL) {
        compare(term);
      }
    }
    if (Boolean.getBoolean("radcanon.docs.write")) {
      Files.writeString(REPORT, report());
    }

    assertThat(pairs).isGreaterThan(800);
    assertThat(disagreements.size()).isLessThan(pairs / 15);
    assertThat(Files.readString(REPORT)).isEqualTo(report());
  }

  private void enter(SourceProcedure procedure, String name) {
    List<Named> named = playbook.computeIfAbsent(NameKey.of(name), k -> new ArrayList<>());
    if (named.stream().noneMatch(n -> n.procedure().equals(procedure))) {
      named.add(new Named(procedure, name));
    }
  }

  private void compare(SourceProcedure term) {
    String name = term.names().get(0).text();
    Set<String> here = FORM.apply(term.values());
    for (Named other : playbook.getOrDefault(NameKey.of(name), List.of())) {
      pairs++;
      Set<String> there = FORM.apply(other.procedure().values());
      if (!here.equals(there)) {
        disagreements.add(
            String.join(
                " | ",
                "| " + term.code(),
                name,
                other.procedure().code(),
                other.name(),
                labels(here, there),
                labels(there, here) + " |"));
      }
    }
  }

  private static String labels(Set<String> values, Set<String> without) {
    return values.stream()
        .filter(value -> !without.contains(value))
        .map(value -> VOCABULARY.find(value).orElseThrow().label())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  private String report() {
    return "# LOINC and the Playbook: equal names, equal concepts?\n\n"
        + "Written by NameConsistencyTest with `-Dradcanon.docs.write=true`. "
        + pairs
        + " pairs of a LOINC term in force and a\nPlaybook code have equal names; "
        + (pairs - disagreements.size())
        + " have the same concept, "
        + disagreements.size()
        + " have not.\n\nNames are equal when they have the same words:\n\n"
        + NameKey.RULES.stream().map(rule -> "- " + rule + "\n").collect(Collectors.joining())
        + "\n| LOINC | name | Playbook | name | LOINC alone | Playbook alone |\n"
        + "| --- | --- | --- | --- | --- | --- |\n"
        + String.join("\n", disagreements)
        + "\n";
  }

  @Test
  void order_case_and_shorthand_do_not_count() {
    assertThat(NameKey.of("CT Chest W contrast IV"))
        .isEqualTo(NameKey.of("CT Chest w IV Contrast"));
    assertThat(NameKey.of("MRA Head vessels WO contrast"))
        .isEqualTo(NameKey.of("MR Head Angio wo IV Contrast"));
    assertThat(NameKey.of("XR Knee - left GE 3 Views"))
        .isEqualTo(NameKey.of("XR LOWER Knee Left 3 or more views".replace("LOWER ", "")));
    assertThat(NameKey.of("XR Knee - left")).isNotEqualTo(NameKey.of("XR Knee - right"));
  }
}
