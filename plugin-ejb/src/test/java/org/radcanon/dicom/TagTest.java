package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class TagTest {

  @Test
  void everyConstantBearsTheKeywordOfTheRegistry() throws IllegalAccessException {
    for (Field field : Tag.class.getFields()) {
      assertThat(Tag.keyword(field.getInt(null))).contains(field.getName());
      assertThat(Tag.parse(field.getName())).contains(field.getInt(null));
    }
  }

  @Test
  void tagsAreParsedAsDigitsOrKeyword() {
    assertThat(Tag.parse("0020000d")).contains(Tag.StudyInstanceUID);
    assertThat(Tag.parse("FFFCFFFC")).contains(Tag.DataSetTrailingPadding);
    assertThat(Tag.parse("ProcedureCodeSequence")).contains(Tag.ProcedureCodeSequence);
    assertThat(Tag.parse("procedurecodesequence")).isEmpty();
    assertThat(Tag.parse("0020000")).isEmpty();
    assertThat(Tag.parse("(0020,000D)")).isEmpty();
    assertThat(Tag.parse("")).isEmpty();
  }

  @Test
  void tagsAreWrittenAsTheStandardsWriteThem() {
    assertThat(Tag.toHex(Tag.StudyInstanceUID)).isEqualTo("0020000D");
    assertThat(Tag.toString(Tag.Item)).isEqualTo("(FFFE,E000)");
  }

  @Test
  void theRegistryHasItsEditionAndAllItsRows() {
    assertThat(Dictionary.edition()).isEqualTo("2021d");
    assertThat(Dictionary.entries()).hasSize(4904 + 88);
    assertThat(Dictionary.entries())
        .filteredOn(e -> !e.retired())
        .allSatisfy(
            e -> {
              assertThat(e.name()).isNotEmpty();
              assertThat(e.multiplicity()).isNotEmpty();
            });
  }

  @Test
  void repeatingGroupsAreFound() {
    assertThat(Dictionary.find(0x60023000))
        .hasValueSatisfying(
            e -> {
              assertThat(e.keyword()).isEqualTo("OverlayData");
              assertThat(e.vrs()).containsExactly(VR.OB, VR.OW);
            });
    assertThat(Dictionary.find(0x00203142))
        .map(Dictionary.Entry::keyword)
        .contains("SourceImageIDs");
    assertThat(Dictionary.find(0x60013000)).isEmpty();
  }

  @Test
  void theVrOfAnImplicitElementIsKnownOrChosen() {
    assertThat(Dictionary.vr(Tag.StudyDate, false)).isEqualTo(VR.DA);
    assertThat(Dictionary.vr(0x00280106, false)).isEqualTo(VR.US);
    assertThat(Dictionary.vr(0x00280106, true)).isEqualTo(VR.SS);
    assertThat(Dictionary.vr(Tag.PixelData, true)).isEqualTo(VR.OW);
    assertThat(Dictionary.vr(0x00283006, false)).isEqualTo(VR.OW);
    assertThat(Dictionary.vr(0x00290010, false)).isEqualTo(VR.LO);
    assertThat(Dictionary.vr(0x00291010, false)).isEqualTo(VR.UN);
    assertThat(Dictionary.vr(0x00290000, false)).isEqualTo(VR.UL);
  }

  @Test
  void everyVrKnowsItsShape() {
    assertThat(VR.of("SQ")).contains(VR.SQ);
    assertThat(VR.of("XX")).isEmpty();
    assertThat(VR.of("sq")).isEmpty();
    assertThat(VR.UI.padding()).isZero();
    assertThat(VR.LO.padding()).isEqualTo((byte) ' ');
    assertThat(VR.OB.padding()).isZero();
    assertThat(VR.LT.isMultiValued()).isFalse();
    assertThat(VR.UC.hasLongLength()).isTrue();
    assertThat(VR.CS.dependsOnCharacterSet()).isFalse();
  }

  @Test
  void uidsHaveNamesAndKinds() {
    assertThat(Uid.find("1.2.840.10008.5.1.4.1.1.2")).map(Uid::name).contains("CT Image Storage");
    assertThat(Uid.find("1.2.840.10008.1.2.4.50")).get().matches(Uid::isTransferSyntax);
    assertThat(Uid.find("1.2.840.10008.5.1.4.1.1.88.59")).get().matches(Uid::isStorageSopClass);
    assertThat(Uid.find("1.2.840.10008.1.1")).get().matches(u -> !u.isStorageSopClass());
    assertThat(Uid.find("1.2.840.10008.1.20.1")).get().matches(u -> !u.isStorageSopClass());
    assertThat(Uid.find("1.2.840.10008.1.3.10")).get().matches(u -> !u.isStorageSopClass());
    assertThat(Uid.registry()).hasSize(454);
  }
}
