package org.radcanon.terminology.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.SmallMap;
import org.radcanon.terminology.gap.Finding.Kind;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.reading.TextReader;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.text.Parser;

class GapReportTest {

  private static final String CT = "RID10321";
  private static final String MR = "RID10312";
  private static final String CHEST = "RID1243";
  private static final String ANKLE = "RID28545";
  private static final String LEFT = "RID5824";
  private static final String RIGHT = "RID5825";
  private static final String BOTH_SIDES = "RID5771";
  private static final String WITHOUT = "RID28768";
  private static final String WITH = "RID28769";
  private static final String WITHOUT_THEN_WITH = "RID28771";
  private static final String ANGIOGRAPHY = "RID10371";

  private static List<Finding> of(Kind kind, SmallMap map) {
    return GapReport.of(map.load()).findings().stream().filter(f -> f.kind() == kind).toList();
  }

  @Test
  void codes_of_one_scheme_with_the_same_attributes_are_one_finding() {
    SmallMap map =
        new SmallMap()
            .code("RADLEX", "RPID2", "CT Chest", CT, CHEST)
            .code("RADLEX", "RPID10", "Chest by CT", CT, CHEST)
            .code("LN", "1-8", "CT Chest", CT, CHEST);

    assertThat(of(Kind.EQUAL_ATTRIBUTES, map))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.scheme()).isEqualTo("RADLEX");
              assertThat(finding.code()).isEqualTo("RPID2");
              assertThat(finding.others()).containsExactly("RPID10");
              assertThat(finding.concept()).isEqualTo("RC1");
              assertThat(finding.detail()).isEqualTo("All of RPID2 and RPID10 mean CT Chest");
            });
  }

  @Test
  void left_without_right_is_found_in_the_scheme_that_lacks_it_only() {
    SmallMap map =
        new SmallMap()
            .code("RADLEX", "RPID1", "MR Ankle Left", MR, ANKLE, LEFT)
            .code("LN", "1-8", "MR Ankle - left", MR, ANKLE, LEFT)
            .code("LN", "2-6", "MR Ankle - right", MR, ANKLE, RIGHT);

    assertThat(of(Kind.MISSING_SIBLING, map))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.scheme()).isEqualTo("RADLEX");
              assertThat(finding.detail()).isEqualTo("There is left, but no right: MR Ankle Left");
            });
  }

  @Test
  void right_without_left_is_found_too() {
    SmallMap map = new SmallMap().code("LN", "2-6", "MR Ankle - right", MR, ANKLE, RIGHT);

    assertThat(of(Kind.MISSING_SIBLING, map))
        .extracting(Finding::detail)
        .containsExactly("There is right, but no left: MR Ankle - right");
  }

  @Test
  void both_sides_are_missed_only_where_the_scheme_images_them_together_otherwise() {
    SmallMap sides =
        new SmallMap()
            .code("LN", "1-8", "MR Ankle - left", MR, ANKLE, LEFT)
            .code("LN", "2-6", "MR Ankle - right", MR, ANKLE, RIGHT);

    assertThat(of(Kind.MISSING_SIBLING, sides)).isEmpty();

    sides.code("LN", "3-4", "MR Ankle - bilateral WO contrast", MR, ANKLE, BOTH_SIDES, WITHOUT);

    assertThat(of(Kind.MISSING_SIBLING, sides))
        .extracting(Finding::code, Finding::detail)
        .containsExactly(
            tuple("1-8", "There is left and right, but no bilateral: MR Ankle - left"));
  }

  @Test
  void with_contrast_without_plain_is_found() {
    SmallMap map =
        new SmallMap()
            .code("LN", "1-8", "CT Chest WO and W contrast IV", CT, CHEST, WITHOUT_THEN_WITH)
            .code("LN", "2-6", "MR Chest W contrast IV", MR, CHEST, WITH)
            .code("LN", "3-4", "MR Chest", MR, CHEST);

    assertThat(of(Kind.MISSING_SIBLING, map)).extracting(Finding::code).containsExactly("1-8");
  }

  @Test
  void angiography_needs_contrast_so_nothing_plain_is_missed() {
    SmallMap map = new SmallMap().code("LN", "1-8", "CTA Chest", CT, CHEST, ANGIOGRAPHY, WITH);

    assertThat(of(Kind.MISSING_SIBLING, map)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CT Ankle Left, RID10321 RID28545 RID5825, 'The name says left, the attributes say right'",
    "CT Ankle Bilateral, RID10321 RID28545, 'The name says bilateral, the attributes say no side'",
    "CT Chest w IV Contrast, RID10321 RID1243 RID28768,"
        + " 'The name says with contrast, the attributes say without IV contrast'",
    "CT Chest w/wo, RID10321 RID1243 RID28769,"
        + " 'The name says without then with contrast, the attributes say with IV contrast'",
    "CT Chest WO contrast, RID10321 RID1243,"
        + " 'The name says without contrast, the attributes say nothing of contrast'",
    "MR Chest, RID10321 RID1243, 'The name begins with MR, the attributes say CT'",
    "DR 左踝关节正位, RID10345 RID28545 RID5825, 'The name says left, the attributes say right'",
    "CT 胸部（平扫+增强）, RID10321 RID1243 RID28768,"
        + " 'The name says without then with contrast, the attributes say without IV contrast'",
    "!CT Chest, RID10321 RID1243, The name says something else than the attributes: CT Chest",
  })
  void a_name_that_says_something_else_than_the_attributes(
      String name, String values, String detail) {
    SmallMap map = new SmallMap().code("RADLEX", "RPID1", name, values.split(" "));

    assertThat(of(Kind.NAME_CONTRADICTS, map)).extracting(Finding::detail).containsExactly(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "CT Ankle Left, RID10321 RID28545 RID5824",
    "Ankle, RID10321 RID28545 RID5824",
    "CT Chest left lateral decubitus, RID10321 RID1243",
    "CT Chest W contrast PO, RID10321 RID1243 RID35817",
    "CT Chest W contrast IV, RID10321 RID1243 RID28769",
    "CT Chest with and without IV contrast, RID10321 RID1243 RID28771",
    "MR Chest w/o contrast, RID10312 RID1243 RID28768",
    "MR Spine Views W right bending and W left bending, RID10312 RID1243",
    "NM Heart PET-CT, RID10341 RID1243",
    "PET+CT Chest, RID10341 RID1243",
    "CT Chest with Biopsy, RID10321 RID1243",
    "DR 左踝关节正位, RID10345 RID28545 RID5824",
    "DR 胸部左前斜位, RID10345 RID1243",
    "CT 胸部（增强）, RID10321 RID1243 RID28769",
    "XR Colon with air contrast, RID10345 RID1243",
  })
  void a_name_that_says_the_same_or_less_is_no_finding(String name, String values) {
    SmallMap map = new SmallMap().code("RADLEX", "RPID1", name, values.split(" "));

    assertThat(of(Kind.NAME_CONTRADICTS, map)).isEmpty();
  }

  private static List<Finding> read(Kind kind, SmallMap map) {
    CanonicalMap loaded = map.load();
    Faults faults = new Faults();
    Parser words = TextReader.read(loaded, map.tables(), faults).parser();
    assertThat(faults.list()).isEmpty();
    return GapReport.of(loaded, words).findings().stream().filter(f -> f.kind() == kind).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "CT Abdomen, RID10321 RID1243, 'The name says abdomen, the attributes say chest'",
    "US Head Neonatal, RID10326 RID9080 RID5643,"
        + " 'The name says neonatal, the attributes say infant'",
    "CT Liver Biopsy, RID10321 RID56 RID58 RID10417,"
        + " 'The name says biopsy, the attributes say drainage'",
    "XR Knee 4 Views, RID10345 RID2638 RID2743 RID43400,"
        + " 'The name says 4 views, the attributes say 1 - 2 views'",
    "MR Ultrasound Guidance, RID10312 RID35732, 'The name says US, the attributes say MR'",
  })
  void a_name_in_which_the_lexicon_reads_something_else(String name, String values, String detail) {
    SmallMap map = new SmallMap().code("RADLEX", "RPID1", name, values.split(" "));

    assertThat(read(Kind.NAME_CONTRADICTS, map))
        .extracting(Finding::detail)
        .containsExactly(detail);
    assertThat(of(Kind.NAME_CONTRADICTS, map)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "XR Knee 2 Views, RID10345 RID2638 RID2743 RID43400",
    "CT Thoracic Spine, RID10321 RID28677",
    "US Renal artery, RID10326 RID56 RID49729",
    "RFA Guidance for drainage of Liver, RID49584 RID56 RID58 RID10417 RID35732",
    "CT guidance for percutaneous biopsy of Liver, RID10321 RID56 RID58 RID38611 RID35732",
    "CT Liver, RID10321 RID56 RID58",
    "CT Chest, RID10321 RID1243 RID1301",
    "~CT Abdomen, RID10321 RID1243",
  })
  void a_name_in_which_the_lexicon_reads_the_same_or_less_is_no_finding(
      String name, String values) {
    SmallMap map = new SmallMap().code("RADLEX", "RPID1", name, values.split(" "));

    assertThat(read(Kind.NAME_CONTRADICTS, map)).isEmpty();
    assertThat(read(Kind.NAME_SAYS_MORE, map)).isEmpty();
  }

  @Test
  void two_names_of_a_code_that_say_the_same_more_are_one_finding() {
    SmallMap map =
        new SmallMap()
            .code("RADLEX", "RPID1", "XR Spine 2 Views", "RID10345", "RID7741")
            .name("RADLEX", "RPID1", "XR Spine 2V");

    assertThat(read(Kind.NAME_SAYS_MORE, map))
        .extracting(Finding::name, Finding::detail)
        .containsExactly(
            tuple("XR Spine 2 Views", "The name says 2 views, the attributes say no view count"));
  }

  @Test
  void a_code_without_modality_and_a_code_that_was_not_understood_are_found() {
    SmallMap map =
        new SmallMap()
            .code("LN", "1-8", "Chest", CHEST)
            .notUnderstood("I10P", "BX00ZZZ", "Imaging of Something", "Something");

    assertThat(of(Kind.NO_MODALITY, map)).extracting(Finding::code).containsExactly("1-8");
    assertThat(of(Kind.NOT_UNDERSTOOD, map))
        .containsExactly(
            new Finding(
                Kind.NOT_UNDERSTOOD,
                "I10P",
                "BX00ZZZ",
                "Imaging of Something",
                "",
                "Not understood: Something",
                List.of("Something")));
  }

  @Test
  void a_concept_of_one_scheme_only_is_found_there() {
    SmallMap map =
        new SmallMap()
            .code("RADLEX", "RPID1", "CT Chest", CT, CHEST)
            .code("LN", "1-8", "CT Chest", CT, CHEST)
            .code("LN", "2-6", "MR Chest", MR, CHEST);

    assertThat(of(Kind.ONE_SCHEME_ONLY, map)).extracting(Finding::code).containsExactly("2-6");
  }

  @Test
  void findings_are_sorted_as_people_count_and_counted_by_scheme_and_kind() throws IOException {
    SmallMap map =
        new SmallMap()
            .code("LN", "1-8", "CT Chest", CT, CHEST)
            .code("RADLEX", "RPID10", "MR Ankle", MR, ANKLE)
            .code("RADLEX", "RPID9", "MR Chest", MR, CHEST);
    GapReport report = GapReport.of(map.load());

    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly("RPID9", "RPID10", "1-8");
    assertThat(report.counts().keySet()).containsExactly("RADLEX", "LN");
    assertThat(report.counts().get("RADLEX"))
        .containsEntry(Kind.ONE_SCHEME_ONLY, 2)
        .containsEntry(Kind.NO_MODALITY, 0);
    StringBuilder csv = new StringBuilder();
    report.writeCsv(csv);
    assertThat(csv.toString().lines().toList())
        .hasSize(4)
        .startsWith("kind,scheme,code,name,concept,detail,others")
        .contains(
            "ONE_SCHEME_ONLY,RADLEX,RPID9,MR Chest,RC3,No other scheme has a code for MR Chest,");
  }

  @Test
  void the_built_in_map_gives_the_same_report_twice_and_known_faults_are_in_it() {
    CanonicalMap map = MapLoader.load();
    Parser words = TextReader.read(map, CommittedMap.TABLES, new Faults()).parser();
    GapReport report = GapReport.of(map, words);

    assertThat(GapReport.of(map, words).findings()).isEqualTo(report.findings());
    assertThat(report.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.NAME_CONTRADICTS);
              assertThat(finding.code()).isEqualTo("RPID5560");
            });
    Map<Kind, Integer> playbook = report.counts().get("RADLEX");
    assertThat(playbook.get(Kind.EQUAL_ATTRIBUTES)).isGreaterThan(300);
    assertThat(playbook.get(Kind.NAME_CONTRADICTS)).isBetween(32, 200);
    assertThat(playbook.get(Kind.NAME_SAYS_MORE)).isBetween(1, 300);
    assertThat(report.findings())
        .containsAll(
            GapReport.of(map).findings().stream()
                .filter(finding -> finding.kind() == Kind.NAME_CONTRADICTS)
                .toList());
  }
}
