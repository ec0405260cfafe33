package org.radcanon.terminology.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.reading.StudyModalities.Choice;
import org.radcanon.terminology.table.Faults;

class StudyModalitiesTest {

  private static final String CT = "RID10321";
  private static final String MR = "RID10312";
  private static final String PET = "RID10337";
  private static final String PET_CT = "RID10341";
  private static final String PROCEDURE = "RID10311";

  private final StudyModalities modalities =
      StudyModalities.read(BuiltIn.MAP, CommittedMap.TABLES, new Faults());

  @Test
  void a_study_is_what_its_acquisitions_usually_are_where_its_text_names_nothing() {
    assertThat(choose(Set.of("CT"))).isEqualTo(new Choice(Optional.of(CT), true, true));
    assertThat(choose(Set.of("PT"))).isEqualTo(new Choice(Optional.of(PET), true, true));
    assertThat(choose(Set.of("OT"))).isEqualTo(new Choice(Optional.empty(), true, true));
  }

  @Test
  void a_line_about_all_its_acquisitions_outranks_those_about_one() {
    assertThat(choose(Set.of("PT", "CT"))).isEqualTo(new Choice(Optional.of(PET_CT), true, true));
    assertThat(choose(Set.of("MR", "CT"), CT)).isEqualTo(new Choice(Optional.of(CT), true, true));
    assertThat(choose(Set.of("MR", "CT"), MR)).isEqualTo(new Choice(Optional.of(MR), true, true));
  }

  @Test
  void what_the_text_names_decides_where_it_is_possible() {
    assertThat(choose(Set.of("PT"), PET_CT)).isEqualTo(new Choice(Optional.of(PET_CT), true, true));
    assertThat(choose(Set.of("CT"), PROCEDURE))
        .isEqualTo(new Choice(Optional.of(PROCEDURE), true, false));
    assertThat(choose(Set.of("OT"), MR)).isEqualTo(new Choice(Optional.of(MR), true, false));
  }

  @Test
  void another_modality_than_the_study_has_does_not_fit_and_one_too_many_is_unusual() {
    assertThat(choose(Set.of("CT"), MR)).isEqualTo(new Choice(Optional.of(MR), false, false));
    assertThat(choose(Set.of("CT"), CT, MR)).isEqualTo(new Choice(Optional.of(CT), true, false));
  }

  @Test
  void the_parts_of_a_combination_that_is_named_are_not_named_beside_it() {
    assertThat(choose(Set.of("PT", "CT"), PET_CT, CT, PET))
        .isEqualTo(new Choice(Optional.of(PET_CT), true, true));
  }

  private Choice choose(Set<String> dicom, String... named) {
    return modalities.choose(dicom, Set.of(named));
  }
}
