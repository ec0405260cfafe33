package org.radcanon.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcanon.studies.writer.Attribute;

class StudyMakerTest {

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameBytes(StudyKind kind) {
    StudyMaker maker = StudyMaker.of(kind).seed(7).studies(3).size(16);

    List<byte[]> once = files(maker);
    List<byte[]> again = files(maker);

    assertThat(once).containsExactlyElementsOf(again);
  }

  @Test
  void anotherSeedGivesOtherUidsAndPictures() {
    Instance one = StudyMaker.of(StudyKind.CT).seed(1).list().get(0).first();
    Instance other = StudyMaker.of(StudyKind.CT).seed(2).list().get(0).first();

    assertThat(one.studyUid()).isNotEqualTo(other.studyUid());
    assertThat(one.sopInstanceUid()).isNotEqualTo(other.sopInstanceUid());
    assertThat(one.bytes()).isNotEqualTo(other.bytes());
  }

  @Test
  void askingForMoreStudiesKeepsTheFirst() {
    StudyMaker maker = StudyMaker.of(StudyKind.MIXED).size(16);

    List<String> three = maker.studies(3).stream().map(Study::studyInstanceUid).toList();
    List<String> nine = maker.studies(9).stream().map(Study::studyInstanceUid).toList();

    assertThat(nine).startsWith(three.toArray(String[]::new)).doesNotHaveDuplicates();
  }

  @Test
  void seriesAndInstancesAreAsManyAsAskedFor() {
    Study study = StudyMaker.of(StudyKind.XR).series(3).instances(5).size(16).list().get(0);

    assertThat(study.instances()).hasSize(15);
    assertThat(study.instances().stream().map(Instance::seriesUid).distinct()).hasSize(3);
    assertThat(study.instances().stream().map(Instance::sopInstanceUid)).doesNotHaveDuplicates();
  }

  @Test
  void uidsAreValidAndUnderTheRootForUuids() {
    assertThat(
            StudyMaker.of(StudyKind.MIXED).studies(39).stream()
                .flatMap(s -> s.instances().stream()))
        .allSatisfy(
            instance ->
                assertThat(
                        List.of(
                            instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid()))
                    .allMatch(uid -> uid.matches("2\\.25\\.[1-9][0-9]{0,38}")));
  }

  @Test
  void everyProcedureOfEveryKindIsInTheMixture() {
    List<Procedure> all = StudyKind.MIXED.procedures();

    for (StudyKind kind : StudyKind.values()) {
      assertThat(all).containsAll(kind.procedures());
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void theHeaderSaysWhatTheProcedureSays() {
    Instance instance = TinyStudies.localCode().first();

    assertThat(instance.object().text(Attribute.STUDY_DESCRIPTION)).contains("Sonderprotokoll 3");
    assertThat(
            instance.object().itemsOf(Attribute.REQUEST_ATTRIBUTES_SEQUENCE).stream()
                .flatMap(i -> i.itemsOf(Attribute.REQUESTED_PROCEDURE_CODE_SEQUENCE).stream())
                .map(code -> code.text(Attribute.CODE_VALUE).orElseThrow()))
        .containsExactly("CTTHN");
  }

  @Test
  void nonsenseIsRefused() {
    StudyMaker maker = StudyMaker.of(StudyKind.CT);

    assertThatThrownBy(() -> maker.studies(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> maker.instances(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> maker.size(7)).hasMessageContaining("7");
  }

  private static List<byte[]> files(StudyMaker maker) {
    return maker.stream().flatMap(s -> s.instances().stream()).map(Instance::bytes).toList();
  }
}
