package org.radcanon.terminology.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Resolved;

/** Words that mean another thing in another modality, beside another word or to another reader. */
class WordsOfTwoMeaningsTest {

  private static Resolution read(String text, String modality) {
    return BuiltIn.RESOLVER.resolve(Evidence.study(text, modality));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MRI THORACIC WITHOUT CONTRAST | MR | MR thoracic spine without IV contrast",
        "XR THORACIC AP LAT | DX | XR thoracic spine AP lateral",
        "MR THORACIC AND LUMBAR WO | MR | MR thoracic spine lumbar spine without IV contrast",
        "CT CERVICAL THORACIC WO | CT | CT cervical spine thoracic spine without IV contrast",
        "US THORACIC | US | US chest",
        "MR C/L SPINE WO | MR | MR cervical spine lumbar spine without IV contrast",
        "CT GUIDED BIOPSY NATIVE KIDNEY | CT | CT abdomen kidney biopsy guidance",
        "CT HEAD NATIVE | CT | CT head without IV contrast",
        "CT CHEST W IVC | CT | CT chest with IV contrast",
        "XR ABDOMEN LEFT SIDE DOWN DECUBITUS | DX | XR abdomen left lateral decubitus",
        "XR ABDOMEN DECUBITUS LEFT SIDE UP | DX | XR abdomen right lateral decubitus",
        "XR C SPINE PEG | DX | XR cervical spine odontoid view",
        "US RP COMPLETE | US | US abdomen retroperitoneum",
        "MR POSTERIOR FOSSA WO | MR | MR head posterior cranial fossa without IV contrast",
        "US RLE VENOUS DOPPLER | US | US Doppler lower extremity veins right",
        "US LUE VENOUS DOPPLER | US | US Doppler upper extremity veins left",
        "US BLE ARTERIAL DOPPLER | US | US Doppler lower extremity arteries bilateral",
        "XR RUE | DX | XR upper extremity right",
      })
  void the_modality_and_the_words_beside_it_say_what_a_word_means(
      String text, String modality, String name) {
    Resolved resolved = (Resolved) read(text, modality);

    assertThat(resolved.concept().name()).isEqualTo(name);
    assertThat(resolved.confidence()).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CT THORACIC WO | CT",
        "CT ABDOMEN IVC | CT",
        "MR NATIVE KIDNEY | MR",
        "CHEST LEFT LATERAL POSITION | DX",
        "XR LEFT FIRST FINGER | DX",
        "CT CHEST HD WO | CT",
        "US CERVICAL | US",
        "XR ANKLE HEEL LEFT | DX",
        "US LOWER ABDOMEN | US",
        "\u4e0b\u8179\u90e8\u53ca\u76c6\u8154\u5e73\u626b | CT",
        "MRI T L SPINE WO | MR",
        "CT CHEST LUNG CA WO | CT",
        "CT LIVER TAP | CT",
        "CT HEAD COR | CT",
        "US OBST | US",
        "XR ABDOMEN PEG | DX",
        "XR CHEST P | DX",
        "MR TEMPORAL WO | MR",
        "XR RIGHT DIGIT | DX",
        "CT HEAD CS | CT",
        "XR HAND IP | DX",
        "CT ABDOMEN DELAYED | CT",
        "XR KNEE TOTAL LEFT | DX",
      })
  void what_two_readers_would_take_for_two_things_is_written_as_neither(
      String text, String modality) {
    assertThat(read(text, modality))
        .satisfiesAnyOf(
            answer -> assertThat(answer).isNotInstanceOf(Resolved.class),
            answer -> assertThat(((Resolved) answer).confidence()).isLessThan(0.9));
  }
}
