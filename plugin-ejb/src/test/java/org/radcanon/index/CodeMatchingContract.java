package org.radcanon.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcanon.index.Headers.instance;
import static org.radcanon.studies.writer.Attribute.*;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.QueryResult;
import org.radcanon.index.StudyIndex.Row;
import org.radcanon.studies.writer.Code;
import org.radcanon.studies.writer.DicomObject;

/**
 * What every database must do for queries by code. The studies: 1.1 coded as CT of the head, by the
 * store alone; 1.2 coded so, with the code and its equivalent in the header; 1.3 coded as MR of the
 * head, with two local items; 1.4 with a local code that nothing resolved.
 */
abstract class CodeMatchingContract extends IndexContract {
  private static final String LONG = "a-value-of-more-than-sixteen-characters";

  @BeforeEach
  void record() {
    code("1.1", "C1");
    code("1.2", "C1");
    code("1.3", "C2");
    record(
        instance("1.1", 1, 1),
        instance("1.2", 1, 1)
            .with(
                PROCEDURE_CODE_SEQUENCE,
                item("RPID22", "RADLEX")
                    .set(CODING_SCHEME_VERSION, "2.5")
                    .items(EQUIVALENT_CODE_SEQUENCE, item("EQ", "99LOCAL"))),
        instance("1.3", 1, 1).with(PROCEDURE_CODE_SEQUENCE, item("A", "99ONE"), item("B", "99TWO")),
        instance("1.4", 1, 1)
            .with(PROCEDURE_CODE_SEQUENCE, item("A", "99TWO"), item(LONG, "99TWO")));
  }

  @Test
  void any_known_schemes_code_finds_the_studies_of_its_concept() {
    assertThat(found("RPID22", "RADLEX")).containsExactly("1.2", "1.1");
    assertThat(found("24725-4", "LN")).containsExactly("1.2", "1.1");
    assertThat(found("C1", "99RADCANON")).containsExactly("1.2", "1.1");
    assertThat(found("RPID90", "RADLEX")).containsExactly("1.3");
    assertThat(found("RPID2", "RADLEX")).isEmpty();
  }

  @Test
  void a_study_with_the_code_of_a_retired_concept_is_found_by_what_replaced_it_and_shows_it() {
    code("1.5", "C0");
    record(instance("1.5", 1, 1));

    assertThat(found("RPID22", "RADLEX")).containsExactly("1.5", "1.2", "1.1");
    assertThat(found("C1", "99RADCANON")).containsExactly("1.5", "1.2", "1.1");
    assertThat(found("C0", "99RADCANON")).containsExactly("1.5", "1.2", "1.1");
    assertThat(found("C0")).containsExactly("1.5", "1.2", "1.1");
    assertThat(found("RPID90", "RADLEX")).containsExactly("1.3");
  }

  @Test
  void a_page_beyond_a_hundred_thousand_is_refused_instead_of_held_in_memory() {
    Key code = key("ProcedureCodeSequence.CodeValue", "RPID22");

    assertThat(search(Level.STUDY, 10, 100_000, code).rows()).isEmpty();
    assertThatThrownBy(() -> search(Level.STUDY, 10, 100_001, code))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("offset");
  }

  @Test
  void a_code_value_needs_no_designator() {
    assertThat(found("RPID22")).containsExactly("1.2", "1.1");
    assertThat(found("24725-4")).containsExactly("1.2", "1.1");
    assertThat(found("C2")).containsExactly("1.3");
    assertThat(found("nothing")).isEmpty();
  }

  @Test
  void a_value_with_the_designator_of_another_scheme_does_not_match() {
    assertThat(found("RPID22", "LN")).isEmpty();
    assertThat(found("24725-4", "RADLEX")).isEmpty();
  }

  @Test
  void local_codes_are_found_as_they_stand_equivalents_included() {
    assertThat(found("A")).containsExactly("1.4", "1.3");
    assertThat(found("EQ", "99LOCAL")).containsExactly("1.2");
    assertThat(studies(key("ProcedureCodeSequence.LongCodeValue", LONG))).containsExactly("1.4");
  }

  @Test
  void all_keys_must_match_within_one_item_and_any_item_counts() {
    assertThat(found("A", "99ONE")).containsExactly("1.3");
    assertThat(found("B", "99TWO")).containsExactly("1.3");
    assertThat(found("B", "99ONE")).isEmpty();
    assertThat(found("A", "99TWO")).containsExactly("1.4");
  }

  @Test
  void a_version_is_a_key() {
    Key value = key("ProcedureCodeSequence.CodeValue", "RPID22");
    assertThat(studies(value, key("ProcedureCodeSequence.CodingSchemeVersion", "2.5")))
        .containsExactly("1.2", "1.1");
    assertThat(studies(value, key("ProcedureCodeSequence.CodingSchemeVersion", "1.0"))).isEmpty();
  }

  @Test
  void a_designator_alone_finds_what_has_a_code_of_that_scheme() {
    Key radlex = key("ProcedureCodeSequence.CodingSchemeDesignator", "RADLEX");
    assertThat(studies(radlex)).containsExactly("1.3", "1.2", "1.1");
    assertThat(studies(key("ProcedureCodeSequence.CodingSchemeDesignator", "99T*")))
        .containsExactly("1.4", "1.3");
  }

  @Test
  void wild_cards_and_universal_matching_apply_to_codes() {
    assertThat(found("RPID*")).containsExactly("1.3", "1.2", "1.1");
    assertThat(found("RPID?2")).containsExactly("1.2", "1.1");
    assertThat(found("")).hasSize(4);
    assertThat(found("*", "")).hasSize(4);
  }

  @Test
  void other_keys_must_match_besides() {
    Key value = key("ProcedureCodeSequence.CodeValue", "RPID22");
    assertThat(studies(value, key("StudyInstanceUID", "1.1"))).containsExactly("1.1");
    assertThat(studies(value, key("PatientID", "P9"))).isEmpty();
    assertThat(series(value)).containsExactly("1.2.1", "1.1.1");
    assertThat(instances(value)).containsExactly("1.2.1.1", "1.1.1.1");
  }

  @Test
  void the_codes_meaning_is_no_key() {
    Key meaning = key("ProcedureCodeSequence.CodeMeaning", "CT Head");
    QueryResult result = search(Level.STUDY, 10, 0, meaning);
    assertThat(result.unsupported()).containsExactly(meaning);
    assertThat(result.rows()).hasSize(4);
  }

  @Test
  void pages_of_a_query_by_code_have_no_row_twice() {
    Key value = key("ProcedureCodeSequence.CodeValue", "RPID22");
    QueryResult first = search(Level.STUDY, 1, 0, value);
    QueryResult second = search(Level.STUDY, 1, 1, value);
    assertThat(first.rows()).extracting(Row::studyUid).containsExactly("1.2");
    assertThat(first.more()).isTrue();
    assertThat(second.rows()).extracting(Row::studyUid).containsExactly("1.1");
    assertThat(second.more()).isFalse();
  }

  @Test
  void the_answer_shows_the_code_in_force_where_the_header_does_not() {
    String coded = sequenceOf("1.1");
    assertThat(coded)
        .contains("\"00080100\":{\"vr\":\"SH\",\"Value\":[\"RPID22\"]}")
        .contains("\"00080121\":{\"vr\":\"SQ\"")
        .contains("\"24725-4\"")
        .contains("\"C1\"");
    assertThat(sequenceOf("1.3")).containsSubsequence("RPID90", "99ONE", "99TWO");
    assertThat(sequenceOf("1.2")).containsOnlyOnce("RPID22").doesNotContain("24725-4");
    assertThat(sequenceOf("1.4")).containsSubsequence("\"A\"", LONG);
  }

  private String sequenceOf(String study) {
    return search(Level.STUDY, 1, 0, key("StudyInstanceUID", study))
        .rows()
        .get(0)
        .study()
        .only(tag -> tag == 0x00081032)
        .toJson();
  }

  private List<String> found(String value) {
    return studies("ProcedureCodeSequence.CodeValue", value);
  }

  private List<String> found(String value, String scheme) {
    return studies(
        key("ProcedureCodeSequence.CodeValue", value),
        key("ProcedureCodeSequence.CodingSchemeDesignator", scheme));
  }

  private static DicomObject item(String value, String scheme) {
    return new Code(value, scheme, "a meaning").item();
  }
}
