package org.radcanon.dimse;

import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.TransferSyntax;

/** Which presentation contexts the services accept (PS3.8 7.1.1.13, PS3.7 D.3.3.4). */
record ServicePolicy(StorageAcceptance storage) {

  private static final String IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid();
  private static final String EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();

  boolean offers(String abstractSyntax) {
    return isMessageOnly(abstractSyntax) || storage.isStorage(abstractSyntax);
  }

  /**
   * The transfer syntax of a context: the first one offered that is taken, but explicit VR little
   * endian rather than implicit, because it keeps the VR of private elements (PS3.5 7.1.2).
   */
  Optional<String> transferSyntax(String abstractSyntax, List<String> offered) {
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
