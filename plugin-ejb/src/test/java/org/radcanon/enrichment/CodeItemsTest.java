package org.radcanon.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.terminology.Code;

class CodeItemsTest {

  @ParameterizedTest
  @CsvSource({
    "RPID16, CodeValue",
    "1234567890123456, CodeValue",
    "12345678901234567, LongCodeValue",
    "urn:oid:1.2.3, URNCodeValue",
    "URN:oid:1.2.3, URNCodeValue",
    "http://example.org/codes/1, URNCodeValue",
    "a:b, CodeValue",
  })
  void a_value_stands_in_the_element_that_can_hold_it(String value, String element) {
    DataSet item = FakeDataSet.of(Procedures.item(new Code(value, "99A", "m")));

    assertThat(item.string(Tag.CodeValue).isPresent()).isEqualTo(element.equals("CodeValue"));
    assertThat(item.string(Tag.LongCodeValue).isPresent())
        .isEqualTo(element.equals("LongCodeValue"));
    assertThat(item.string(Tag.URNCodeValue).isPresent()).isEqualTo(element.equals("URNCodeValue"));
  }

  @Test
  void a_meaning_without_text_is_the_value_since_it_must_not_be_empty() {
    DataSet item = FakeDataSet.of(Procedures.item(new Code("1", "99A", "")));

    assertThat(item.string(Tag.CodeMeaning)).contains("1");
  }

  @ParameterizedTest
  @CsvSource({"1, 99A, true", "a\\b, 99A, false", "1, ADESIGNATORTOOLONG, false", "ä, 99A, false"})
  void a_code_that_no_item_can_hold_is_not_written(String value, String scheme, boolean writable) {
    assertThat(CodeItems.writable(new Code(value, scheme, "m"))).isEqualTo(writable);
  }

  @Test
  void texts_are_cut_between_words_and_cleaned() {
    assertThat(Texts.fit("a\\b\tc\r\nd ", 64)).isEqualTo("a/b c d");
    assertThat(Texts.fit("one two three", 9)).isEqualTo("one two");
    assertThat(Texts.fit("one two", 7)).isEqualTo("one two");
    assertThat(Texts.fit("abcdefgh", 4)).isEqualTo("abcd");
    assertThat(Texts.fit("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 2)).hasSize(4);
  }
}
