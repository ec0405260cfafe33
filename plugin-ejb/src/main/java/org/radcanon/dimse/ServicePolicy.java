package org.radcanon.dimse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.dicom.TransferSyntax;

/**
 * Which associations and presentation contexts the services accept (PS3.8 7.1.1.7, 7.1.1.13).
 *
 * @param called AE titles that are ours; any when empty
 * @param calling AE titles that are let in; anybody when empty
 */
record ServicePolicy(Set<AeTitle> called, Set<AeTitle> calling, StorageAcceptance storage)
    implements Policy {

  private static final String IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid();
  private static final String EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();

  @Override
  public Optional<Rejection> refusal(
      AeTitle calling, AeTitle called, Pdu.AssociateRequest request) {
    if (!this.called.isEmpty() && !this.called.contains(called)) {
      return Optional.of(Rejection.CALLED_NOT_RECOGNISED);
    }
    return this.calling.isEmpty() || this.calling.contains(calling)
        ? Optional.empty()
        : Optional.of(Rejection.CALLING_NOT_RECOGNISED);
  }

  @Override
  public boolean offers(String abstractSyntax) {
    return isMessageOnly(abstractSyntax) || storage.isStorage(abstractSyntax);
  }

  /**
   * The transfer syntax of a context: the first one offered that is taken, but explicit VR little
   * endian rather than implicit, because it keeps the VR of private elements (PS3.5 7.1.2).
   */
  @Override
  public Optional<String> transferSyntax(String abstractSyntax, List<String> offered) {
    List<String> taken = offered.stream().filter(syntax -> takes(abstractSyntax, syntax)).toList();
    return taken.stream()
        .findFirst()
        .map(first -> first.equals(IMPLICIT) && taken.contains(EXPLICIT) ? EXPLICIT : first);
  }

  private boolean takes(String abstractSyntax, String transferSyntax) {
    return isMessageOnly(abstractSyntax)
        ? transferSyntax.equals(IMPLICIT) || transferSyntax.equals(EXPLICIT)
        : storage.isStorage(abstractSyntax) && storage.takes(abstractSyntax, transferSyntax);
  }

  private static boolean isMessageOnly(String abstractSyntax) {
    return abstractSyntax.equals(SopClass.VERIFICATION)
        || abstractSyntax.equals(SopClass.STUDY_ROOT_FIND);
  }
}
