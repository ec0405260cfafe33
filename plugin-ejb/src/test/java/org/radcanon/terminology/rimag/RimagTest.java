package org.radcanon.terminology.rimag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.rimag.Component.Part;
import org.radcanon.terminology.rimag.Problem.Kind;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableFolder;

class RimagTest {

  private static final TableFolder COMMITTED =
      TableFolder.of(Path.of("..", "config", "canonical-map"));
  private static final Rimag RIMAG = read(COMMITTED);

  private static Rimag read(TableFolder folder) {
    Faults faults = new Faults();
    Rimag rimag = Rimag.read(folder, faults);
    faults.refuseIfAny();
    return rimag;
  }

  private static List<Kind> problems(String code) {
    return RIMAG.validate(code).stream().map(Problem::kind).toList();
  }

  @Test
  void a_code_is_explained_position_by_position() {
    Explanation explanation = RIMAG.explain("20040100111100");

    assertThat(explanation.name()).isEqualTo("CT 胸部（平扫 + 三维重建）");
    assertThat(explanation.item()).map(Item::code).contains("20040100111100");
    assertThat(explanation.problems()).isEmpty();
    assertThat(explanation.positions())
        .extracting(Explanation.Position::part)
        .containsExactly(Part.values());
    Component site = explanation.positions().get(1).component().orElseThrow();
    assertThat(site.nameZh()).isEqualTo("胸部");
    assertThat(site.nameEn()).isEqualTo("Chest");
    assertThat(site.path()).containsExactly("胸部", "胸部");
    Component method = explanation.positions().get(2).component().orElseThrow();
    assertThat(method.nameZh()).isEqualTo("平扫");
    assertThat(method.nameEn()).isEqualTo("without IV contrast");
    assertThat(explanation.values()).containsExactly("RID10321", "RID1243", "RID28768", "RID36017");
  }

  @Test
  void a_code_that_is_no_item_gets_a_name_in_the_manner_of_the_items() {
    Explanation explanation = RIMAG.explain("23040100152100");

    assertThat(explanation.item()).isEmpty();
    assertThat(explanation.name()).isEqualTo("CT 胸部（薄层扫描 + 钙化积分）");
    assertThat(explanation.meaningful()).isTrue();
    assertThat(problems("23040100152100")).containsExactly(Kind.NO_STANDARD_ITEM);
  }

  @Test
  void an_institutions_extension_is_named_and_left_aside() {
    Explanation explanation = RIMAG.explain("20040100110000-3");

    assertThat(explanation.extension()).contains("3");
    assertThat(explanation.item()).isPresent();
    assertThat(explanation.values()).isEqualTo(RIMAG.values("20040100110000"));
    assertThat(problems("20040100110000-3")).isEmpty();
    assertThat(problems("20040100110000-ABC")).containsExactly(Kind.LONG_EXTENSION);
  }

  @ParameterizedTest
  @CsvSource({
    "2004010011000, LENGTH",
    "200401001100000, LENGTH",
    "2004010011000０, CHARACTERS",
    "20040100110000-, CHARACTERS",
    "20 40100110000, CHARACTERS",
    "29040100110000, UNKNOWN_EQUIPMENT",
    "50040100110000, UNKNOWN_EQUIPMENT",
    "20040199110000, UNKNOWN_SITE",
    "20010102110000, SITE_OF_OTHER_MODALITY",
    "45073200Xk0000, SITE_OF_OTHER_MODALITY",
    "20040100990000, UNKNOWN_METHOD",
    "30010100520000, ",
    "20010100520000, METHOD_OF_OTHER_MODALITY",
    "300406007D0000, UNKNOWN_METHOD",
    "20040100119900, UNKNOWN_DETAIL",
    "30040100111100, DETAIL_OF_OTHER_MODALITY",
    "20040100110001, UNKNOWN_ADDITIONAL",
    "20040100000000, NOTHING_DONE"
  })
  void what_leaves_a_code_without_meaning_is_said(String code, Kind kind) {
    List<Kind> refusing =
        RIMAG.validate(code).stream().map(Problem::kind).filter(Kind::refuses).toList();

    assertThat(refusing.stream().findFirst()).isEqualTo(Optional.ofNullable(kind));
    assertThat(RIMAG.values(code).isEmpty()).isEqualTo(kind != null);
    assertThat(RIMAG.explain(code).meaningful()).isEqualTo(kind == null);
  }

  @Test
  void letters_in_the_wrong_case_are_not_repaired_but_the_right_ones_named() {
    assertThat(RIMAG.validate("300406007D0000"))
        .extracting(Problem::text)
        .containsExactly("no scan method 7D; 7d exists, and case counts");
  }

  @Test
  void the_standards_own_oddities_are_reported_and_not_repaired() {
    assertThat(problems("44040801M100000")).containsExactly(Kind.LENGTH, Kind.ODDITY);
    assertThat(RIMAG.validate("44040801M80000"))
        .anySatisfy(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.ODDITY);
              assertThat(problem.text()).contains("M4");
            });
    assertThat(problems("20040100004100")).containsExactly(Kind.ODDITY);
    assertThat(RIMAG.oddities()).hasSizeGreaterThan(150);
    assertThat(RIMAG.oddities()).extracting(Oddity::kind).contains("site-never-used-by-an-item");
  }

  @Test
  void a_method_done_with_other_equipment_is_noted_and_means_its_own() {
    assertThat(problems("40040801M10000"))
        .containsExactly(Kind.EQUIPMENT_OF_OTHER_METHOD, Kind.NO_STANDARD_ITEM);
    assertThat(RIMAG.values("40040801M10000")).isEqualTo(RIMAG.values("44040801M10000"));
  }

  @Test
  void the_class_of_equipment_says_nothing_but_for_mobile() {
    assertThat(RIMAG.values("25040100110000")).isEqualTo(RIMAG.values("20040100110000"));
    assertThat(RIMAG.values("43040100003700")).isEqualTo(RIMAG.values("40040100003700"));
    assertThat(RIMAG.values("42040100003500")).contains("RID10383");
  }

  @Test
  void a_code_is_put_together_from_codes_or_names() {
    assertThat(RIMAG.generate("20", "胸部", "平扫 + 增强", "三维重建").item())
        .map(Item::code)
        .contains("20040100221100");
    assertThat(RIMAG.generate("40", "040100", "", "正、侧位").name()).isEqualTo("DR 胸部正、侧位");
    assertThat(RIMAG.generate("30", "010102", "11", "").meaningful()).isFalse();
    assertThatThrownBy(() -> RIMAG.generate("20", "胸部", "钡餐", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("钡餐");
  }

  @Test
  void codes_of_a_set_of_values_list_standard_items_first() {
    List<String> codes = RIMAG.codesFor(RIMAG.values("44040801M50000"), ValueForm.AS_IT_IS);

    assertThat(codes).startsWith("44040801M50000", "44040801M60000").contains("44040801M90000");
    assertThat(RIMAG.codesFor(java.util.Set.of("RID10326"), ValueForm.AS_IT_IS)).isEmpty();
  }

  @Test
  void an_entry_without_meaning_and_a_meaning_without_entry_are_faults() {
    TableFolder broken =
        name ->
            COMMITTED
                .read(name)
                .map(
                    bytes ->
                        name.endsWith("post-processing-values.csv")
                            ? new String(bytes, StandardCharsets.UTF_8)
                                .replace("\n14,", "\n99,")
                                .getBytes(StandardCharsets.UTF_8)
                            : bytes);
    Faults faults = new Faults();

    Rimag.read(broken, faults);

    assertThat(faults.list()).hasSize(2);
    assertThat(faults.list().get(0).toString()).contains("99 is not in the standard");
  }
}
