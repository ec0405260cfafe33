package org.radcanon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.SmallMap;

class ResolveTableTest {

  private static final String ADDED =
      "concept,name,basis,confidence,write,not_understood,RADLEX,LN,I10P,99RIMAG";

  @TempDir private static Path map;
  @TempDir private Path folder;
  private Path in;
  private Path out;

  @BeforeAll
  static void a_map_of_a_few_procedures() throws IOException {
    new SmallMap()
        .code("RADLEX", "RPID1", "CT Chest", "RID10321", "RID1243")
        .code("RADLEX", "RPID2", "CT Thorax", "RID10321", "RID1243")
        .code("LN", "24627-2", "CT Chest", "RID10321", "RID1243")
        .code("RADLEX", "RPID3", "MR Chest", "RID10312", "RID1243")
        .code("RADLEX", "RPID4", "XR Chest", "RID10345", "RID1243")
        .code("RADLEX", "RPID5", "CT Abdomen", "RID10321", "RID56")
        .writeTo(map);
  }

  @BeforeEach
  void files() {
    in = folder.resolve("in.csv");
    out = folder.resolve("out.csv");
  }

  private CommandLineRun resolve(String table, String... more) throws IOException {
    return resolve(table.getBytes(StandardCharsets.UTF_8), more);
  }

  private CommandLineRun resolve(byte[] table, String... more) throws IOException {
    Files.write(in, table);
    List<String> arguments =
        new ArrayList<>(List.of("resolve", in.toString(), out.toString(), "--map", map.toString()));
    arguments.addAll(Arrays.asList(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(out);
  }

  @Test
  void a_row_gets_its_concept_and_all_codes_by_scheme_and_keeps_what_it_had() throws IOException {
    CommandLineRun run = resolve("id,text,modality,note\n7,CT Chest,CT,\"a, \"\"b\"\"\"\n");

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(lines())
        .containsExactly(
            "id,text,modality,note," + ADDED,
            "7,CT Chest,CT,\"a, \"\"b\"\"\",RC1,CT Chest,text,0.97,yes,,RPID1 RPID2,24627-2,,");
    assertThat(run.out()).contains("rows                              1  100.0 %");
  }

  @Test
  void what_is_not_understood_is_listed_and_nothing_is_written() throws IOException {
    CommandLineRun run = resolve("text,modality\nCT Wobble,CT\n");

    assertThat(lines()).element(1).asString().startsWith("CT Wobble,CT,").contains(",no,wobble,");
    assertThat(run.out()).contains("words not understood").contains("wobble");
  }

  @Test
  void a_higher_threshold_lets_less_be_written() throws IOException {
    resolve("text,modality\nCT Chest,CT\n", "--threshold", "0.99");

    assertThat(lines().get(1)).contains(",text,0.97,no,");
  }

  @Test
  void the_configured_threshold_counts_where_none_is_given() throws IOException {
    Files.writeString(in, "text,modality\nCT Chest,CT\n");
    CommandLineRun run =
        CommandLineRun.of(
            Map.of("radcanon.enrichment.threshold", "0.98", "radcanon.map.directory", map + ""),
            false,
            "resolve",
            in.toString(),
            out.toString());

    assertThat(run.out()).contains("written at 0.98                   0");
  }

  @ParameterizedTest
  @CsvSource({"';', '\n'", "'\t', '\n'", "',', '\r\n'"})
  void separator_and_line_ends_are_told_from_the_file_and_kept(String separator, String end)
      throws IOException {
    String table = "text|modality" + end + "CT Chest|CT" + end;
    resolve(table.replace("|", separator));

    String written = Files.readString(out);
    assertThat(written).startsWith("text|modality|concept|".replace("|", separator));
    assertThat(written)
        .endsWith("|RPID1 RPID2|24627-2||".replace("|", separator) + end)
        .hasLineCount(2);
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_column_and_is_kept() throws IOException {
    resolve("\uFEFFtext,modality\nCT Chest,CT\n");

    assertThat(Files.readString(out)).startsWith("\uFEFFtext,modality,concept");
    assertThat(lines().get(1)).contains("RC1");
  }

  @Test
  void a_quoted_line_break_a_blank_line_and_other_alphabets_are_taken_as_they_are()
      throws IOException {
    resolve("text,modality,note\n\"CT\nChest\",CT,胸部\n\nMR Chest,MR,ü\n");

    assertThat(Files.readString(out))
        .contains("\"CT\nChest\",CT,胸部,RC1,")
        .contains("MR Chest,MR,ü,RC2,");
  }

  @ParameterizedTest
  @CsvSource({
    "'CR, DX', XR Chest, RPID4",
    "'DX,CR', XR Chest, RPID4",
    "'[''CT'']', CT Chest, RPID1 RPID2",
    "ct, CT Chest, RPID1 RPID2",
    "CT\\SR, CT Chest, RPID1 RPID2",
  })
  void modalities_come_in_lists_of_any_kind(String modality, String text, String codes)
      throws IOException {
    resolve("text;modality\n" + text + ";" + modality + "\n");

    assertThat(lines().get(1)).contains(";yes;;" + codes + ";");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"''", "[blank]", "(blank)", "None", "n/a"},
      quoteCharacter = '\'')
  void without_modality_a_text_that_names_one_is_read_and_is_less_certain(String modality)
      throws IOException {
    resolve("text;modality\nCT Chest;" + modality + "\n");

    assertThat(lines().get(1)).contains(";RC1;CT Chest;text;0.80;no;");
  }

  @Test
  void reports_and_the_like_are_no_modality_of_a_study() throws IOException {
    resolve("text,modality\nCT Chest,SR\nCT Chest,\"PR, CT\"\n");

    assertThat(lines()).element(1).asString().contains(",RC1,CT Chest,candidate,0.50,no,");
    assertThat(lines()).element(2).asString().contains(",RC1,CT Chest,text,0.97,yes,");
  }

  @Test
  void header_attributes_in_columns_are_evidence() throws IOException {
    resolve(
        "text,modality,ProcedureCodeSequence,StudyDescription\n"
            + "nonsense,CT,RPID5^RADLEX^CT Abdomen,\n"
            + "nonsense,CT,X1^99LOCAL^own~24627-2^LN,\n"
            + ",CT,,CT Abdomen\n"
            + "nonsense,CT,,CT Abdomen\n");

    assertThat(lines()).element(1).asString().contains(",RC4,CT Abdomen,code,1.00,yes,");
    assertThat(lines()).element(2).asString().contains(",RC1,CT Chest,code,1.00,yes,");
    assertThat(lines()).element(3).asString().contains(",RC4,CT Abdomen,text,0.97,yes,");
    assertThat(lines()).element(4).asString().contains(",RC4,CT Abdomen,text,");
  }

  @Test
  void requested_procedures_count_inside_request_attributes_too() throws IOException {
    resolve(
        "text,modality,RequestAttributesSequence.RequestedProcedureCodeSequence\n"
            + "nonsense,CT,RPID5^RADLEX\n");

    assertThat(lines().get(1)).contains(",RC4,CT Abdomen,code,");
  }

  @Test
  void the_site_map_decides_where_it_has_a_line_for_the_sender() throws IOException {
    Path siteMap = folder.resolve("site-map.csv");
    Files.writeString(
        siteMap,
        "code,scheme,meaning,text,source,institution,station,ae_title,modality,target_scheme,"
            + "target_code,reason\n,,,Routine 7,,,,CT7,,RADLEX,RPID5,agreed\n");
    resolve(
        "text,modality,AETitle\nROUTINE 7,CT,CT7\nROUTINE 7,CT,CT8\n",
        "--site-map",
        siteMap.toString());

    assertThat(lines()).element(1).asString().contains(",RC4,CT Abdomen,site_map,1.00,yes,");
    assertThat(lines()).element(2).asString().contains(",no,");
    assertThat(siteMap.resolveSibling("site-map.csv.last-good")).doesNotExist();
  }

  @Test
  void totals_are_weighted_by_frequency_and_doubtful_rows_come_most_frequent_first()
      throws IOException {
    Path doubtful = folder.resolve("doubtful.csv");
    CommandLineRun run =
        resolve(
            "text,modality,frequency\nCT Chest,CT,90\nCT Wobble,CT,4\nCT Wibble,CT,6\nCT Wabble,CT,\n",
            "--doubtful",
            doubtful.toString());

    assertThat(run.out()).containsPattern("resolved +1 +25.0 % +90 +89.1 %");
    assertThat(Files.readAllLines(doubtful))
        .hasSize(4)
        .element(1)
        .asString()
        .startsWith("CT Wibble,CT,6,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'text,code\nCT Chest,1\n' | in.csv:1: column modality is missing; there are: text, code",
        "'' | in.csv is empty",
        "'text,modality\nCT Chest,CT\nCT Chest\n' | in.csv:3: 1 values where the header has 2",
        "'text,modality\nCT Chest,CT,\n' | in.csv:2: 3 values where the header has 2",
        "'text,modality,frequency\nCT Chest,CT,\"1,200\"\nCT Chest,CT,?\n'"
            + " | in.csv:3: frequency \"?\" is no number",
        "'text,modality,frequency\nCT Chest,CT,-4\n' | in.csv:2: frequency \"-4\" is no number",
        "'text,modality,frequency\nCT Chest,CT,\"1,5\"\n' | in.csv:2: frequency \"1,5\" is no number",
        "'text,modality\n\"CT Chest,CT\n' | in.csv:2: cannot be read",
        "'text,modality\n\n\"CT\" Chest,CT\n' | in.csv:3: cannot be read",
        "'text,modality,name\nCT Chest,CT,x\n' | the input has a column name already",
        "'text,modality,ProcedureCodeSequence\n\nCT Chest,CT,RPID5\n' | in.csv:3: ProcedureCodeSequence: \"RPID5\" is no code^scheme^meaning",
      })
  void bad_input_is_refused_with_file_and_line_and_nothing_is_left(String table, String said)
      throws IOException {
    CommandLineRun run = resolve(table);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains(said).doesNotContain("Exception").doesNotContain("\tat ");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(in);
    }
  }

  @Test
  void text_that_is_not_utf_8_is_refused_with_its_line() throws IOException {
    CommandLineRun run =
        resolve(
            "text,modality\nCT Chest,CT\nSch\u00E4del,CT\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("in.csv:3: not UTF-8");
  }

  @Test
  void a_refused_table_leaves_the_earlier_output_as_it_was() throws IOException {
    Files.writeString(out, "earlier");

    assertThat(resolve("text,modality\nCT Chest\n").exit()).isEqualTo(1);
    assertThat(out).hasContent("earlier");
  }

  @Test
  void what_is_no_ordinary_file_is_not_replaced_by_one() throws IOException {
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(out));

      CommandLineRun run = resolve("text,modality\nCT Chest,CT\n");

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("is no ordinary file");
      assertThat(Files.isRegularFile(out)).isFalse();
    }
  }

  @Test
  void the_input_is_never_written_over() throws IOException {
    Files.writeString(in, "text,modality\nCT Chest,CT\n");
    Path same = folder.resolve(".").resolve("in.csv");
    CommandLineRun run = CommandLineRun.of("resolve", in.toString(), same.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("would be written over itself");
    assertThat(in).hasContent("text,modality\nCT Chest,CT\n");
  }

  @Test
  void an_output_resolved_again_keeps_its_columns() throws IOException {
    resolve("text,modality,note\nCT Chest,CT,x\n");
    String once = Files.readString(out);
    CommandLineRun run = resolve(once);

    assertThat(run.err()).isEmpty();
    assertThat(out).hasContent(once);
  }

  @Test
  void a_bar_is_drawn_on_a_screen_only() throws IOException {
    Files.writeString(in, "text,modality\n" + "CT Chest,CT\n".repeat(2000));
    String[] arguments = {"resolve", in.toString(), out.toString(), "--map", map.toString()};

    assertThat(CommandLineRun.of(arguments).err()).isEmpty();
    assertThat(CommandLineRun.of(Map.of(), true, arguments).err()).contains("rows");
  }
}
