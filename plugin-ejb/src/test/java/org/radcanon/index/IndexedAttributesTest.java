package org.radcanon.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcanon.dicom.Tag;
import org.radcanon.index.StudyIndex.Level;

class IndexedAttributesTest {

  @Test
  void every_keyword_of_the_table_is_that_of_its_tag() throws IOException {
    List<String[]> rows = rows();
    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(Tag.keyword(Integer.parseUnsignedInt(row[0], 16))).contains(row[1]));
  }

  @Test
  void no_attribute_stands_at_two_levels() throws IOException {
    assertThat(rows()).extracting(row -> row[0]).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void the_uid_of_a_level_is_kept_and_answered_by_default(Level level) {
    int uid =
        switch (level) {
          case STUDY -> Tag.StudyInstanceUID;
          case SERIES -> Tag.SeriesInstanceUID;
          case INSTANCE -> Tag.SOPInstanceUID;
        };
    assertThat(IndexedAttributes.kept(level, uid)).isTrue();
    assertThat(IndexedAttributes.byDefault(level, uid)).isTrue();
  }

  @Test
  void computed_attributes_are_not_taken_from_headers() {
    assertThat(IndexedAttributes.kept(Level.STUDY, Tag.ModalitiesInStudy)).isFalse();
    assertThat(IndexedAttributes.byDefault(Level.STUDY, Tag.ModalitiesInStudy)).isTrue();
    assertThat(IndexedAttributes.byDefault(Level.STUDY, Tag.ProcedureCodeSequence)).isFalse();
    assertThat(IndexedAttributes.of(Level.STUDY))
        .filteredOn(IndexedAttributes.Attribute::computed)
        .hasSize(5);
  }

  private static List<String[]> rows() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                IndexedAttributes.class.getResourceAsStream("attributes.csv"),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(","))
          .toList();
    }
  }
}
