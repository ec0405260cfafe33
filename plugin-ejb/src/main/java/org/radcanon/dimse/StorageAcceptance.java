package org.radcanon.dimse;

import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Which instances are taken, by SOP class and transfer syntax, beside all that the standard lists.
 *
 * @param sopClasses Storage SOP classes of one's own
 * @param unknownSopClasses whether private SOP classes, and standard ones of a later edition, are
 *     taken for storage
 * @param transferSyntaxes of one's own
 * @param unknownTransferSyntaxes whether private ones, and standard ones of a later edition, are
 *     taken
 * @param kept says of a SOP class and a transfer syntax whether what stands behind can keep the
 *     instance as it comes; what it denies is not accepted, so that the requester can offer another
 */
public record StorageAcceptance(
    Set<String> sopClasses,
    boolean unknownSopClasses,
    Set<String> transferSyntaxes,
    boolean unknownTransferSyntaxes,
    BiPredicate<String, String> kept) {

  /** All that the standard lists, and nothing else. */
  public static final StorageAcceptance STANDARD =
      new StorageAcceptance(Set.of(), false, Set.of(), false, (sopClass, syntax) -> true);

  public StorageAcceptance {
    sopClasses = Set.copyOf(sopClasses);
    transferSyntaxes = Set.copyOf(transferSyntaxes);
  }

  boolean isStorage(String sopClass) {
    return StorageClasses.isStandardSopClass(sopClass)
        || sopClasses.contains(sopClass)
        || unknownSopClasses && StorageClasses.isUnknownSopClass(sopClass);
  }

  boolean takes(String sopClass, String transferSyntax) {
    return (StorageClasses.isStandardTransferSyntax(transferSyntax)
            || transferSyntaxes.contains(transferSyntax)
            || unknownTransferSyntaxes && StorageClasses.isUnknownTransferSyntax(transferSyntax))
        && kept.test(sopClass, transferSyntax);
  }
}
