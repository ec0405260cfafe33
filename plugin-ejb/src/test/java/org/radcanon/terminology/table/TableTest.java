package org.radcanon.terminology.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

  private static final String ALPHABET = "ab ,,\"\"\r\n\n\t影";

  private final Faults faults = new Faults();

  private List<Row> parse(String text) {
    return Table.parse("t.csv", text.getBytes(StandardCharsets.UTF_8), Set.of("a", "b"), faults)
        .rows();
  }

  @Test
  void quotes_hold_commas_quotes_and_line_ends_and_outer_blanks_go() {
    List<Row> rows = parse("a,b\r\n\"x, \"\"y\"\"\nz\" ,  1 2 \n\n3,\"\"\n");

    assertThat(faults.any()).isFalse();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("a")).isEqualTo("x, \"y\"\nz");
    assertThat(rows.get(0).words("b")).containsExactly("1", "2");
    assertThat(rows.get(0).line()).isEqualTo(2);
    assertThat(rows.get(1).get("b")).isEmpty();
    assertThat(rows.get(1).line()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a,b;1,2;3 | t.csv:3: 1 values where the header has 2",
        "a,b;1,2;3,4,5 | t.csv:3: 3 values where the header has 2",
        "a,b;1,2;\"3,4 | t.csv:3: cannot be parsed from here on: the quote opened on line 3",
        "a,b;\"1\"2,3 | t.csv:2: cannot be parsed from here on: there is text behind",
        "a,c;1,2 | t.csv:1: column b is missing",
        "a,b,a;1,2,3 | t.csv:1: column a stands twice",
      })
  void what_is_wrong_is_said_with_file_and_line(String text, String fault) {
    parse(text.replace(';', '\n'));

    assertThat(faults.list().get(0).toString()).startsWith(fault);
  }

  @Test
  void what_is_empty_or_not_utf8_is_refused() {
    parse("");
    Table.parse("u.csv", new byte[] {'a', (byte) 0xFF}, Set.of(), faults);

    assertThat(faults.list())
        .extracting(Fault::toString)
        .containsExactly("t.csv: is empty: a header row is required", "u.csv: is not UTF-8");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_column() {
    assertThat(parse("\uFEFFa,b\n1,2").get(0).get("a")).isEqualTo("1");
  }

  @Test
  void commons_csv_reads_the_same_records() throws IOException {
    Random random = new Random(180);
    int compared = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      compared += sameRecords(text.toString());
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  /** 1 where both read the text, 0 where this reader refuses it. */
  private static int sameRecords(String text) throws IOException {
    CsvReader reader = new CsvReader(text);
    try (var other = CSVFormat.RFC4180.parse(new StringReader(text))) {
      var records = other.iterator();
      while (reader.hasNext()) {
        List<String> own = reader.next(4);
        CSVRecord expected = records.next();
        assertThat(own).as(text).isEqualTo(expected.stream().map(String::strip).toList());
      }
      assertThat(records.hasNext()).as(text).isFalse();
      return 1;
    } catch (CsvReader.MalformedException e) {
      return 0;
    }
  }
}
