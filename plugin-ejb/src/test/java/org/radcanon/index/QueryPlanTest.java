package org.radcanon.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.index.StudyIndex.Level;

/** The cost of an answer grows with its page: PostgreSQL never reads a table from end to end. */
@TestInstance(Lifecycle.PER_CLASS)
class QueryPlanTest extends IndexContract {
  private static final int LIMIT = 25;

  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }

  /** 20,000 studies of 5,000 patients over 2,000 days, of 50 concepts and with as many codes. */
  @BeforeAll
  void fill() {
    database().empty();
    Stream.of(
            """
            insert into patient select 'id-' || n, 'P' || n, '', '', 'NAME' || n || '^A', '', '',
            '19700101', 'F', 'Name' || n || '^A', '19700101' from generate_series(1, 5000) n
            """,
            """
            insert into study (uid, patient, patient_id, patient_id_issuer, name_alphabetic,
            name_ideographic, name_phonetic, birth_date, sex, study_date, study_time,
            accession_number, accession_issuer, study_id, description, referring_alphabetic,
            referring_ideographic, referring_phonetic, date_sent, time_sent, timezone_sent,
            referring_sent, concept, modalities, sop_classes, series_count, instance_count,
            attributes, updated)
            select '1.2.' || n, 'id-' || p, 'P' || p, '', 'NAME' || p || '^A', '', '', '19700101',
            'F', d, '100000.000000', 'A' || n, '', 'S' || n, 'D', '', '', '', d, '10', '', '',
            case when n % 50 = 0 then 'C1' else 'X' || n % 50 end, 'CT', '1.2', 1, 1, '{}', now()
            from (select n, n % 5000 + 1 as p,
            to_char(date '2020-01-01' + n * 7919 % 2000, 'YYYYMMDD') as d
            from generate_series(1, 20000) n) s
            """,
            """
            insert into study_code (study, study_date, code_value, scheme, scheme_version)
            select id, study_date, case when concept = 'C1' then 'RPID22' else concept end,
            'RADLEX', '' from study
            """,
            """
            insert into study_modality
            select id, case when id % 4 = 0 then 'MR' else 'CT' end from study
            """,
            "analyze")
        .forEach(database()::execute);
  }

  @AfterAll
  void forget() {
    database().execute("truncate patient cascade");
    database().execute("analyze");
  }

  @Override
  @BeforeEach
  void start() {
    open();
  }

  @Test
  void a_query_by_code_reads_the_page_from_the_indexes_of_codes_and_of_concepts() throws Exception {
    List<String> plans =
        plans(
            key("ProcedureCodeSequence.CodeValue", "RPID22"),
            key("ProcedureCodeSequence.CodingSchemeDesignator", "RADLEX"));
    assertThat(plans.get(0)).contains("study_by_code").doesNotContain("Sort");
    assertThat(plans.subList(1, plans.size()))
        .as("one for the concept, one for each retired one that it replaced")
        .isNotEmpty()
        .allSatisfy(plan -> assertThat(plan).contains("study_by_concept").doesNotContain("Sort"));
  }

  @Test
  void a_query_by_patient_id_reads_the_index_of_patient_ids() throws Exception {
    assertThat(plans(key("PatientID", "P77")))
        .singleElement()
        .asString()
        .containsAnyOf("study_by_patient_id", "study_prefix_patient_id");
  }

  @Test
  void a_query_by_the_beginning_of_a_name_reads_an_index_of_names() throws Exception {
    assertThat(plans(key("PatientName", "name77*")))
        .singleElement()
        .asString()
        .contains("study_prefix_name");
  }

  @Test
  void a_query_by_a_whole_name_reads_an_index_of_names() throws Exception {
    assertThat(plans(key("PatientName", "Name77^A")))
        .singleElement()
        .asString()
        .containsAnyOf("study_prefix_name", "study_by_name");
  }

  @Test
  void a_query_by_the_beginning_of_an_id_reads_the_index_of_patient_ids() throws Exception {
    assertThat(plans(key("PatientID", "P777*"))).singleElement().asString().contains("patient_id");
  }

  @Test
  void a_query_by_accession_number_reads_the_index_of_accession_numbers() throws Exception {
    assertThat(plans(key("AccessionNumber", "A4711")))
        .singleElement()
        .asString()
        .contains("study_by_accession");
  }

  @Test
  void a_query_by_dates_and_modality_reads_in_the_order_of_the_answer() throws Exception {
    assertThat(plans(key("StudyDate", "20240101-20240201"), key("ModalitiesInStudy", "MR")))
        .singleElement()
        .asString()
        .contains("study_order");
  }

  @Test
  void a_query_without_a_key_reads_no_more_than_its_page() throws Exception {
    assertThat(plans()).singleElement().asString().contains("study_order").doesNotContain("Sort");
  }

  /** How PostgreSQL runs the statements that find the places of the page. */
  private List<String> plans(Key... keys) throws SQLException {
    List<CapturedQuery> queries =
        database()
            .capture(() -> assertThat(search(Level.STUDY, LIMIT, 0, keys).rows()).isNotEmpty());
    List<CapturedQuery> places =
        queries.stream().filter(query -> query.sql().contains("order by")).toList();
    List<String> plans = new ArrayList<>();
    for (CapturedQuery query : places) {
      plans.add(plan(query));
    }
    assertThat(plans).allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan"));
    return plans;
  }

  private String plan(CapturedQuery query) throws SQLException {
    try (Connection connection = database().dataSource().getConnection();
        PreparedStatement explain = connection.prepareStatement("explain " + query.sql())) {
      for (int i = 0; i < query.parameters().size(); i++) {
        explain.setObject(i + 1, query.parameters().get(i));
      }
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = explain.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }
}
