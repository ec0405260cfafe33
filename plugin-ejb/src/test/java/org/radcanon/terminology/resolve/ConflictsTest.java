package org.radcanon.terminology.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;

/** Evidence that contradicts itself: nothing is written of it, and the conflict is named. */
class ConflictsTest {

  private static final String STUDY = "StudyDescription";

  private static Resolution text(String text, String modality, String source, String hint) {
    return BuiltIn.RESOLVER.resolve(
        Evidence.of(modality).text(STUDY, text).hint(source, hint).build());
  }

  private static Evidence coded(String name, String modality) {
    Concept concept =
        BuiltIn.MAP.concepts().stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow();
    return Evidence.of(modality)
        .code("ProcedureCodeSequence", concept.code(), CanonicalMap.CONCEPT_SCHEME);
  }

  private static double confidence(Resolution resolution) {
    return resolution instanceof Resolved resolved ? resolved.confidence() : 0;
  }

  private static String said(Resolution resolution) {
    List<String> lines = resolution.evidence();
    return resolution instanceof Unresolved unresolved
        ? unresolved.reason()
        : String.join("\n", lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MR KNEE LEFT WO CONTRAST | MR | Laterality | R | says left, Laterality says right",
        "MR KNEE RIGHT WO CONTRAST | MR | Laterality | LEFT | says right, Laterality says left",
        "XR KNEE RIGHT 3 VIEWS | DX | ImageLaterality | L | ImageLaterality says left",
        "CT CHEST WO CONTRAST | CT | ContrastBolusAgent | Iohexol | ContrastBolusAgent names",
        "CT CHEST WO CONTRAST | CT | ContrastBolusAgentSequence | (7140000, SCT, Iohexol) | names",
        "XR CHEST PA | DX | ViewPosition | LL | an image is LL, but the procedure is XR chest PA",
        "XR CHEST PA | CR | ViewPosition | AP | an image is AP",
        "XR CHEST PA LATERAL | DX | ViewPosition | AP | an image is AP",
        "XR CHEST PORTABLE AP | DX | ViewPosition | PA | an image is PA",
        "XR CHEST 1 VIEW | DX | ViewPosition | PA\\LL | images are LL and PA",
        "CT CHEST WO CONTRAST | CT | BodyPartExamined | KNEE | BodyPartExamined says otherwise",
      })
  void an_attribute_against_a_description(
      String text, String modality, String source, String hint, String words) {
    Resolution resolution = text(text, modality, source, hint);

    assertThat(confidence(resolution)).isLessThan(0.9);
    assertThat(said(resolution)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CT CHEST WO CONTRAST | CT | ContrastBolusAgent | NONE",
        "CT CHEST WO CONTRAST | CT | ContrastBolusAgent | No contrast",
        "CT CHEST WO CONTRAST | CT | ContrastBolusAgentSequence | (0, 99X, none)",
        "CT ABDOMEN PELVIS WO CONTRAST | CT | ContrastBolusAgent | ORAL BARIUM",
        "CT CHEST W CONTRAST | CT | ContrastBolusAgent | NONE",
        "XR CHEST PA LATERAL | DX | ViewPosition | LL",
        "XR CHEST PA LATERAL | DX | ViewPosition | PA\\LL",
        "XR CHEST 2 VIEWS | DX | ViewPosition | AP",
        "XR CHEST 2 VIEWS | DX | ViewPosition | PA\\RL",
        "XR CHEST 1 VIEW | DX | ViewPosition | LL",
        "XR CHEST PA | DX | ViewPosition | YONDER",
        "XR KNEE LEFT 3 VIEWS | DX | ImageLaterality | B",
      })
  void what_one_image_says_less_or_otherwise_without_contradicting(
      String text, String modality, String source, String hint) {
    assertThat(confidence(text(text, modality, source, hint))).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void an_agent_by_another_way_than_a_vein_is_no_intravenous_contrast() {
    Evidence oral =
        Evidence.of("CT")
            .text(STUDY, "CT ABDOMEN PELVIS WO CONTRAST")
            .hint("ContrastBolusAgent", "Omnipaque");

    assertThat(confidence(BuiltIn.RESOLVER.resolve(oral.build()))).isLessThan(0.9);
    assertThat(
            confidence(BuiltIn.RESOLVER.resolve(oral.hint("ContrastBolusRoute", "ORAL").build())))
        .isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void a_view_position_adds_no_view() {
    Resolved resolved = (Resolved) text("XR CHEST", "DX", "ViewPosition", "PA");

    assertThat(resolved.concept().name()).isEqualTo("XR chest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MR lower extremity knee left without IV contrast | MR | Laterality | R | the code says left",
        "CT chest without IV contrast | CT | ContrastBolusAgent | Iohexol | names an agent",
        "XR chest PA | DX | ViewPosition | LL | an image is LL",
      })
  void an_attribute_against_a_code(
      String name, String modality, String source, String hint, String words) {
    Resolution resolution =
        BuiltIn.RESOLVER.resolve(coded(name, modality).hint(source, hint).build());

    assertThat(confidence(resolution)).isEqualTo(CodeStep.CONTRADICTED);
    assertThat(said(resolution)).contains(words);
  }

  @Test
  void a_scanners_menu_against_a_code_is_named_and_the_code_written_all_the_same() {
    Resolution resolution =
        BuiltIn.RESOLVER.resolve(
            coded("CT chest without IV contrast", "CT").hint("BodyPartExamined", "KNEE").build());

    assertThat(confidence(resolution)).isEqualTo(CodeStep.PLACED_ELSEWHERE);
    assertThat(said(resolution)).contains("BodyPartExamined says KNEE, but the procedure is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CT head without IV contrast | CT | CT KNEE LEFT WO CONTRAST | part of the body",
        "CT head without IV contrast | CT | MR KNEE LEFT WO CONTRAST | modality and part of the body",
        "CT head without IV contrast | MR | | Modality says MR",
        "CT abdomen with IV contrast | CT | CT ABDOMEN WO CONTRAST | contrast",
        "MR lower extremity knee left without IV contrast | MR | MR KNEE RIGHT WO CONTRAST | side",
        "XR chest 2 views | DX | XR CHEST 1 VIEW | number of views",
      })
  void a_description_or_a_modality_against_a_code(
      String name, String modality, String text, String words) {
    Evidence evidence = coded(name, modality);
    if (text != null) {
      evidence.text(STUDY, text);
    }

    Resolution resolution = BuiltIn.RESOLVER.resolve(evidence.build());

    assertThat(confidence(resolution)).isEqualTo(CodeStep.CONTRADICTED);
    assertThat(said(resolution)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CT abdomen with IV contrast | CT | CT ABDOMEN",
        "CT abdomen with IV contrast | CT | CT ABDOMEN PELVIS W CONTRAST",
        "CT abdomen with IV contrast | CT | HOUSE PROTOCOL 7",
        "XR chest 2 views | DX | XR CHEST PA LATERAL",
        "PT/CT wholebody | CT | PET/CT WHOLE BODY",
      })
  void a_description_that_says_less_or_more_or_nothing_leaves_a_code_alone(
      String name, String modality, String text) {
    Resolution resolution =
        BuiltIn.RESOLVER.resolve(coded(name, modality).text(STUDY, text).build());

    assertThat(confidence(resolution)).isEqualTo(CodeStep.CERTAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "CT ABDOMEN W CONTRAST, CT ABDOMEN WO CONTRAST, contradicts",
    "CT HEAD WO CONTRAST, CT CHEST WO CONTRAST, contradicts",
    "CT CHEST WO CONTRAST, CT CHEST, says less than",
  })
  void two_descriptions(String some, String other, String words) {
    Resolution resolution =
        BuiltIn.RESOLVER.resolve(
            Evidence.of("CT")
                .text("RequestedProcedureDescription", some)
                .text(STUDY, other)
                .build());

    assertThat(confidence(resolution)).isEqualTo(TextStep.CONTRADICTED);
    assertThat(resolution.evidence())
        .contains(STUDY + " " + words + " RequestedProcedureDescription");
  }

  @Test
  void a_series_of_the_other_side() {
    Resolution resolution =
        BuiltIn.RESOLVER.resolve(
            Evidence.of("DX")
                .text(STUDY, "XR KNEE LEFT 3 VIEWS")
                .text("SeriesDescription", "XR KNEE RIGHT 3 VIEWS")
                .build());

    assertThat(confidence(resolution)).isEqualTo(TextStep.CONTRADICTED);
    assertThat(resolution.evidence())
        .contains("SeriesDescription says the other side than StudyDescription");
  }

  @ParameterizedTest
  @CsvSource({
    "XR KNEE LEFT BILATERAL, DX, policy: bilateral is both sides",
    "CT CHEST WITH OR WITHOUT CONTRAST, CT, doubtful: with or without contrast",
  })
  void a_description_against_itself(String text, String modality, String words) {
    Resolution resolution = BuiltIn.RESOLVER.resolve(Evidence.study(text, modality));

    assertThat(confidence(resolution)).isLessThan(0.9);
    assertThat(said(resolution)).contains(words);
  }
}
