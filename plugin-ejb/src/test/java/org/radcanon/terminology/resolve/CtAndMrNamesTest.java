package org.radcanon.terminology.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.Resolution.Resolved;

/** Grammar and conventions of CT and MR names; none of the texts is a hospital's. */
class CtAndMrNamesTest {

  private static Resolved resolved(String text, String modality) {
    return (Resolved) BuiltIn.RESOLVER.resolve(Evidence.study(text, modality));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CT abdomen w/o - with contrast only",
        "CT head WO & neck WO",
        "Neck^NECK_W_CHEST_WO (Adult)",
        "CT sinus w/o with contrast only",
        "CT neck + CTA head",
      })
  void contradictions_and_several_procedures_in_one_name_stay_below_the_threshold(String text) {
    assertThat(resolved(text, "CT").confidence()).isLessThan(0.9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CT neck native + CM | CT | CT neck without then with IV contrast",
        "MRI knee left plain and contrast | MR | MR lower extremity knee left without then with IV contrast",
        "Thorax^CHEST_WITH (Child) | CT | CT chest with IV contrast",
        "Abdomen^ABD_VENOUS_PHASE (Adult) | CT | CT abdomen with IV contrast",
        "MRA head TOF | MR | MR angiography head without IV contrast",
        "CT IAMs plain | CT | CT head internal auditory canal without IV contrast",
        "CT PNS without contrast | CT | CT head paranasal sinuses without IV contrast",
        "MR calf right wo | MR | MR lower extremity lower leg right without IV contrast",
        "MRI spine whole | MR | MR cervical spine thoracic spine lumbar spine",
        "CT renal colic | CT | CT abdomen pelvis without IV contrast",
        "CTA legs runoff | CT | CT angiography abdomen pelvis lower extremity aorta bilateral with IV contrast",
        "MRI abdomen w MRCP | MR | MR cholangiopancreatography abdomen",
        "CT renal angiogram | CT | CT angiography abdomen renal arteries with IV contrast",
        "MRI forefoot left w/wo | MR | MR lower extremity foot left without then with IV contrast",
        "Lung FNAC | CT | CT chest lung fine needle aspiration guidance",
        "MRI neck with contrast (CT/MR fusion) | MR | MR neck with IV contrast",
      })
  void words_of_departments_come_to_the_procedure_that_they_mean(
      String text, String modality, String name) {
    assertThat(resolved(text, modality).concept().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pelvis^PED_PELVIS_WO (Child) | CT | CT pelvis without IV contrast",
        "CT abdomen pelvis trauma with contrast | CT | CT abdomen pelvis with IV contrast",
        "MR thoracic spine wo contrast neuro | MR | MR thoracic spine without IV contrast",
        "CT high resolution chest | CT | CT chest without IV contrast",
      })
  void a_circumstance_that_not_every_scheme_tells_is_tried_without_and_written_neither_way(
      String text, String modality, String name) {
    Resolved resolved = resolved(text, modality);

    assertThat(resolved.concept().name()).isEqualTo(name);
    assertThat(resolved.confidence()).isBetween(0.8, 0.93);
  }
}
