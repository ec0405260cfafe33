package org.radcanon.web.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcanon.intake.MapDesk;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.web.Rest;
import org.radcanon.web.Rest.Answer;

class DownloadTest {
  private CanonicalMap map = new SmallMap("1");
  private final MapDesk desk = MapDesk.of(() -> map);
  private final Rest rest =
      new Rest(new DownloadResource(desk), new ConceptResource(desk)).provider(PageHeaders.class);

  @ParameterizedTest
  @EnumSource
  void every_table_is_csv_with_a_header_and_rows_of_its_width(Download table) throws Exception {
    Answer answer = rest.get("/download/" + table.file() + ".csv").send();

    assertThat(answer.header("Content-Type")).startsWith("text/csv");
    assertThat(answer.header("Content-Disposition")).contains(table.file() + ".csv");
    try (CSVParser rows = CSVParser.parse(answer.text(), CSVFormat.RFC4180)) {
      assertThat(rows.getRecords())
          .hasSizeGreaterThan(1)
          .allMatch(row -> row.size() == table.rows(desk.current()).header().size());
    }
    assertThat(rest.get("/download").send().text()).contains(table.file() + ".csv");
    assertThat(rest.get("/download/README.txt").send().text()).contains(table.file() + ".csv");
  }

  @Test
  void a_concept_row_has_words_values_and_the_codes_of_every_scheme() {
    assertThat(rest.get("/download/concepts.csv").send().text())
        .contains("RC0000026,CT chest with IV contrast,CT,")
        .contains("RID10321 RID1243 RID28769,RPID2 RPID20,01020304050607\r\n");
  }

  @Test
  void cells_are_quoted_where_they_must_be() {
    assertThat(rest.get("/download/codes.csv").send().text())
        .contains("RC0000026,RADLEX,RPID20,\"CT THORAX, \"\"WITH\"\"\",N,superseded\r\n")
        .contains("RC0000026,RADLEX,RPID2,CT CHEST W IVCON,Y,core\r\n");
  }

  @Test
  void a_procedure_is_downloaded_with_its_codes_and_neighbours() {
    assertThat(rest.get("/concepts/RC0000026.csv").send().text())
        .contains("RC0000026,attribute,region,RID1243,chest,\u80F8\u90E8\r\n")
        .contains("RC0000026,code,99RIMAG,01020304050607,\u80F8\u90E8 CT \u589E\u5F3A,normal\r\n")
        .contains("RC0000026,sibling,99RADCANON,RC0000034,")
        .contains("RC0000026,broader,99RADCANON,RC0000018,");
  }

  @Test
  void who_has_the_same_content_is_told_so_and_other_content_has_another_tag() {
    String tag = rest.get("/download/codes.csv").send().header("ETag");

    assertThat(rest.get("/download/codes.csv").header("If-None-Match", tag).send().status())
        .isEqualTo(304);
    map = new SmallMap("2");
    assertThat(rest.get("/download/codes.csv").header("If-None-Match", tag).send().status())
        .isEqualTo(200);
  }

  @Test
  void the_relations_are_worked_out_once_for_a_map() throws Exception {
    MapDesk.View view = desk.current();
    String first = rest.get("/download/relations.csv").send().text();
    PackedRows kept = view.kept(PackedRows.class, v -> null);

    assertThat(rest.get("/download/relations.csv").send().text()).isEqualTo(first);
    assertThat(view.kept(PackedRows.class, v -> null)).isSameAs(kept);
    map = new SmallMap("2");
    assertThat(rest.get("/download/relations.csv").send().text()).isEqualTo(first);
    assertThat(desk.current().kept(PackedRows.class, v -> null)).isNotNull().isNotSameAs(kept);
  }

  @Test
  void the_readme_says_whose_the_content_is() {
    assertThat(rest.get("/download/README.txt").send().text())
        .contains("\u00A9 RSNA <notice>", "version 7");
  }
}
