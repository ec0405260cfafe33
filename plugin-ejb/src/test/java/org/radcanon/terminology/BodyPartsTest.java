package org.radcanon.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableFolder;

class BodyPartsTest {

  private static final TableFolder COMMITTED = TableFolder.of(Path.of("../config/canonical-map"));

  private final Faults faults = new Faults();
  private final Vocabulary vocabulary = Vocabulary.read(COMMITTED, faults);
  private final BodyParts parts = BodyParts.read(COMMITTED, vocabulary, faults);

  private Set<String> labels(String term) {
    return parts.values(term).orElseThrow().stream()
        .map(value -> vocabulary.find(value).orElseThrow().label())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "CHEST,chest",
    "KNEE,knee",
    "CSPINE,cervical spine",
    "C-SPINE,cervical spine",
    "l spine,lumbar spine",
    "COLON,large intestine",
    "LOWER_EXTREMITY,lower extremity",
    "TMJ,temporomandibular joint"
  })
  void a_term_means_a_value_however_it_is_spelled(String term, String label) {
    assertThat(labels(term)).containsExactly(label);
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void a_value_has_the_terms_that_mean_nothing_else() {
    assertThat(parts.terms("RID1243")).startsWith("CHEST");
  }

  @Test
  void a_term_may_mean_several_values_together() {
    assertThat(labels("CHESTABDPELVIS")).containsOnly("chest", "abdomen", "pelvis");
    assertThat(labels("ABDOMINALAORTA")).containsOnly("abdomen", "aorta");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PHANTOM", "WING", "DIGIT", "ENDORECTAL"})
  void what_says_nothing_or_leaves_a_choice_means_nothing(String term) {
    assertThat(parts.values(term)).contains(Set.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NOSUCHPART", "CHEST ROUTINE"})
  void what_is_no_defined_term_is_not_known(String term) {
    assertThat(parts.values(term)).isEmpty();
  }

  @Test
  void bad_lines_are_refused_with_file_line_and_reason() {
    String table = "body_part_examined,values,note\nHEAD,RID0,\nHE-AD,,\n";
    TableFolder bad =
        name ->
            name.equals(BodyParts.FILE)
                ? Optional.of(table.getBytes(StandardCharsets.UTF_8))
                : COMMITTED.read(name);

    BodyParts.read(bad, vocabulary, faults);

    assertThat(faults.list())
        .containsExactly(
            new Fault(BodyParts.FILE, 2, "unknown value RID0"),
            new Fault(BodyParts.FILE, 3, "body part HE-AD stands twice"));
  }
}
