package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.dicom.Uid;

class ServicePolicyTest {

  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
  private static final String JPEG = "1.2.840.10008.1.2.4.50";
  private static final String JPIP = "1.2.840.10008.1.2.4.94";
  private static final String PRIVATE = "1.3.6.1.4.1.99.1";

  private final ServicePolicy standard = policy(StorageAcceptance.STANDARD);
  private final ServicePolicy open =
      policy(new StorageAcceptance(Set.of(), true, Set.of(), true, (sopClass, syntax) -> true));

  private static ServicePolicy policy(StorageAcceptance storage) {
    return new ServicePolicy(Set.of(), Set.of(), storage);
  }

  @Test
  void every_storage_sop_class_of_the_registry_is_taken_and_nothing_else_of_it() {
    assertThat(Uid.registry())
        .filteredOn(uid -> uid.type().equals("SOP Class") && !uid.name().isEmpty())
        .filteredOn(
            uid -> !Set.of(SopClass.VERIFICATION, SopClass.STUDY_ROOT_FIND).contains(uid.value()))
        .allSatisfy(
            uid -> {
              assertThat(standard.offers(uid.value())).isEqualTo(uid.isStorageSopClass());
              assertThat(open.offers(uid.value())).isEqualTo(uid.isStorageSopClass());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.840.10008.5.1.4.1.1.66.7",
        "1.2.840.10008.5.1.4.1.1.77.1.8",
        "1.2.840.10008.5.1.4.1.1.9",
        "1.2.840.10008.5.1.4.1.1.481.23"
      })
  void later_and_retired_storage_sop_classes_are_taken(String sopClass) {
    assertThat(standard.offers(sopClass)).isTrue();
  }

  @Test
  void move_and_get_are_not_offered() {
    assertThat(standard.offers("1.2.840.10008.5.1.4.1.2.2.2")).isFalse();
    assertThat(open.offers("1.2.840.10008.5.1.4.1.2.2.3")).isFalse();
    assertThat(open.offers("1.2.840.10008.1.20.1")).isFalse();
    assertThat(open.offers("1.2.840.10008.9.9.9")).isFalse();
  }

  @Test
  void private_sop_classes_are_taken_where_that_is_configured() {
    assertThat(standard.offers(PRIVATE)).isFalse();
    assertThat(open.offers(PRIVATE)).isTrue();
    assertThat(open.offers("nonsense")).isFalse();
    assertThat(
            policy(
                    new StorageAcceptance(
                        Set.of(PRIVATE), false, Set.of(), false, (sopClass, syntax) -> true))
                .offers(PRIVATE))
        .isTrue();
  }

  @Test
  void explicit_vr_is_chosen_before_implicit_vr() {
    assertThat(standard.transferSyntax(CT, List.of(IMPLICIT, EXPLICIT))).contains(EXPLICIT);
    assertThat(standard.transferSyntax(CT, List.of(IMPLICIT, BIG_ENDIAN, EXPLICIT)))
        .contains(EXPLICIT);
    assertThat(standard.transferSyntax(CT, List.of(IMPLICIT))).contains(IMPLICIT);
  }

  @Test
  void otherwise_the_requesters_order_decides() {
    assertThat(standard.transferSyntax(CT, List.of(JPEG, EXPLICIT, IMPLICIT))).contains(JPEG);
    assertThat(standard.transferSyntax(CT, List.of(EXPLICIT, JPEG))).contains(EXPLICIT);
    assertThat(standard.transferSyntax(CT, List.of(IMPLICIT, JPEG))).contains(IMPLICIT);
    assertThat(standard.transferSyntax(CT, List.of(PRIVATE, JPEG))).contains(JPEG);
  }

  @Test
  void pixel_data_that_stay_elsewhere_are_not_taken_unless_that_is_configured() {
    StorageAcceptance jpip =
        new StorageAcceptance(Set.of(), false, Set.of(JPIP), false, (sopClass, syntax) -> true);

    assertThat(standard.transferSyntax(CT, List.of(JPIP))).isEmpty();
    assertThat(open.transferSyntax(CT, List.of(JPIP))).isEmpty();
    assertThat(policy(jpip).transferSyntax(CT, List.of(JPIP))).contains(JPIP);
  }

  @Test
  void private_transfer_syntaxes_are_taken_where_that_is_configured() {
    assertThat(standard.transferSyntax(CT, List.of(PRIVATE))).isEmpty();
    assertThat(open.transferSyntax(CT, List.of(PRIVATE))).contains(PRIVATE);
  }

  @Test
  void what_the_archive_behind_cannot_keep_is_not_taken() {
    ServicePolicy narrow =
        policy(
            new StorageAcceptance(
                Set.of(), false, Set.of(), false, (sopClass, syntax) -> syntax.equals(IMPLICIT)));

    assertThat(narrow.transferSyntax(CT, List.of(JPEG, EXPLICIT, IMPLICIT))).contains(IMPLICIT);
    assertThat(narrow.transferSyntax(CT, List.of(JPEG))).isEmpty();
  }

  @Test
  void verification_and_find_take_the_two_plain_transfer_syntaxes() {
    assertThat(standard.offers(SopClass.VERIFICATION)).isTrue();
    assertThat(standard.transferSyntax(SopClass.VERIFICATION, List.of(IMPLICIT)))
        .contains(IMPLICIT);
    assertThat(standard.transferSyntax(SopClass.STUDY_ROOT_FIND, List.of(BIG_ENDIAN, IMPLICIT)))
        .contains(IMPLICIT);
    assertThat(standard.transferSyntax(SopClass.STUDY_ROOT_FIND, List.of(JPEG))).isEmpty();
  }
}
