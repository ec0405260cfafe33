package org.radcanon.terminology.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.Resolution.Resolved;

/** Body Part Examined and Anatomic Region Sequence beside a text. */
class HeaderPlacesTest {

  private static final String BODY_PART = "BodyPartExamined";
  private static final String REGION = "AnatomicRegionSequence";

  private static Resolved resolved(String text, String modality, String source, String hint) {
    Evidence evidence = Evidence.of(modality).text("StudyDescription", text).hint(source, hint);
    return (Resolved) BuiltIn.RESOLVER.resolve(evidence.build());
  }

  @ParameterizedTest
  @CsvSource({
    "CSPINE, CT cervical spine without IV contrast",
    "CHESTABDPELVIS, CT chest abdomen pelvis without IV contrast",
    "ABDPEL, CT abdomen pelvis without IV contrast",
    "SSPINE, CT pelvis sacrum without IV contrast",
    "TMJ, CT head temporomandibular joint without IV contrast",
    "Kopf/Hals, CT head neck without IV contrast",
  })
  void a_defined_term_means_what_the_table_says_and_another_text_what_the_lexicon_says(
      String term, String name) {
    Resolved resolved = resolved("CT WO CONTRAST", "CT", BODY_PART, term);

    assertThat(resolved.concept().name()).isEqualTo(name);
    assertThat(resolved.confidence()).isLessThan(0.9);
  }

  @Test
  void a_defined_term_without_a_value_says_nothing() {
    Resolved resolved = resolved("CT CHEST WO CONTRAST", "CT", BODY_PART, "PHANTOM");

    assertThat(resolved.confidence()).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(816094009, SCT, Chest)",
        "(51185008, SRT, Chest)",
        "(T-D3000, SRT, Chest)",
        "(1, 99X, CHEST)"
      })
  void an_anatomic_region_fills_by_its_code_or_its_meaning(String region) {
    Resolved resolved = resolved("CT WO CONTRAST", "CT", REGION, region);

    assertThat(resolved.concept().name()).isEqualTo("CT chest without IV contrast");
    assertThat(resolved.confidence()).isLessThan(0.9);
    assertThat(resolved.evidence().get(0)).contains(REGION + " says " + region);
  }

  @ParameterizedTest
  @CsvSource({
    "BodyPartExamined, KNEE",
    "BodyPartExamined, HEAD",
    "AnatomicRegionSequence, '(72696002, SCT, Knee)'",
  })
  void a_place_elsewhere_contradicts(String source, String place) {
    Resolved resolved = resolved("CT CHEST WO CONTRAST", "CT", source, place);

    assertThat(resolved.confidence()).isLessThan(0.9);
    assertThat(resolved.evidence().get(0)).contains(source + " says otherwise: " + place);
  }

  @ParameterizedTest
  @CsvSource({
    "CT LUMBAR SPINE WO CONTRAST, SPINE",
    "CT LUMBAR SPINE WO CONTRAST, LSPINE",
    "CT KNEE LEFT WO CONTRAST, EXTREMITY",
    "CT KNEE LEFT WO CONTRAST, PATELLA",
    "CT CHEST WO CONTRAST, LUNG",
    "CT CHEST WO CONTRAST, WHOLEBODY",
  })
  void a_place_above_or_within_does_not(String text, String bodyPart) {
    assertThat(resolved(text, "CT", BODY_PART, bodyPart).confidence()).isGreaterThanOrEqualTo(0.9);
  }
}
